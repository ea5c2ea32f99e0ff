import { route } from "@/lib/api/route";
import { auditCsvHead, auditCsvRows } from "@/lib/audit/csv";
import { listAuditEvents } from "@/lib/audit/queries";
import { readAuditFilter } from "@/lib/audit/schema";
import { type Principal, requireRole } from "@/lib/auth/principal";

const BATCH = 1000;

/** The audit log as CSV, newest first, with the filter of the page; read and sent in batches. */
export const GET = route(async ({ request, principal }) => {
  requireRole(principal, "admin");
  const filter = readAuditFilter(Object.fromEntries(new URL(request.url).searchParams));
  const chunks = csvOf(principal, filter);
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": 'attachment; filename="audit-log.csv"',
      "Cache-Control": "no-store",
    },
  });
});

async function* csvOf(principal: Principal, filter: ReturnType<typeof readAuditFilter>) {
  const encoder = new TextEncoder();
  yield encoder.encode(auditCsvHead);
  for (let before = filter.before; ; ) {
    const { lines, hasMore } = await listAuditEvents(principal, { ...filter, before }, BATCH);
    yield encoder.encode(auditCsvRows(lines));
    const last = lines.at(-1);
    if (!hasMore || !last) {
      return;
    }
    before = last.id;
  }
}
