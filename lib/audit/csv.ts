import { type AuditDetails, type AuditLine, auditActionWords } from "./schema";

/** Details as one line: "from: editor, to: admin". */
export const detailWords = (details: AuditDetails): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${value ?? "none"}`)
    .join(", ");

// A spreadsheet runs a cell that begins like a formula; the apostrophe makes it text (OWASP, CSV injection).
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const row = (cells: string[]): string => `${cells.map(cell).join(",")}\r\n`;

export const auditCsvHead = row(["time", "person", "act", "action", "target", "details", "address"]);

/** Events as rows of RFC 4180, times in UTC. */
export const auditCsvRows = (lines: readonly AuditLine[]): string =>
  lines
    .map((line) =>
      row([
        line.createdAt,
        line.userName,
        auditActionWords(line.action),
        line.action,
        line.target ?? "",
        detailWords(line.details),
        line.ipAddress ?? "",
      ]),
    )
    .join("");
