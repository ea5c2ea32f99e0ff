import { keptChoice, useKeptChoice } from "@/components/ui/kept-choice";
import { type TableColumn, tableColumns, usualColumns } from "@/lib/incidents/table-state";

const kept = keptChoice("sightline.table-columns");
const choose = (columns: readonly TableColumn[]): void => kept.choose(columns.join(","));

/** The columns that this device shows, unless the address names others; choosing keeps them here. */
export function useColumns(named: readonly TableColumn[] | null): {
  columns: readonly TableColumn[];
  choose: (columns: readonly TableColumn[]) => void;
} {
  const chosen = useKeptChoice(kept)?.split(",") ?? usualColumns;
  const own = tableColumns.filter((column) => chosen.includes(column));
  return { columns: named ?? own, choose };
}
