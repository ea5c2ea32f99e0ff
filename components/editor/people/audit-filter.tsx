import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { type AuditFilter, auditActions, auditQuery } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import styles from "./audit.module.css";

/** What the log is narrowed to; works without a script. */
export function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  const { before: _before, ...kept } = filter;
  const query = auditQuery(kept);
  return (
    <form className={styles.filter} action={paths.adminAudit()}>
      <label className={styles.field}>
        Person or target
        <input className={styles.input} type="search" name="who" defaultValue={filter.who} maxLength={200} />
      </label>
      <label className={styles.field}>
        Act
        <select className={styles.input} name="action" defaultValue={filter.action}>
          <option value="">any</option>
          {Object.entries(auditActions).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        From
        <input className={styles.input} type="date" name="from" defaultValue={filter.from} />
      </label>
      <label className={styles.field}>
        To
        <input className={styles.input} type="date" name="to" defaultValue={filter.to} />
      </label>
      <div className={styles.acts}>
        <Button type="submit">Filter</Button>
        {query && (
          <ButtonLink look="quiet" href={paths.adminAudit()}>
            Clear
          </ButtonLink>
        )}
        <a className={styles.download} href={paths.adminAuditCsv(query)} download>
          Download CSV
        </a>
      </div>
    </form>
  );
}
