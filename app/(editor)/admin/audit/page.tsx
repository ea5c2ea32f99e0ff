import type { Metadata } from "next";
import { AuditFilterForm } from "@/components/editor/people/audit-filter";
import { AuditTable } from "@/components/editor/people/audit-table";
import { listAuditEvents } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { adminPage } from "../admin-page";

export const metadata: Metadata = { title: "Audit log" };

const PAGE_SIZE = 50;

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const filter = readAuditFilter(await searchParams);
  return adminPage(paths.adminAudit(), "Audit log", async (principal) => (
    <>
      <AuditFilterForm filter={filter} />
      <AuditTable filter={filter} {...(await listAuditEvents(principal, filter, PAGE_SIZE))} />
    </>
  ));
}
