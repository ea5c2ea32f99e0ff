import * as chrono from "chrono-node";
import { extractIncidents } from "@/lib/extraction/extract";
import { getExtractionKnowledge } from "@/lib/reference/knowledge";
import { readGoldReports } from "./extraction/gold";

const reports = "bench/extraction/reports";
const publishedOn = "2021-07-06";
const articleWords = 1000;
const curveBytes = [12_500, 25_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000];
/** chrono-node alone takes minutes beyond it. */
const longestForReference = 200_000;
const rounds = 31;
const warmUpMs = 5000;

/**
 * How fast incidents are drafted, in processor time (other work on the machine does not count): articles of 1,000
 * words beside chrono-node alone on the same texts, in a warm process; then texts up to 2 MB, where a linear program
 * takes the same time for a kilobyte throughout. `worst` are texts that no article is.
 */
export async function benchSpeed(): Promise<object[]> {
  const text = prose(2_000_000);
  const extract = extractor();
  const words = text.split(" ");
  const articles = Array.from({ length: 2 * rounds }, (_, i) =>
    words.slice(i * articleWords, (i + 1) * articleWords).join(" "),
  );
  const [first = ""] = articles;
  const again = Array.from({ length: rounds }, () => first);
  return [
    articleRow(extract, `${articleWords} words, one article again and again`, [first], again),
    articleRow(
      extract,
      `${articleWords} words, each article new`,
      articles.slice(0, rounds),
      articles.slice(rounds),
    ),
    ...curveBytes.map((bytes) => curveRow(extract, `reports, ${bytes / 1000} kB`, text.slice(0, bytes))),
    ...Object.entries(worstTexts).map(([name, unit]) =>
      curveRow(extract, `worst: ${name}`, unit.repeat(Math.ceil(200_000 / unit.length)).slice(0, 200_000)),
    ),
  ];
}

/** Medians over `texts`, read in turns after each side has read those of `warmUp` for five seconds. */
function articleRow(
  extract: Extract,
  name: string,
  warmUp: readonly string[],
  texts: readonly string[],
): object {
  // First the reference: V8 leaves new patterns slow in a process with 16 MB of code, most of which is extraction's.
  for (const read of [reference, extract])
    for (let spent = 0, i = 0; spent < warmUpMs; i += 1) {
      const text = warmUp[i % warmUp.length] ?? "";
      spent += onceMs(() => read(text));
    }
  const taken = texts.map((text) => [onceMs(() => extract(text)), onceMs(() => reference(text))] as const);
  const ms = median(taken.map(([own]) => own));
  const chronoMs = median(taken.map(([, theirs]) => theirs));
  return { text: name, kB: kB(texts[0] ?? ""), ms, chronoMs, toChrono: ratio(chronoMs, ms) };
}

const worstTexts = {
  "no full stop": "the attack killed five people in Baghdad after the bombing and ",
  "numbers only": "10 20 30 ",
  capitals: "POLICE KILLED FIVE IN BAGHDAD ON MONDAY. ",
  markup: "<p class=a>An attack in <a href=x>Baghdad</a> killed five.</p>",
  "open tags": "<a ",
  quotes: `"'("`,
  "one word": "attack ",
  "one line a fact": "Bomb in Mosul kills 3 on Monday\n\n",
};

function curveRow(extract: Extract, name: string, text: string): object {
  const ms = processorMs(() => extract(text), text.length > 200_000 ? 1 : 3);
  const referenceMs =
    text.length <= longestForReference && name.startsWith("reports")
      ? processorMs(() => reference(text), 1)
      : null;
  return {
    text: name,
    kB: kB(text),
    ms,
    msPerKB: Math.round((ms / kB(text)) * 100) / 100,
    ...(referenceMs === null ? {} : { chronoMs: referenceMs, toChrono: ratio(referenceMs, ms) }),
  };
}

const kB = (text: string): number => Math.round(text.length / 100) / 10;
const ratio = (reference: number, own: number): number => Math.round((reference / own) * 100) / 100;

type Extract = (text: string) => unknown;

const reference: Extract = (text) => chrono.parse(text, new Date(`${publishedOn}T12:00:00Z`));

/** With names indexed once, as the server holds them until a place or an actor changes. */
function extractor(): Extract {
  const knowledge = getExtractionKnowledge();
  return (text) => extractIncidents(text, { publishedOn, today: "2026-01-01" }, knowledge);
}

function onceMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (taken: number[]): number =>
  Math.round((taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0) * 100) / 100;

/** Median of the processor time of some rounds, after one that nobody counts. */
function processorMs(work: () => unknown, times: number): number {
  work();
  return median(Array.from({ length: times }, () => onceMs(work)));
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Running text of the built-in reports; each repetition has other numbers and weekdays, so that none repeats. */
function prose(bytes: number): string {
  const once = readGoldReports(reports).map(({ text }) => text);
  const parts: string[] = [];
  let length = 0;
  for (let repetition = 0; length < bytes; repetition += 1) {
    const text = varied(once[repetition % once.length] ?? "", Math.floor(repetition / once.length));
    parts.push(text);
    length += text.length + 2;
  }
  return parts.join("\n\n").slice(0, bytes);
}

const varied = (text: string, by: number): string =>
  text
    .replace(/\b\d{1,2}\b/g, (digits) => String(((Number(digits) + by) % 28) + 1))
    .replace(new RegExp(weekdays.join("|"), "g"), (day) => weekdays[(weekdays.indexOf(day) + by) % 7] ?? day);
