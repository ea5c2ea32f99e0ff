import { closeDatabase } from "@/lib/db/client";
import { emptyFilter } from "@/lib/incidents/filters";
import { listMapPoints } from "@/lib/incidents/map-points";
import { listIncidents } from "@/lib/incidents/queries";
import { forgetAnswers, readModel } from "@/lib/timeline/memory/reading";
import { collectGarbage } from "./collect-garbage";
import { askTimeline, Questions } from "./timeline/requests";
import { onScratch } from "./timeline/scratch";

const defaultSize = 100_000;
/** Until everything is compiled and every connection is open. */
const warmUps = 2000;
const requests = 10_000;
const steps = 4;

/**
 * Memory of the process that answers, before and after 10,000 different requests for windows with facets, lists and
 * maps; `npm run bench -- memory 1000000` asks another number of incidents.
 */
export function benchMemory({ folders }: { folders: readonly string[] }): Promise<object[]> {
  const size = Number(folders[0] ?? defaultSize);
  return onScratch(async ({ filler }) => {
    await filler.growTo(size);
    await closeDatabase();
    await readModel().ready();
    const questions = await Questions.open();
    const measured = [{ measure: `copy of ${size}`, ...memory() }];
    await askMany(questions, 0, warmUps);
    const before = memory();
    measured.push({ measure: `after ${warmUps} requests`, ...before });
    for (let step = 1; step <= steps; step += 1) {
      await askMany(questions, (requests / steps) * (step - 1), (requests / steps) * step);
      measured.push({ measure: `${(requests / steps) * step} requests later`, ...memory() });
    }
    return [...measured, { measure: "growth", ...growth(before, memory()) }];
  });
}

type Memory = Record<"usedMB" | "heapMB" | "buffersMB" | "rssMB", number>;

/** After late answers, which are kept within bounds, were forgotten and all garbage was collected. */
function memory(): Memory {
  forgetAnswers();
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  // Array buffers are part of what is external.
  return {
    usedMB: mebibytes(heapUsed + external),
    heapMB: mebibytes(heapUsed),
    buffersMB: mebibytes(external),
    rssMB: mebibytes(rss),
  };
}

const mebibytes = (bytes: number): number => Math.round(bytes / 1024 / 102.4) / 10;

function growth(before: Memory, after: Memory): Memory {
  const grown = (name: keyof Memory) => Math.round((after[name] - before[name]) * 10) / 10;
  return {
    usedMB: grown("usedMB"),
    heapMB: grown("heapMB"),
    buffersMB: grown("buffersMB"),
    rssMB: grown("rssMB"),
  };
}

async function askMany(questions: Questions, from: number, to: number): Promise<void> {
  const kinds: (() => Promise<unknown>)[] = [
    () => askTimeline(emptyFilter, questions.window()),
    () => askTimeline(questions.filter(1, false), questions.window()),
    () => askTimeline(questions.filter(2, false), questions.window()),
    () => askTimeline(questions.filter(1, true), questions.window()),
    () => listIncidents(questions.filter(1, false), { sort: questions.sort(), limit: 20 }),
    () => listMapPoints(questions.filter(2, false)),
  ];
  for (let index = from; index < to; index += 1) {
    await kinds[index % kinds.length]?.();
  }
}
