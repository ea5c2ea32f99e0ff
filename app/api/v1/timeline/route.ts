import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { readFilter } from "@/lib/api/read-filter";
import { jsonResponse, route } from "@/lib/api/route";
import { atTime } from "@/lib/incidents/as-of";
import { copiedFor } from "@/lib/incidents/as-of-copy";
import { timelineGroups } from "@/lib/timeline/groups";
import { getTimelineWindow } from "@/lib/timeline/window";

const windowSchema = z.object({
  start: z.string().max(40).nullable(),
  end: z.string().max(40).nullable(),
  width: z.coerce.number().int().min(1).max(20_000).optional(),
  group: z.enum(timelineGroups).default("none"),
});

export const GET = route(async ({ request, principal }) => {
  const params = new URL(request.url).searchParams;
  const { filter, statuses, asOf } = readFilter(params, principal);
  const window = windowSchema.parse({
    start: params.get("start"),
    end: params.get("end"),
    width: params.get("width") ?? undefined,
    group: params.get("group") ?? undefined,
  });
  return jsonResponse(
    await atTime(
      asOf,
      (reader) => getTimelineWindow(filter, { ...window, statuses, signal: request.signal }, reader),
      copiedFor(filter),
    ),
  );
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
