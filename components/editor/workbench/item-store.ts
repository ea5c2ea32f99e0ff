import type { FormErrors, IncidentForm } from "@/lib/incidents/form";
import { formOfRecord } from "@/lib/incidents/form-of-record";
import type { ProposedChange } from "@/lib/incidents/proposed-change-schema";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { type DraftBody, type Item, restoreItem } from "./item";

export type ItemEvent =
  | { type: "edited"; id: string; change: Partial<IncidentForm> }
  | { type: "restored"; id: string; draft: DraftBody }
  | { type: "added"; item: Item }
  | { type: "removed"; id: string }
  | { type: "begun"; id: string; busy: NonNullable<Item["busy"]> }
  /** What was begun is over, and nothing came of it. */
  | { type: "settled"; id: string }
  | {
      type: "refused";
      id: string;
      errors: FormErrors;
      words: string;
      isSignedOut?: boolean;
      isStale?: boolean;
    }
  | { type: "saved"; id: string; record: IncidentRecord; sent: IncidentForm }
  /** A change of a published incident waits for review; the record stays. */
  | { type: "proposed"; id: string; change: ProposedChange; sent: IncidentForm }
  | { type: "refreshed"; record: IncidentRecord }
  | { type: "decided"; id: string; isRejected: boolean }
  /** A recorded incident that the item was compared with is not what it was. */
  | { type: "compared"; id: string; record: IncidentRecord }
  | { type: "conflicted"; id: string; current: IncidentRecord }
  | { type: "merged"; id: string; form: IncidentForm }
  | { type: "reverted"; id: string; form: IncidentForm };

const settled = { busy: null, errors: {}, problem: null } as const;

/** What an event makes of the item that it is about. */
function changed(item: Item, event: ItemEvent): Item {
  switch (event.type) {
    case "edited": {
      const form = { ...item.form, ...event.change };
      const kept = Object.entries(item.errors).filter(([part]) => !touches(part, event.change));
      return { ...item, form, errors: Object.fromEntries(kept) };
    }
    case "restored":
      return restoreItem(item, event.draft);
    case "begun":
      return { ...item, busy: event.busy, problem: null };
    case "settled":
      return { ...item, busy: null };
    case "refused":
      return {
        ...item,
        busy: null,
        errors: event.errors,
        problem: {
          words: event.words,
          isSignedOut: event.isSignedOut ?? false,
          isStale: event.isStale ?? false,
        },
      };
    case "saved":
      return saved(item, event.record, event.sent);
    case "proposed":
      return proposed(item, event.change, event.sent);
    case "decided":
      return { ...item, ...settled, isRejected: event.isRejected };
    case "compared":
      return compared(item, event.record.incident);
    case "conflicted":
      return { ...item, busy: null, conflict: event.current };
    case "merged":
      return merged(item, event.form);
    case "reverted":
      return { ...item, ...settled, form: event.form, start: event.form, restoredAt: null, conflict: null };
    default:
      return item;
  }
}

/** Whether an error belongs to a part that was just changed: "participants.2" to participants. */
const touches = (part: string, change: Partial<IncidentForm>): boolean => {
  const head = part.split(".")[0] ?? "";
  return head in change || (["precision", "coordinates"].includes(head) && "place" in change);
};

function compared(item: Item, { publicId, version, title }: IncidentRecord["incident"]): Item {
  const likes = item.suggestion?.likes.map((like) =>
    like.publicId === publicId ? { ...like, version, title } : like,
  );
  return item.suggestion && likes ? { ...item, suggestion: { ...item.suggestion, likes } } : item;
}

/** What was typed while the save was on its way stays typed. */
function saved(item: Item, record: IncidentRecord, sent: IncidentForm): Item {
  const stored = formOfRecord(record, item.articleId);
  return {
    ...item,
    ...settled,
    record,
    version: record.incident.version,
    start: stored,
    form: item.form === sent ? stored : item.form,
    isRejected: false,
    conflict: null,
    restoredAt: null,
  };
}

function proposed(item: Item, change: ProposedChange, sent: IncidentForm): Item {
  const { id, updatedAt, baseVersion } = change;
  const rest = { version: baseVersion, start: sent, conflict: null, restoredAt: null };
  return { ...item, ...settled, ...rest, proposal: { id, updatedAt } };
}

function merged(item: Item, form: IncidentForm): Item {
  const current = item.conflict;
  if (!current) return item;
  return {
    ...item,
    record: current,
    version: current.incident.version,
    start: formOfRecord(current, item.articleId),
    form,
    conflict: null,
  };
}

/** A record that changed beside the form, by a link for example: what is typed moves to its version. */
function refreshed(item: Item, record: IncidentRecord): Item {
  if (item.record?.incident.publicId !== record.incident.publicId) return item;
  const isUpToDate = item.version === item.record.incident.version;
  return { ...item, record, version: isUpToDate ? record.incident.version : item.version };
}

function reduce(items: readonly Item[], event: ItemEvent): readonly Item[] {
  if (event.type === "added") return [...items, event.item];
  if (event.type === "removed") return items.filter(({ id }) => id !== event.id);
  if (event.type === "refreshed") return items.map((item) => refreshed(item, event.record));
  return items.map((item) => (item.id === event.id ? changed(item, event) : item));
}

export type ItemStore = {
  all: () => readonly Item[];
  get: (id: string) => Item | undefined;
  apply: (event: ItemEvent) => void;
  subscribe: (listener: () => void) => () => void;
};

/** The items of a page, outside of React, so that what runs between two requests reads what is typed now. */
export function createItemStore(
  initial: readonly Item[],
  afterEvent: (event: ItemEvent, store: ItemStore) => void,
): ItemStore {
  let items = initial;
  const listeners = new Set<() => void>();
  const store: ItemStore = {
    all: () => items,
    get: (id) => items.find((item) => item.id === id),
    apply: (event) => {
      items = reduce(items, event);
      afterEvent(event, store);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
