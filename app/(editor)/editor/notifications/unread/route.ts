import { jsonResponse, route } from "@/lib/api/route";
import { countUnread } from "@/lib/notifications/queries";

/** How many notifications the person has not read; asked for every half minute by each open desk. */
export const GET = route(async ({ principal }) =>
  jsonResponse({ unread: principal?.id ? await countUnread(principal.id) : 0 }),
);
