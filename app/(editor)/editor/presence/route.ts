import { jsonResponse, readBody, route } from "@/lib/api/route";
import { beat } from "@/lib/presence/commands";
import { heartbeatSchema } from "@/lib/presence/schema";

/** The heartbeat of an open form. A route and not an action: a page that is being left can only send a beacon. */
export const POST = route(async ({ request, principal }) =>
  jsonResponse({ incidents: await beat(principal, await readBody(request, heartbeatSchema)) }),
);
