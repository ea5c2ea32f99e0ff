import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { route } from "@/lib/api/route";
import { openUpdateStream } from "@/lib/updates/stream";

const lastEventSchema = z.string().max(40).nullable();

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Compression would hold events back until there are enough of them.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

export const GET = route(async ({ request }) => {
  const after = new URL(request.url).searchParams.get("after");
  const stream = await openUpdateStream({
    address: request.headers.get("x-forwarded-for"),
    lastEventId: lastEventSchema.parse(request.headers.get("last-event-id") ?? after),
    signal: request.signal,
  });
  return new Response(stream, { headers });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
