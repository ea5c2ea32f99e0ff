import type { IncidentForm } from "@/lib/incidents/form";
import type { IncidentRecord } from "@/lib/incidents/schema";
import type { LinkInput } from "@/lib/links/schema";
import type { ActorKind } from "@/lib/taxonomy/terms";
import { runUndo, undoWords } from "../table/run-bulk";
import { unknownActors } from "./all-items";
import { answerOf, type Desk, refuse, saveItem, stepItem } from "./item-commands";

/** What came of an act on many: how many were done, which items could not be, and how to take it back. */
export type Outcome = {
  done: number;
  failed: string[];
  /** Why some were not done, where no item shows it. */
  problem: string;
  /** Answers with what came of it, in words. */
  undo: (() => Promise<string>) | null;
};

type Progress = (done: number) => void;

/** Makes drafts of proposals. */
export async function acceptItems(desk: Desk, ids: readonly string[], tell: Progress): Promise<Outcome> {
  const failed: string[] = [];
  for (const [index, id] of ids.entries()) {
    tell(index);
    if (!(await saveItem(desk, id))) failed.push(id);
  }
  return { done: ids.length - failed.length, failed, problem: "", undo: null };
}

/**
 * Saves what is typed in drafts and publishes all of them in one transaction. What cannot be published by
 * itself shows why.
 */
export async function publishItems(desk: Desk, ids: readonly string[], tell: Progress): Promise<Outcome> {
  const ready = new Map<string, { id: string; version: number }>();
  const failed: string[] = [];
  for (const [index, id] of ids.entries()) {
    tell(index);
    const record = await saveItem(desk, id);
    if (record) ready.set(record.incident.publicId, { id, version: record.incident.version });
    else failed.push(id);
  }
  if (ready.size === 0) return { done: 0, failed, problem: "", undo: null };
  for (const { id } of ready.values()) desk.store.apply({ type: "begun", id, busy: "publishing" });
  const items = [...ready].map(([publicId, { version }]) => ({ publicId, version }));
  const answer = await answerOf(desk.actions.applyBulk({ id: null, change: { kind: "publish" }, items }));
  if (!answer.ok) {
    for (const { id } of ready.values()) refuse(desk, id, answer, null);
    const all = [...failed, ...[...ready.values()].map(({ id }) => id)];
    return { done: 0, failed: all, problem: answer.message, undo: null };
  }
  const left = new Set(answer.data.skipped.map(({ publicId }) => publicId));
  const published = [...ready].filter(([publicId]) => !left.has(publicId));
  for (const [publicId, { id }] of published) await readAgain(desk, id, publicId);
  for (const publicId of left) {
    const id = ready.get(publicId)?.id ?? "";
    desk.store.apply({ type: "settled", id });
    // By itself it says at which fields something is missing, or shows what somebody else saved.
    if (!(await stepItem(desk, id, "publish"))) failed.push(id);
  }
  const bulkId = answer.data.id;
  const undo = bulkId === null ? null : () => undoPublishing(desk, bulkId, published);
  return { done: ids.length - failed.length, failed, problem: "", undo };
}

async function undoPublishing(
  desk: Desk,
  bulkId: string,
  published: readonly [publicId: string, { id: string }][],
): Promise<string> {
  const undone = await runUndo(desk.actions.undoBulk, bulkId);
  for (const [publicId, { id }] of published) await readAgain(desk, id, publicId);
  return undoWords(undone);
}

/** Takes the stored state of an item; what is typed meanwhile stays typed. */
async function readAgain(desk: Desk, id: string, publicId: string): Promise<void> {
  const sent = desk.store.get(id)?.form;
  const answer = await answerOf(desk.actions.readIncident({ publicId }));
  if (answer.ok && sent) desk.store.apply({ type: "saved", id, record: answer.data, sent });
  else if (!answer.ok) refuse(desk, id, answer, null);
}

