import "server-only";
import { type UpdateHub, updateHub } from "./hub";
import { readMissed } from "./missed";
import { eventText } from "./model";

/** Comments that keep proxies from taking the silence for an end. */
const heartbeatMs = 20_000;
/** Asks the browser to wait so long before it comes back; a part of it by chance, so that not all come at once. */
const retryMs = () => 3_000 + Math.round(Math.random() * 4_000);
/** A reader who has fallen this many events behind is let go, and resumes when it can. */
const maxBehind = 1_000;

/**
 * The updates as server-sent events, until the reader leaves, falls far behind, or the server stops.
 * Throws too-many-requests, or unavailable when the database does not answer.
 */
export async function openUpdateStream(
  asked: { address: string | null; lastEventId: string | null; signal: AbortSignal },
  hub: UpdateHub = updateHub(),
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const encoder = new TextEncoder();
  const { readable, controller } = openStream(() => end());
  let isEnded = false;
  let leave = () => {};
  const heartbeat = setInterval(() => send(": still here\n\n"), heartbeatMs);

  function end(): void {
    if (isEnded) return;
    isEnded = true;
    clearInterval(heartbeat);
    leave();
    try {
      controller.close();
    } catch {
      // The reader has cancelled it already.
    }
  }

  function send(text: string): void {
    if (isEnded) return;
    if ((controller.desiredSize ?? 0) < -maxBehind) end();
    else controller.enqueue(encoder.encode(text));
  }

  try {
    leave = await hub.subscribe({ address: asked.address, hear: (news) => send(eventText(news)), end });
    send(`retry: ${retryMs()}\n\n`);
    if (asked.lastEventId) for (const news of await readMissed(asked.lastEventId)) send(eventText(news));
  } catch (error) {
    end();
    throw error;
  }
  if (isEnded) leave();
  asked.signal.addEventListener("abort", end, { once: true });
  if (asked.signal.aborted) end();
  return readable;
}

function openStream(onCancel: () => void) {
  const opened: { controller?: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> } = {};
  const readable = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      opened.controller = controller;
    },
    cancel: onCancel,
  });
  const { controller } = opened;
  // A stream starts before its constructor returns (WHATWG Streams).
  if (!controller) throw new Error("The stream did not start.");
  return { readable, controller };
}
