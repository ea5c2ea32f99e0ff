import { describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { AppError } from "@/lib/errors";
import { makeActor, makeCampaign, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { makePrincipal } from "@/scripts/test/principals";
import { updateIncident } from "./commands";
import { readForm } from "./form-input";
import { findSpots, mergeForms, sidesOf } from "./form-merge";
import { formOfRecord } from "./form-of-record";
import { type IncidentInput, type IncidentPatch, type IncidentRecord, incidentRecordSchema } from "./schema";
import { inputOfRecord } from "./state-input";

const editors = 20;
const savesEach = 100;
const incidents = 10;

/** What one editor changes in one save: a field of everybody's, or a line of a list that is their own. */
type Edit = (input: IncidentInput) => Partial<IncidentInput>;

function editOf(editor: number, save: number, own: { actor: string; campaign: string }): Edit {
  const mark = `by editor ${editor}, save ${save}`;
  const others = <T>(list: readonly T[], isOwn: (one: T) => boolean) => list.filter((one) => !isOwn(one));
  const edits: Edit[] = [
    () => ({ title: `Rockets hit a base, ${mark}` }),
    () => ({ summary: `Written ${mark}` }),
    () => ({ killed: { min: editor, max: editor + save } }),
    ({ campaigns }) => ({
      campaigns: campaigns.includes(own.campaign)
        ? others(campaigns, (slug) => slug === own.campaign)
        : [...campaigns, own.campaign].toSorted(),
    }),
    ({ participations }) => ({
      participations: [
        ...others(participations, ({ actor }) => actor === own.actor),
        { actor: own.actor, role: "accused", attribution: "alleged", attributedBy: mark },
      ],
    }),
  ];
  return edits[(editor + save) % edits.length] ?? (() => ({}));
}

type Saved = {
  publicId: string;
  version: number;
  editor: Principal;
  patch: IncidentPatch;
  after: IncidentRecord;
};

/** Saves as the form does: what was typed over an older version is merged into the stored one, and saved again. */
async function save(editor: Principal, start: IncidentRecord, edit: Edit): Promise<Saved> {
  const { publicId } = start.incident;
  let base = start;
  let typed = { ...inputOfRecord(start), ...edit(inputOfRecord(start)) };
  for (;;) {
    const patch = changesOf(inputOfRecord(base), typed);
    try {
      const sent = { ...patch, reason: "Counted by the desk" };
      const after = await updateIncident(editor, publicId, base.incident.version, sent);
      return { publicId, version: after.incident.version, editor, patch, after };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "version-conflict") throw error;
      const current = incidentRecordSchema.parse(error.details.extra?.current);
      typed = merged(base, typed, current);
      base = current;
    }
  }
}

const changesOf = (before: IncidentInput, after: IncidentInput): IncidentPatch =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) =>
        JSON.stringify(value) !== JSON.stringify(new Map(Object.entries(before)).get(field)),
    ),
  );

function merged(base: IncidentRecord, typed: IncidentInput, current: IncidentRecord): IncidentInput {
  const [start, stored] = [formOfRecord(base, null), formOfRecord(current, null)];
  const mine = {
    ...start,
    title: typed.title,
    summary: typed.summary,
    killed: typed.killed ? `${typed.killed.min}-${typed.killed.max}` : "",
    participants: typed.participations.map((part) => ({
      ...part,
      key: `${part.role}-${part.actor}`,
      name: part.actor,
      attributedBy: part.attributedBy ?? "",
    })),
    campaigns: typed.campaigns.map((slug) => ({ slug, name: slug })),
  };
  // Names are the actors' own: the forms compare what was typed, and nobody typed a name here.
  const named = {
    ...mine,
    participants: mine.participants.map((part) => ({
      ...part,
      name:
        [...start.participants, ...stored.participants].find(({ key }) => key === part.key)?.name ??
        part.name,
    })),
  };
  const reading = readForm(mergeForms(named, stored, sidesOf(findSpots(start, named, stored))), null);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return { ...reading.input, campaigns: reading.input.campaigns.toSorted() };
}

describe("20 editors at once", () => {
  it("lose none of 2,000 saves of a few incidents", { timeout: 300_000 }, async () => {
    const made = await Promise.all(
      Array.from({ length: incidents }, () => makeIncident({ unsourcedReason: "Made for a test" })),
    );
    const work = Array.from({ length: editors }, async (_one, number) => {
      const editor = await makePrincipal("editor");
      const own = { actor: (await makeActor()).slug, campaign: (await makeCampaign()).slug };
      const saved: Saved[] = [];
      const seen = new Map(made.map(({ publicId, record }) => [publicId, record]));
      for (let index = 0; index < savesEach; index += 1) {
        const { publicId = "" } = made[(number + Math.floor(index / 20)) % incidents] ?? {};
        const start = seen.get(publicId);
        if (!start) throw new Error("Every incident was seen");
        const one = await save(editor, start, editOf(number, index, own));
        seen.set(publicId, one.after);
        saved.push(one);
      }
      return saved;
    });
    const all = (await Promise.all(work)).flat();
    expect(all).toHaveLength(editors * savesEach);
    for (const { publicId, record } of made) {
      await expectReplay(publicId, record, all);
    }
  });
});

/** Every acknowledged save is the version that it was told, in order; replaying them gives what is stored. */
async function expectReplay(publicId: string, start: IncidentRecord, all: readonly Saved[]): Promise<void> {
  const saved = all.filter((one) => one.publicId === publicId).toSorted((a, b) => a.version - b.version);
  const history = await historyOf(publicId);
  expect(saved.map(({ version }) => version)).toEqual(history.slice(1).map(({ version }) => version));
  let state = inputOfRecord(start);
  for (const [index, { editor, patch }] of saved.entries()) {
    state = { ...state, ...patch };
    const revision = history[index + 1];
    expect(revision?.userId).toBe(editor.id);
    const stored = inputOfRecord(incidentRecordSchema.parse(revision?.state));
    expect({ ...stored, campaigns: stored.campaigns.toSorted() }).toEqual({
      ...state,
      campaigns: state.campaigns.toSorted(),
    });
  }
}
