import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { Principal } from "@/lib/auth/principal";
import { createIncident, publishIncident, updateIncident } from "@/lib/incidents/commands";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { inputOfRecord } from "@/lib/incidents/state-input";
import { makeActor, makeArticle, makePlace } from "@/scripts/test/factories";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { onScratchDatabase } from "./scratch-database";

const rounds = 300;
const warmUp = 30;
const claimCount = 20;
const allowedRatio = 10;

/**
 * How long a save of an incident with 20 claims takes beside a bare UPDATE: the whole form is sent, with another
 * title, or another title and a corrected claim. The reference sets the title of a copy of the incident's row in
 * a table with the same columns and indexes and without triggers (those of incident ask for a version and its
 * revision), by the driver itself in a transaction of its own, in turn with the saves.
 */
export const benchSave = (): Promise<object[]> => onScratchDatabase(({ url }) => measure(url));

async function measure(url: string): Promise<object[]> {
  const editor = await makePrincipal("editor");
  const draft = await makeIncident(editor);
  const publish = async () => publishIncident(editor, (await makeIncident(editor)).incident.publicId);
  const kinds: Record<string, (round: number) => Promise<void>> = {
    "draft, title": saver(editor, draft, false),
    "published, title": saver(editor, await publish(), false),
    "published, title and a claim": saver(editor, await publish(), true),
  };
  const { bare, times } = await timeRounds(url, draft.incident.publicId, kinds);
  const bareMs = median(bare);
  return [
    { save: "bare UPDATE", p50: digits(bareMs) },
    ...[...times].map(([save, taken]) => ({
      save,
      p50: digits(median(taken)),
      ratio: digits(median(taken) / bareMs),
      allowed: allowedRatio,
    })),
  ];
}

/** Milliseconds of the bare UPDATE and of each kind of save, in turn. */
async function timeRounds(
  url: string,
  publicId: string,
  kinds: Record<string, (round: number) => Promise<void>>,
): Promise<{ bare: number[]; times: Map<string, number[]> }> {
  const times = new Map<string, number[]>();
  const bare: number[] = [];
  const reference = new Client({ connectionString: url });
  await reference.connect();
  try {
    await copyTable(reference, publicId);
    for (let round = -warmUp; round < rounds; round += 1) {
      for (const [kind, save] of Object.entries(kinds)) {
        const ms = await time(() => save(round));
        if (round >= 0) times.set(kind, [...(times.get(kind) ?? []), ms]);
      }
      const sql = "UPDATE bench_incident SET title = $1";
      const ms = await time(() => reference.query(sql, [`Round ${round}`]));
      if (round >= 0) bare.push(ms);
    }
  } finally {
    await reference.end();
  }
  return { bare, times };
}

async function copyTable(client: Client, publicId: string): Promise<void> {
  await client.query("CREATE TABLE bench_incident (LIKE incident INCLUDING DEFAULTS INCLUDING INDEXES)");
  await client.query("INSERT INTO bench_incident SELECT * FROM incident WHERE public_id = $1", [publicId]);
}

/** Saves the form of an incident again and again, each time over the version before. */
function saver(
  editor: Principal,
  start: IncidentRecord,
  withClaim: boolean,
): (round: number) => Promise<void> {
  const { publicId } = start.incident;
  let { version } = start.incident;
  return async (round) => {
    const input = inputOfRecord(start);
    const [first, ...rest] = input.claims;
    const claims = first && withClaim ? [{ ...first, reason: `Checked ${round}` }, ...rest] : input.claims;
    const title = `Rockets, as of round ${round}`;
    const saved = await updateIncident(editor, publicId, version, { ...input, claims, title });
    version = saved.incident.version;
  };
}

async function makeIncident(editor: Principal): Promise<IncidentRecord> {
  const sentences = Array.from({ length: claimCount }, (_, index) => `Official ${index} spoke of 3 dead.`);
  const article = await makeArticle({ text: [randomUUID(), ...sentences].join("\n") });
  const [place, attacker, target] = [await makePlace(), await makeActor(), await makeActor()];
  return createIncident(
    editor,
    incidentInput({
      summary: "Three rockets hit the base in the afternoon. ".repeat(8),
      place: { slug: place.slug },
      killed: { min: 3, max: 3 },
      participations: [
        { actor: attacker.slug, role: "perpetrator" },
        { actor: target.slug, role: "target" },
      ],
      claims: sentences.map((words, index) =>
        claimInput(article, words, {
          field: "killed",
          value: { min: 3, max: 3 },
          standing: index === 0 ? "accepted" : "alternative",
        }),
      ),
    }),
  );
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const digits = (value: number): number => Math.round(value * 100) / 100;
