import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { extractIncidents } from "@/lib/extraction/extract";
import { getExtractionKnowledge } from "@/lib/reference/knowledge";
import { type GoldReport, readGoldReports } from "./extraction/gold";
import { incidentRates, rateOf, type Score, scoreReport, totalScore } from "./extraction/score";

type Figures = Record<string, number | null>;

const builtInReports = "bench/extraction/reports";
/** Beside the clone, where somebody has more reports with labels; and a scorer of their own. */
const furtherReports = "../shared/eval/dev";
const furtherScorer = "../shared/eval/score.mjs";

/**
 * How well incidents are drafted from the built-in reports, and from further ones if there are any: a row for
 * each measure (0 to 1; precision, recall and F1 of core incidents, then accuracy by field), a column for each set. With `folders`, only the sets there.
 */
export async function benchExtraction({
  details = false,
  folders = [],
}: {
  details?: boolean;
  folders?: string[];
} = {}): Promise<object[]> {
  if (folders.length > 0) {
    return rows(Object.fromEntries(folders.map((folder) => [folder, figures(scoreFolder(folder, details))])));
  }
  const sets: Record<string, Figures> = { "built-in": figures(scoreFolder(builtInReports, details)) };
  if (existsSync(furtherReports)) {
    sets[furtherReports] = figures(scoreFolder(furtherReports, details));
    if (existsSync(furtherScorer)) sets[`${furtherReports} by ${furtherScorer}`] = await runFurtherScorer();
  }
  return rows(sets);
}

function rows(sets: Record<string, Figures>): object[] {
  const measures = Object.keys(Object.values(sets)[0] ?? {});
  return measures.map((measure) => ({
    measure,
    ...Object.fromEntries(Object.entries(sets).map(([set, values]) => [set, values[measure] ?? null])),
  }));
}

function scoreFolder(folder: string, details: boolean): Score {
  const score = totalScore(readGoldReports(folder).map(scoreExtraction));
  if (details) {
    for (const { article, what, key, detail } of score.misses) {
      console.error(`${article}\t${what}\t${key}\t${detail}`);
    }
  }
  return score;
}

function scoreExtraction(report: GoldReport): Score {
  const { publishedOn, publishedOnGiven } = report.gold;
  const today = new Date().toISOString().slice(0, 10);
  const options = { publishedOn: publishedOnGiven ? publishedOn : null, today };
  return scoreReport(report, extractIncidents(report.text, options, getExtractionKnowledge()));
}

const rounded = (rate: number | null): number | null => rate && Math.round(rate * 1000) / 1000;

function figures(score: Score): Figures {
  const { precision, recall, f1 } = incidentRates(score);
  const rates = Object.entries(score.byField).map(([field, tally]) => [field, rounded(rateOf(tally))]);
  return {
    reports: score.reports,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    ...Object.fromEntries(rates),
  };
}

const rateSchema = z.object({ rate: z.number().nullable() }).transform(({ rate }) => rounded(rate));
const furtherSchema = z.object({
  totals: z.object({
    articles: z.number(),
    precision: z.number().nullable(),
    recall: z.number().nullable(),
    f1: z.number().nullable(),
    dateExact: rateSchema,
    place: rateSchema,
    eventType: rateSchema,
    killedMin: rateSchema,
    injuredMin: rateSchema,
    participants: rateSchema,
    quotesValid: rateSchema,
    linksRecall: rateSchema,
    linksPrecision: rateSchema,
  }),
});

/** The same figures by the other scorer, which runs `npm run extract` for every text. */
async function runFurtherScorer(): Promise<Figures> {
  const command = [process.execPath, path.resolve("scripts/run.mjs"), "extract.ts", "--json"];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    // It runs only under the name that it has itself, which a linked folder hides.
    [realpathSync(furtherScorer), furtherReports, "--json", "--", ...command],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { totals } = furtherSchema.parse(JSON.parse(stdout));
  return {
    reports: totals.articles,
    precision: rounded(totals.precision),
    recall: rounded(totals.recall),
    f1: rounded(totals.f1),
    date: totals.dateExact,
    place: totals.place,
    eventType: totals.eventType,
    killed: totals.killedMin,
    injured: totals.injuredMin,
    participants: totals.participants,
    quotes: totals.quotesValid,
    linksFound: totals.linksRecall,
    linksRight: totals.linksPrecision,
  };
}
