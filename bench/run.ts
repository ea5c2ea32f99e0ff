import { benchBrowser } from "./browser";
import { benchExtraction } from "./extraction";
import { benchMemory } from "./memory";
import { benchNames } from "./names";
import { benchSave } from "./save";
import { benchServe } from "./serve";
import { benchSpeed } from "./speed";
import { benchStart } from "./start";
import { benchTemporal } from "./temporal";
import { benchTimeline } from "./timeline";

/** npm run bench -- [NAME] [FOLDER...] [--json] [--details]: without a name all of them; extraction also scores folders of reports. */
const benchmarks = {
  start: benchStart,
  serve: benchServe,
  extraction: benchExtraction,
  temporal: benchTemporal,
  speed: benchSpeed,
  timeline: benchTimeline,
  browser: benchBrowser,
  memory: benchMemory,
  names: benchNames,
  save: benchSave,
};

const words = process.argv.slice(2);
const asJson = words.includes("--json");
const details = words.includes("--details");
const [wanted, ...folders] = words.filter((word) => !word.startsWith("--"));
const chosen = Object.entries(benchmarks).filter(([name]) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted}": choose one of ${Object.keys(benchmarks).join(", ")}.`);
  process.exit(1);
}
const results: Record<string, object[]> = {};
for (const [name, run] of chosen) {
  results[name] = await run({ details, folders });
  if (!asJson) {
    console.log(`\n${name}`);
    console.table(results[name]);
  }
}
if (asJson) console.log(JSON.stringify(results, null, 2));
