import { monitorEventLoopDelay } from "node:perf_hooks";
import { closeDatabase, database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlMillis } from "@/lib/db/instant";
import { emptyFilter } from "@/lib/incidents/filters";
import { listIncidents } from "@/lib/incidents/queries";
import { facetsSql } from "@/lib/timeline/facets-sql";
import { readModel } from "@/lib/timeline/memory/reading";
import { collectGarbage } from "./collect-garbage";
import { percentiles, round } from "./percentiles";
import { measurePublishing } from "./timeline/publishing";
import { askTimeline, deepCursors, Questions } from "./timeline/requests";
import { onScratch } from "./timeline/scratch";

const defaultSizes = [10_000, 100_000, 1_000_000];
const requests = 300;
/** Asked before, as what comes first measures the compiler: each of the 16 parameters of a filter some times. */
const warmUp = 100;
/** Publishing into a full database beside an empty one, p50 and p95. */
const allowedPublishing = 2;

type Curve = Map<string, { p50: number; p95: number }[]>;

/** What each answer may take at the largest size: a part of one plain SQL pass, and twice itself at the smallest. */
const allowed: Record<string, { ofPass: number; ofSmallest?: number }> = {
  unfiltered: { ofPass: 1 / 10, ofSmallest: 2 },
  "1 filter": { ofPass: 1 / 10, ofSmallest: 2 },
  "2-3 filters": { ofPass: 1 / 5 },
  text: { ofPass: 1 / 2 },
  "text + filter": { ofPass: 1 / 2 },
  "list, page 1": { ofPass: 1 / 20 },
  "list, page 100": { ofPass: 1 / 20 },
};

/**
 * How long the timeline with its facets and the list take from 10,000 to 1,000,000 incidents, beside one plain SQL
 * pass over the same tables. `npm run bench -- timeline 10000 100000` measures other sizes.
 */
export async function benchTimeline({ folders }: { folders: readonly string[] }): Promise<object[]> {
  const sizes = folders.length > 0 ? folders.map(Number) : defaultSizes;
  return onScratch((scratch) => measureSizes(scratch, sizes));
}

type Scratch = Parameters<Parameters<typeof onScratch>[0]>[0];

async function measureSizes(
  { filler, superuserUrl, source }: Scratch,
  sizes: readonly number[],
): Promise<object[]> {
  const curve: Curve = new Map();
  const about: object[] = [{ measure: `events: ${source}` }];
  const idle = usedBytes();
  let passMs = 0;
  for (const size of sizes) {
    await filler.growTo(size);
    await closeDatabase();
    about.push({ measure: `copy of ${size}`, ...(await measureLoading(size, idle)) });
    await measureRequests(curve);
    passMs = await plainPass();
    about.push({ measure: `plain SQL pass at ${size}`, p50: passMs });
    about.push(...(await comparePublishing(superuserUrl, size)));
  }
  return [...about, ...report(curve, sizes, passMs)];
}

async function comparePublishing(superuserUrl: string, size: number): Promise<object[]> {
  const times = await measurePublishing(superuserUrl);
  const [full, empty] = [percentiles(times.full), percentiles(times.empty)];
  return [
    { measure: `publishing, empty beside ${size}`, ...empty },
    {
      measure: `publishing at ${size}`,
      ...full,
      "p50 / empty": ratio(full.p50, empty.p50),
      "p95 / empty": ratio(full.p95, empty.p95),
      "allowed / empty": allowedPublishing,
    },
  ];
}

function report(curve: Curve, sizes: readonly number[], passMs: number): object[] {
  return [...curve].map(([kind, measured]) => {
    const [smallest, largest] = [measured[0]?.p95 ?? 0, measured.at(-1)?.p95 ?? 0];
    const limit = allowed[kind];
    return {
      measure: kind,
      ...Object.fromEntries(
        measured.map(({ p50, p95 }, index) => [`${sizes[index]} p50/p95`, `${p50} / ${p95}`]),
      ),
      "p95 / pass": ratio(largest, passMs),
      "allowed / pass": limit?.ofPass,
      "p95 / smallest": ratio(largest, smallest),
      "allowed / smallest": limit?.ofSmallest,
    };
  });
}

const ratio = (a: number, b: number): number => round(a / b, 3);

async function time(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** idle: memory of the process before it held any copy, bytes. */
async function measureLoading(size: number, idle: number): Promise<object> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const seconds = (await time(() => readModel().ready())) / 1000;
  delay.disable();
  return {
    seconds: round(seconds),
    longestPauseMs: round(delay.max / 1e6),
    bytesEach: Math.round((usedBytes() - idle) / size),
  };
}

function usedBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measureRequests(curve: Curve): Promise<void> {
  const questions = await Questions.open();
  const cursors = await deepCursors(requests);
  const kinds: Record<string, (index: number) => Promise<unknown>> = {
    unfiltered: () => askTimeline(emptyFilter, questions.window()),
    "1 filter": () => askTimeline(questions.filter(1, false), questions.window()),
    "2-3 filters": (index) => askTimeline(questions.filter(2 + (index % 2), false), questions.window()),
    text: () => askTimeline(questions.filter(0, true), questions.window()),
    "text + filter": () => askTimeline(questions.filter(1, true), questions.window()),
    "list, page 1": (index) =>
      listIncidents(questions.filter(index % 2, false), { sort: questions.sort(), limit: 50 }),
    "list, page 100": (index) =>
      listIncidents(emptyFilter, { ...cursors[index % cursors.length], limit: 50 }),
  };
  for (const [kind, ask] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let index = -warmUp; index < requests; index += 1) {
      const ms = await time(() => ask(Math.abs(index)));
      if (index >= 0) times.push(ms);
    }
    curve.set(kind, [...(curve.get(kind) ?? []), percentiles(times)]);
  }
}

/** Buckets and all facets of everything, straight from the tables; the best of three. */
async function plainPass(): Promise<number> {
  const buckets = Prisma.sql`SELECT floor(${sqlMillis(Prisma.sql`i.earliest`)} / 31536000000) AS slot, count(*)::int
    FROM incident i WHERE i.status = 'published' GROUP BY 1`;
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    times.push(
      await time(async () => {
        await database().$queryRaw(facetsSql(emptyFilter, {}));
        await database().$queryRaw(buckets);
      }),
    );
  }
  return round(Math.min(...times));
}
