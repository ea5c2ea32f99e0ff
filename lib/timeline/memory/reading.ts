import "server-only";
import { type Database, database, type Reader } from "@/lib/db/client";
import type { IncidentFilter } from "@/lib/incidents/filters";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import type { Caches } from "./caches";
import type { TextMatch } from "./match";
import { ReadModel } from "./read-model";
import { SizedCache } from "./sized-cache";
import type { Store } from "./store";
import { readTextMatch } from "./text-match";
import { turn } from "./turn";
import { type View, viewOf } from "./view";

/** What an answer is made from. */
export type Reading = {
  store: Store;
  caches: Caches;
  text: TextMatch | null;
  /** The store through a filter with the same words. */
  view: (filter: IncidentFilter) => View;
};

type Held = { model: ReadModel; texts: SizedCache<TextMatch> };

// One copy for a process, whichever of its bundles asks; a new one for each new connection to a database.
const held = globalThis as typeof globalThis & { sightlineReadModels?: WeakMap<Database, Held> };

function heldFor(connection: Database): Held {
  held.sightlineReadModels ??= new WeakMap();
  const known = held.sightlineReadModels.get(connection);
  if (known) {
    return known;
  }
  const texts = new SizedCache<TextMatch>(32 * 1024 * 1024, (text) => text.byteLength + 64);
  const made = { model: new ReadModel(connection), texts };
  held.sightlineReadModels.set(connection, made);
  return made;
}

/** The copy of this process; asking it makes it load. */
export const readModel = (): ReadModel => heldFor(database()).model;

/** Forgets what was worked out of late and is kept within bounds; for benchmarks, which look for what else grows. */
export function forgetAnswers(): void {
  const { model, texts } = heldFor(database());
  for (const cache of [texts, ...Object.values(model.caches)]) cache.clear();
}

const textKey = ({ generation, version }: Store, words: string): string =>
  `${generation}/${version}/${words}`;

/** Words are looked up by the database; an edit meanwhile makes the answer and the copy disagree. */
const maxTextAttempts = 3;

/**
 * Works an answer out from the copy in memory, in one go. Null when SQL has to answer: while the copy is being
 * made, for readers who see more than what is published, inside a transaction, and when edits come too fast.
 * isRanked: the words of the filter are also looked at for how well they fit. signal: nothing is worked out for a
 * client that has gone; throws its reason.
 */
export async function fromMemory<Answer>(
  filter: IncidentFilter,
  statuses: readonly IncidentStatus[] | undefined,
  reader: Reader,
  answer: (reading: Reading) => Answer,
  { isRanked = false, signal }: { isRanked?: boolean; signal?: AbortSignal } = {},
): Promise<Answer | null> {
  const isPublic = statuses === undefined || filter.status.length === 0;
  const connection = database();
  if (!isPublic || reader !== connection) {
    return null;
  }
  const { model, texts } = heldFor(connection);
  const from = (store: Store, text: TextMatch | null) => {
    const view = (under: IncidentFilter) => viewOf(store, model.caches, under, text);
    return answer({ store, caches: model.caches, text, view });
  };
  for (let attempt = 1; attempt <= maxTextAttempts; attempt += 1) {
    const store = await model.current();
    if (!store) {
      return null;
    }
    await turn(signal);
    const words = `${isRanked ? "ranked" : ""}/${filter.q}`;
    const key = textKey(store, words);
    const known = filter.q === "" ? null : texts.find(key);
    if (known !== undefined) {
      return from(store, known);
    }
    const found = await readTextMatch(connection, filter.q, isRanked);
    const later = await model.current();
    await turn(signal);
    if (later && textKey(later, words) === key) {
      return from(later, texts.keep(key, found));
    }
  }
  return null;
}