/** Creates links one after the other; a failed one does not stop the others. */
export async function linkItems(desk: Desk, links: readonly LinkInput[], tell: Progress): Promise<Outcome> {
  const made: { id: string; from: string; to: string }[] = [];
  let problem = "";
  for (const [index, link] of links.entries()) {
    tell(index);
    const answer = await answerOf(desk.actions.createLink(link));
    if (!answer.ok) {
      problem ||= answer.message;
      continue;
    }
    made.push({ id: answer.data.id, from: link.from, to: link.to });
    refresh(desk, answer.data.from);
    refresh(desk, answer.data.to);
  }
  const undo = made.length === 0 ? null : () => undoLinks(desk, made);
  return { done: made.length, failed: [], problem, undo };
}

function refresh(desk: Desk, record: IncidentRecord | null): void {
  if (record) desk.store.apply({ type: "refreshed", record });
}

async function undoLinks(
  desk: Desk,
  made: readonly { id: string; from: string; to: string }[],
): Promise<string> {
  let problem = "";
  for (const { id, from, to } of made) {
    const answer = await answerOf(desk.actions.deleteLink({ id, publicId: from }));
    if (!answer.ok) {
      problem ||= answer.message;
      continue;
    }
    refresh(desk, answer.data);
    const other = await answerOf(desk.actions.readIncident({ publicId: to }));
    if (other.ok) refresh(desk, other.data);
  }
  return problem || "Removed the links again.";
}

type Lines = IncidentForm["participants"];

/** Takes the unknown actors out of the open proposals; undo puts the lines back where they are still missing. */
export function leaveOutActors({ store }: Desk): Outcome {
  const removed = new Map<string, Lines>();
  const unknown = unknownActors(store.all());
  for (const { id, key } of unknown.flatMap(({ lines }) => lines)) {
    const participants = store.get(id)?.form.participants ?? [];
    const kept = participants.filter((line) => line.key !== key);
    removed.set(id, [...(removed.get(id) ?? []), ...participants.filter((line) => line.key === key)]);
    store.apply({ type: "edited", id, change: { participants: kept } });
  }
  async function undo() {
    for (const [id, lines] of removed) {
      const now = store.get(id)?.form.participants ?? [];
      const back = lines.filter(({ key }) => !now.some((line) => line.key === key));
      store.apply({ type: "edited", id, change: { participants: [...now, ...back] } });
    }
    return "Put the actors back.";
  }
  return { done: unknown.length, failed: [], problem: "", undo: removed.size === 0 ? null : undo };
}

/** Adds each unknown actor of the open proposals once, and names it wherever it stood. */
export async function createActors(desk: Desk, kind: ActorKind, tell: Progress): Promise<Outcome> {
  const added: { slug: string; lines: { id: string; key: string }[] }[] = [];
  let problem = "";
  for (const [index, { name, lines }] of unknownActors(desk.store.all()).entries()) {
    tell(index);
    const entry = { name, kind, country: null, parent: null, wikidata: null, description: "", aliases: [] };
    const answer = await answerOf(desk.actions.createActor(entry));
    if (!answer.ok) {
      problem ||= answer.errors[0]?.message ?? answer.message;
      continue;
    }
    const { slug } = answer.data;
    for (const line of lines) changeLine(desk, line, () => ({ actor: slug, name: answer.data.name }));
    added.push({ slug, lines });
  }
  async function undo() {
    for (const { slug, lines } of added) {
      for (const line of lines) changeLine(desk, line, (now) => (now.actor === slug ? { actor: null } : {}));
    }
    return "Took the new actors out of the proposals. They stay in the list of actors.";
  }
  return { done: added.length, failed: [], problem, undo: added.length === 0 ? null : undo };
}

function changeLine(
  { store }: Desk,
  { id, key }: { id: string; key: string },
  change: (line: Lines[number]) => Partial<Lines[number]>,
): void {
  const item = store.get(id);
  if (!item || item.record) return;
  const participants = item.form.participants.map((line) =>
    line.key === key ? { ...line, ...change(line) } : line,
  );
  store.apply({ type: "edited", id, change: { participants } });
}
