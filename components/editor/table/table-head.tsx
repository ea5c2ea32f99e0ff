import { classNames } from "@/components/ui/class-names";
import {
  isDescending,
  nextSort,
  sortKeyOf,
  type TableSort,
  type TableSortKey,
} from "@/lib/incidents/table-state";
import styles from "./table-grid.module.css";

/** The head of a column; a click on one that sorts sorts by it, another one turns the order round. */
export function HeadCell({
  label,
  sortKey,
  sort,
  isNumber = false,
  onSort,
}: {
  label: string;
  sortKey?: TableSortKey;
  sort: TableSort;
  isNumber?: boolean;
  onSort: (sort: TableSort) => void;
}) {
  const isSorted = sortKey !== undefined && sortKeyOf(sort) === sortKey;
  const direction = isDescending(sort) ? "descending" : "ascending";
  return (
    <th
      scope="col"
      className={classNames(styles.headCell, isNumber && styles.number)}
      aria-sort={isSorted ? direction : undefined}
    >
      {sortKey === undefined ? (
        label
      ) : (
        <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, sortKey))}>
          {label}
          <span aria-hidden="true">{isSorted ? (isDescending(sort) ? "↓" : "↑") : ""}</span>
        </button>
      )}
    </th>
  );
}
