import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const fileOf = (root, name) => path.join(root, "node_modules", ".sightline", name);

/** What an earlier start noted under this name; empty when nothing. Notes go away with the dependencies. */
export function recall(root, name) {
  try {
    return readFileSync(fileOf(root, name), "utf8").trim();
  } catch {
    return "";
  }
}

export function remember(root, name, text) {
  const file = fileOf(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}
