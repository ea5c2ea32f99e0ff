import { z } from "zod";
import { jsonResponse, route } from "@/lib/api/route";
import { requireRole } from "@/lib/auth/principal";
import { listTableRows, maxTableRows } from "@/lib/incidents/table-queries";
import { decodeTableState } from "@/lib/incidents/table-state";

const placeSchema = z.object({
  cursor: z.string().max(1000).optional(),
  skip: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(maxTableRows).default(100),
});

/** Rows of the desk's table: a query of the table, and from where on. */
export const GET = route(async ({ request, principal }) => {
  requireRole(principal, "contributor");
  const params = new URL(request.url).searchParams;
  const { state } = decodeTableState(params);
  const { cursor, ...place } = placeSchema.parse(Object.fromEntries(params));
  return jsonResponse(
    await listTableRows(state.filter, { sort: state.sort, ...place, cursor: cursor ?? null }),
  );
});
