import { refusing } from "@/lib/api/methods";
import { jsonResponse, route } from "@/lib/api/route";
import { requireRole } from "@/lib/auth/principal";
import { listOpenChanges } from "@/lib/incidents/proposed-change-queries";

export const GET = route(async ({ principal }) => {
  requireRole(principal, "contributor");
  return jsonResponse({ data: await listOpenChanges() });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
