import { buildBase } from "./base";
import type { Breathe } from "./breathe";
import { byColumn } from "./order";
import { copyRow, createRows } from "./rows";
import { changeRow, indexRows, type Store, settle, sizesOf } from "./store";

/**
 * A store with one base of everything that lives in this one now. Changes may go on in this one meanwhile:
 * finishCompaction takes them over.
 */
export async function compactStore(store: Store, breathe: Breathe): Promise<Store> {
  const { rows, base } = store;
  const later: number[] = [];
  for (let position = base.count; position < rows.length; position += 1) {
    if (rows.dead[position] === 0) later.push(position);
  }
  const compare = byColumn(rows, "earliest");
  later.sort(compare);
  const compacted = createRows(base.count + later.length + Math.max(1024, base.count >> 6));
  let next = 0;
  for (let position = 0; position <= base.count; position += 1) {
    const isLast = position === base.count;
    for (; next < later.length && (isLast || compare(later[next] ?? 0, position) < 0); next += 1) {
      copyRow(compacted, rows, later[next] ?? 0);
    }
    if (!isLast && rows.dead[position] === 0) copyRow(compacted, rows, position);
    if (position % 512 === 0) await breathe();
  }
  return {
    ...store,
    rows: compacted,
    base: await buildBase(compacted, sizesOf(store.vocabulary), breathe),
    positionOf: indexRows(compacted),
    removed: [],
  };
}

/** The compacted store with what changed in the old one since compaction began. */
export function finishCompaction(old: Store, compacted: Store, changed: ReadonlySet<number>): Store {
  const store: Store = { ...compacted, ancestry: old.ancestry, version: old.version };
  for (const rowNo of changed) {
    changeRow(store, rowNo, null);
    const source = old.positionOf[rowNo] ?? -1;
    if (source >= 0) {
      settle(store, rowNo, copyRow(store.rows, old.rows, source));
    }
  }
  return store;
}
