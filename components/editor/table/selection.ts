/** Which incidents are selected: some by their ids, or all that match but a few. */
export type Selection = { all: false; ids: ReadonlySet<string> } | { all: true; except: ReadonlySet<string> };

export const noSelection: Selection = { all: false, ids: new Set() };
export const allSelected: Selection = { all: true, except: new Set() };

export const isSelected = (selection: Selection, publicId: string): boolean =>
  selection.all ? !selection.except.has(publicId) : selection.ids.has(publicId);

export const countSelected = (selection: Selection, total: number): number =>
  selection.all ? Math.max(total - selection.except.size, 0) : selection.ids.size;

/** The selection with these incidents in it, or without them. */
export function withSelected(
  selection: Selection,
  publicIds: readonly string[],
  selected: boolean,
): Selection {
  const changed = new Set(selection.all ? selection.except : selection.ids);
  for (const id of publicIds) {
    if (selected === selection.all) changed.delete(id);
    else changed.add(id);
  }
  return selection.all ? { all: true, except: changed } : { all: false, ids: changed };
}
