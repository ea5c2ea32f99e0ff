import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { recall, remember } from "./memory.mjs";
import { capture, environmentWith } from "./processes.mjs";

const noteName = "prisma-client";

/** Whether the generated client is there and made from this schema by this version of Prisma. */
export function clientIsCurrent(root) {
  const made = existsSync(path.join(root, "lib", "db", "generated", "client.ts"));
  return made && recall(root, noteName) === fingerprint(root);
}

export async function generateClient(root, node) {
  const program = path.join(root, "node_modules", "prisma", "build", "index.js");
  const env = {
    ...environmentWith(node),
    // Generating needs no schema engine, but Prisma would fetch one from the internet unless it is named a file.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const args = [program, "generate", "--schema=prisma/schema.prisma", "--no-hints"];
  await capture(node, args, { failure: "The Prisma client could not be made", cwd: root, env });
  remember(root, noteName, fingerprint(root));
}

function fingerprint(root) {
  const schema = readFileSync(path.join(root, "prisma", "schema.prisma"));
  const { version } = JSON.parse(
    readFileSync(path.join(root, "node_modules", "prisma", "package.json"), "utf8"),
  );
  return `${createHash("sha256").update(schema).digest("hex")} ${version}`;
}
