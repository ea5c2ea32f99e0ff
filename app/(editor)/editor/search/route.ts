import { jsonResponse, route } from "@/lib/api/route";
import { requireRole } from "@/lib/auth/principal";
import { searchDesk } from "@/lib/desk/search-queries";

/** What the command palette finds for the words typed so far. */
export const GET = route(async ({ request, principal }) => {
  requireRole(principal, "contributor");
  const text = new URL(request.url).searchParams.get("q") ?? "";
  return jsonResponse(await searchDesk(principal.id ?? "", text.slice(0, 200)));
});
