import "server-only";
import { readInBulk } from "@/lib/db/bulk-reader";
import type { Database, Transaction } from "@/lib/db/client";
import { log } from "@/lib/log";
import { breathing } from "./breathe";
import { newCaches } from "./caches";
import { readChanges, readSnapshot, trimLog } from "./change-log";
import { compactStore, finishCompaction } from "./compact";
import { loadNames, loadStore, readChangedRows } from "./load";
import { isSameMeaning, meaningOf } from "./meaning";
import { rowValues } from "./row-sql";
import { ancestryOf, changeRow, type Store } from "./store";
import { warmCounts } from "./warm";

const transactionLimits = { isolationLevel: "RepeatableRead", maxWait: 60_000, timeout: 900_000 } as const;
/** Beyond this many lines a new copy is made instead of changing the old one. */
const maxChanges = 50_000;
const retryMs = 5_000;

type Polling = { isSent: boolean; answer: Promise<Store | null> };

/**
 * The copy of the published incidents that this process answers from. Whatever was committed before current() was
 * called is in what it gives: it asks the log of changes each time, and instances share nothing but that log.
 */
export class ReadModel {
  readonly caches = newCaches();
  private store: Store | null = null;
  private snapshot = "";
  private mark = 0;
  private loading: Promise<void> | null = null;
  private compacting: Promise<void> | null = null;
  private changedSince: Set<number> | null = null;
  private polling: Polling | null = null;
  private generations = 0;
  private noLoadBefore = 0;

  constructor(private readonly database: Database) {}

  /** The store as it is now; null while it is not there, when SQL has to answer. */
  async current(): Promise<Store | null> {
    if (!this.store) {
      this.load();
      return null;
    }
    return this.poll();
  }

  /** Settles when the store can answer, or cannot be had; for benchmarks and tests. */
  async ready(): Promise<void> {
    this.load();
    await this.loading;
    await this.compacting;
  }

  private load(): void {
    if (this.store || this.loading || Date.now() < this.noLoadBefore) {
      return;
    }
    this.loading = this.loadNow()
      .catch((error: unknown) => {
        this.noLoadBefore = Date.now() + retryMs;
        log.warn(
          { err: error },
          "The copy of the published incidents could not be made; SQL answers meanwhile.",
        );
      })
      .finally(() => {
        this.loading = null;
      });
  }

  private async loadNow(): Promise<void> {
    const breathe = breathing();
    this.generations += 1;
    await readInBulk(async (reader) => {
      const { snapshot, mark } = await readSnapshot(reader);
      const store = await loadStore(reader, this.generations, breathe);
      Object.assign(this, { snapshot, mark });
      this.store = store;
    });
    if (this.store) {
      await warmCounts(this.store, this.caches, breathe);
    }
  }

  private forget(): void {
    this.store = null;
    for (const cache of Object.values(this.caches)) cache.clear();
  }

  /** Requests share a look at the log as long as it has not been sent when they come. */
  private poll(): Promise<Store | null> {
    if (this.polling && !this.polling.isSent) {
      return this.polling.answer;
    }
    const before = this.polling?.answer.catch(() => null);
    const polling: Polling = {
      isSent: false,
      answer: (before ?? Promise.resolve(null)).then(() => {
        polling.isSent = true;
        return this.follow();
      }),
    };
    this.polling = polling;
    return polling.answer;
  }

  private async follow(): Promise<Store | null> {
    if (!this.store) {
      return null;
    }
    const changed = await readSnapshot(this.database, this.snapshot);
    if (changed.changes === 0) {
      this.snapshot = changed.snapshot;
      return this.store;
    }
    if (changed.changes > maxChanges) {
      this.forget();
      return null;
    }
    const isKnown = await this.database.$transaction(
      (transaction) => this.take(transaction),
      transactionLimits,
    );
    if (!isKnown) {
      this.forget();
    }
    return this.store;
  }

  /** Brings the store to the transaction's snapshot; false when the log has lost what this copy needs. */
  private async take(transaction: Transaction): Promise<boolean> {
    const store = this.store;
    const changes = await readChanges(transaction, this.snapshot);
    if (!store || changes.oldestMark > this.mark) {
      return false;
    }
    const found = await readChangedRows(transaction, changes.rowNos);
    const values = new Map(found.map((row) => [row[0], rowValues(store.vocabulary, row)]));
    const { places, actors, campaigns, publishers } = store.vocabulary;
    const isUnnamed = [places, actors, campaigns, publishers].some((names) => names.isIncomplete);
    if (changes.hasNames || isUnnamed) {
      const before = meaningOf(store);
      await loadNames(transaction, store.vocabulary);
      store.ancestry = ancestryOf(store.vocabulary);
      if (!isSameMeaning(before, meaningOf(store))) {
        this.generations += 1;
        store.generation = this.generations;
        void warmCounts(store, this.caches, breathing()).catch((error: unknown) => log.warn({ err: error }));
      }
    }
    for (const rowNo of changes.rowNos) {
      changeRow(store, rowNo, values.get(rowNo) ?? null);
      this.changedSince?.add(rowNo);
    }
    store.version += 1;
    this.snapshot = changes.snapshot;
    this.mark = changes.newestMark;
    if (changes.isTrimDue) void trimLog(this.database).catch((error: unknown) => log.warn({ err: error }));
    this.compactWhenDue();
    return true;
  }

  /** When what came later slows the answers down, or old lists of links take much memory, all is worked into a new base; the old one answers meanwhile. */
  private compactWhenDue(): void {
    const store = this.store;
    if (!store || this.compacting) {
      return;
    }
    const { rows, base } = store;
    const later = rows.length - base.count + store.removed.length;
    const isLean = rows.lists.size < base.listed + Math.max(1_000_000, base.listed);
    if (later < Math.max(1000, base.count / 200) && isLean) {
      return;
    }
    this.changedSince = new Set();
    this.compacting = this.compact(store)
      .catch((error: unknown) => log.warn({ err: error }))
      .finally(() => {
        this.compacting = null;
        this.changedSince = null;
      });
  }

  private async compact(store: Store): Promise<void> {
    const breathe = breathing();
    const { generation } = store;
    const compacted = await compactStore(store, breathe);
    this.generations += 1;
    const next = { ...compacted, generation: this.generations };
    await warmCounts(next, this.caches, breathe);
    if (this.store !== store) {
      return;
    }
    this.store = finishCompaction(store, next, this.changedSince ?? new Set());
    if (store.generation !== generation) {
      this.generations += 1;
      this.store.generation = this.generations;
    }
  }
}
