import { expect, it } from "vitest";
import { auditCsvHead, auditCsvRows } from "./csv";

it("events are rows that no spreadsheet takes for formulas", () => {
  const line = {
    id: "1",
    action: "role-changed",
    userName: '=HYPERLINK("http://example.org")',
    target: "a,b@example.org",
    details: { from: "viewer", to: "editor" },
    ipAddress: null,
    createdAt: "2026-11-22T10:00:00.000Z",
  };
  expect(auditCsvHead).toBe("time,person,act,action,target,details,address\r\n");
  expect(auditCsvRows([line])).toBe(
    `2026-11-22T10:00:00.000Z,"'=HYPERLINK(""http://example.org"")",Changed a role,role-changed,"a,b@example.org","from: viewer, to: editor",\r\n`,
  );
});
