import { type ColumnName, columnNames, columns } from "./columns";
import styles from "./incident-table.module.css";

/** Which columns the list has; kept in the browser. */
export function ColumnChoice({
  shown,
  onChoose,
}: {
  shown: readonly ColumnName[];
  onChoose: (names: readonly ColumnName[]) => void;
}) {
  return (
    <details className={styles.choice} data-print="hide">
      <summary>Columns</summary>
      <fieldset>
        <legend className={styles.caption}>Columns of the list</legend>
        {columnNames.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={shown.includes(name)}
              onChange={({ target }) =>
                onChoose(columnNames.filter((one) => (one === name ? target.checked : shown.includes(one))))
              }
            />
            {columns[name].label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
