import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { readEvents } from "./events";
import { Filler } from "./fill";

/** A database server of its own for one benchmark, with what fills it; both are gone afterwards. */
export async function onScratch<Answer>(
  run: (scratch: { filler: Filler; superuserUrl: string; source: string }) => Promise<Answer>,
): Promise<Answer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-bench-"));
  const { url, superuserUrl, stop } = await startEmbedded({ dataDir });
  process.env.DATABASE_URL = url;
  try {
    await migrate(url);
    const { events, source } = await readEvents();
    const filler = await Filler.open(superuserUrl, new URL(url).pathname.slice(1), events);
    const answer = await run({ filler, superuserUrl, source });
    await filler.close();
    return answer;
  } finally {
    await closeDatabase();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
