import { onScratchDatabase } from "../scratch-database";
import { readEvents } from "./events";
import { Filler } from "./fill";

/** A database server of its own for one benchmark, with what fills it; both are gone afterwards. */
export const onScratch = <Answer>(
  run: (scratch: { filler: Filler; superuserUrl: string; source: string }) => Promise<Answer>,
): Promise<Answer> =>
  onScratchDatabase(async ({ url, superuserUrl }) => {
    const { events, source } = await readEvents();
    const filler = await Filler.open(superuserUrl, new URL(url).pathname.slice(1), events);
    const answer = await run({ filler, superuserUrl, source });
    await filler.close();
    return answer;
  });
