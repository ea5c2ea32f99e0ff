import "server-only";

/** An answer of a language model that is longer than this is no list of incidents. */
const MOST_BYTES = 2_000_000;

export class AnswerTooLarge extends Error {}

/** A fetch that follows no redirect, caches nothing and stops reading at 2 MB. */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "error", cache: "no-store" });
  if (Number(response.headers.get("content-length")) > MOST_BYTES) {
    await response.body?.cancel();
    throw new AnswerTooLarge();
  }
  let size = 0;
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > MOST_BYTES) controller.error(new AnswerTooLarge());
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted ?? null, { status, statusText, headers });
};
