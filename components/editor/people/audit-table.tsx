import Link from "next/link";
import { Table } from "@/components/ui/table";
import { detailWords } from "@/lib/audit/csv";
import { type AuditFilter, type AuditLine, auditActionWords, auditQuery } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { dateTimeWords } from "../desk/date-time-words";
import styles from "./audit.module.css";

/** A page of the audit log, and the ways to the next and to the newest. */
export function AuditTable({
  lines,
  hasMore,
  filter,
}: {
  lines: readonly AuditLine[];
  hasMore: boolean;
  filter: AuditFilter;
}) {
  const older = lines.at(-1);
  if (lines.length === 0) {
    return <p className={styles.none}>Nothing that fits is in the log.</p>;
  }
  return (
    <div className={styles.log}>
      <Table>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Act</th>
            <th scope="col">Target</th>
            <th scope="col">Details</th>
            <th scope="col">From address</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={styles.when}>
                <time dateTime={line.createdAt}>{dateTimeWords(line.createdAt)}</time>
              </td>
              <th scope="row">{line.userName}</th>
              <td className={styles.act}>{auditActionWords(line.action)}</td>
              <td className={styles.long}>{line.target}</td>
              <td className={styles.long}>{detailWords(line.details)}</td>
              <td>{line.ipAddress}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <nav className={styles.pages} aria-label="Pages of the log">
        {filter.before && <Link href={paths.adminAudit(auditQuery({ ...filter, before: "" }))}>Newest</Link>}
        {hasMore && older && (
          <Link href={paths.adminAudit(auditQuery({ ...filter, before: older.id }))}>Older</Link>
        )}
      </nav>
    </div>
  );
}
