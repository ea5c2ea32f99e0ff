"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { type BulkTarget, maxBulk } from "@/lib/incidents/bulk-schema";
import type { TableRow } from "@/lib/incidents/table-row";
import {
  encodeTableState,
  type TableColumn,
  type TableSort,
  type TableState,
  tableColumnLabels,
  tableColumns,
} from "@/lib/incidents/table-state";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import type { SavedSearch } from "@/lib/saved-searches/schema";
import { offerUndo } from "../chrome/undo-notice";
import { BulkDialog } from "./bulk-dialog";
import styles from "./incident-table.module.css";
import { RowStore } from "./row-store";
import { type BulkOutcome, runUndo, undoWords } from "./run-bulk";
import { SavedSearches } from "./saved-searches";
import { countSelected } from "./selection";
import type { TableActions } from "./table-actions";
import { TableGrid } from "./table-grid";
import { useColumns } from "./use-columns";
import { type SelectionControl, useSelection } from "./use-selection";

/** How long the notice with the undo of a bulk change stands; the desk lists it afterwards. */
const undoMs = 20_000;

type Props = {
  state: TableState;
  total: number;
  first: { rows: TableRow[]; next: string | null };
  searches: readonly SavedSearch[];
  campaigns: readonly { slug: string; name: string }[];
  mayPublish: boolean;
  actions: TableActions;
  /** The field for words, which stands in the same line. */
  words: ReactNode;
};

/** All incidents of any status as a table: sort, choose columns, select, change many at once. */
export function IncidentTable({
  state,
  total,
  first,
  searches,
  campaigns,
  mayPublish,
  actions,
  words,
}: Props) {
  const router = useRouter();
  const query = encodeTableState({ ...state, columns: null });
  const store = useMemo(() => new RowStore(query, total, first), [query, total, first]);
  const control = useSelection(store);
  const { columns, choose } = useColumns(state.columns);

  function sortBy(sort: TableSort) {
    router.push(paths.incidentTable(encodeTableState({ ...state, sort })), { scroll: false });
  }

  function chooseColumns(chosen: TableColumn[]) {
    choose(chosen);
    // An address that names columns would go on showing them.
    if (state.columns) router.replace(paths.incidentTable(encodeTableState({ ...state, columns: null })));
  }

  async function undo(id: string) {
    const outcome = await runUndo(actions.undoBulk, id);
    notifications.show({ message: undoWords(outcome), autoClose: outcome.kept.length > 0 ? false : 7000 });
    router.refresh();
  }

  function finish({ id, changed }: BulkOutcome, label: string) {
    if (id !== null && changed > 0) {
      offerUndo(`${label}: ${numberWords(changed)} done.`, () => void undo(id), undoMs);
      control.clear();
    }
    router.refresh();
  }

  return (
    <>
      <div className={styles.bar}>
        {words}
        <ColumnsMenu columns={columns} onChoose={chooseColumns} />
        <SavedSearches
          searches={searches}
          query={encodeTableState({ ...state, columns: [...columns] })}
          actions={actions}
        />
      </div>
      {total === 0 ? (
        <p className={styles.empty}>
          No incident matches. Take a filter away, or import an article that reports one.
        </p>
      ) : (
        <TableGrid
          key={query}
          store={store}
          columns={columns}
          sort={state.sort}
          onSort={sortBy}
          control={control}
        />
      )}
      <SelectionBar control={control} total={total}>
        <BulkDialog
          count={Math.min(countSelected(control.selection, total), maxBulk)}
          target={targetOf(control.selection, query)}
          mayPublish={mayPublish}
          campaigns={campaigns}
          actions={actions}
          onDone={finish}
        />
      </SelectionBar>
    </>
  );
}

const targetOf = (selection: SelectionControl["selection"], query: string): BulkTarget =>
  selection.all
    ? { query, except: [...selection.except] }
    : { publicIds: [...selection.ids].slice(0, maxBulk) };

/** How many are selected, and what can be done with them. Its place is kept, so that nothing moves. */
function SelectionBar({
  control,
  total,
  children,
}: {
  control: SelectionControl;
  total: number;
  children: ReactNode;
}) {
  const selected = countSelected(control.selection, total);
  return (
    <div className={styles.selection}>
      <p role="status">
        {selected === 0 ? `${numberWords(total)} in all` : `${numberWords(selected)} selected`}
        {selected > maxBulk && `; one change reaches ${numberWords(maxBulk)}`}
      </p>
      {selected === 0 ? (
        <p className={styles.note}>Space selects a row, Shift with a click all between, Ctrl A all.</p>
      ) : (
        <>
          {!control.selection.all && selected < total && (
            <Button size="small" onClick={control.selectAll}>
              {`Select all ${numberWords(total)} that match`}
            </Button>
          )}
          <Button size="small" onClick={control.clear}>
            Clear selection
          </Button>
          {children}
        </>
      )}
    </div>
  );
}

function ColumnsMenu({
  columns,
  onChoose,
}: {
  columns: readonly TableColumn[];
  onChoose: (columns: TableColumn[]) => void;
}) {
  return (
    <Menu label="Columns">
      <fieldset className={styles.columns}>
        <legend className={styles.note}>Kept on this device, and in a saved search</legend>
        {tableColumns.map((column) => (
          <label key={column} className={styles.column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              onChange={(event) =>
                onChoose(
                  tableColumns.filter((one) =>
                    one === column ? event.target.checked : columns.includes(one),
                  ),
                )
              }
            />
            {tableColumnLabels[column]}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
