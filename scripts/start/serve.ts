import { closeDatabase } from "@/lib/db/client";
import { ensureBuild } from "./build";
import type { Child } from "./children";
import { prepareContent } from "./content";
import { prepareDatabase, takeDatabase } from "./database";
import type { Lifecycle } from "./lifecycle";
import { requireFreePort } from "./port";
import { settings } from "./settings";
import { startWebServer } from "./web-server";

/**
 * Everything from a clone with its packages to a server that answers: build, database, migrations, content, server.
 * Returns when it is ready; a server that ends later ends all. Throws StartError.
 */
export async function serve(life: Lifecycle, mode: "production" | "development"): Promise<void> {
  const env = settings();
  const root = process.cwd();
  const command = mode === "production" ? "npm start" : "npm run dev";
  const lock = await takeDatabase(life, env, command);
  await requireFreePort(env.PORT);
  const onStarted = async (child: Child) => {
    life.defer(child.stop);
    await lock?.addChild(child.pid);
  };
  if (mode === "production") {
    await life.step(
      "production build",
      () => ensureBuild(root, onStarted),
      (built) => (built ? "" : "up to date"),
    );
  }
  await prepareDatabase(life, env);
  await prepareContent(life, env);
  await closeDatabase();
  await life.step("server", async () => {
    const server = await startWebServer({
      root,
      port: env.PORT,
      mode,
      onStarted,
    });
    void server.ended.then(() => life.end(1, "The server ended by itself."));
  });
  console.log(`Sightline is ready at ${env.SIGHTLINE_URL ?? `http://localhost:${env.PORT}`}`);
}
