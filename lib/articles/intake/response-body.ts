import "server-only";
import { Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { maxPageBytes } from "@/lib/articles/intake/decode";
import { AppError } from "@/lib/errors";

const decompressors: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a response body whole, decompressing as it comes and stopping at 5 MB on either side, so that
 * a small body that unpacks to gigabytes costs no more than an honest one.
 */
export async function readBody(
  body: Readable,
  { encoding, length, signal }: { encoding: string | null; length: string | null; signal: AbortSignal },
): Promise<Uint8Array> {
  try {
    if (Number(length) > maxPageBytes) throw tooLarge();
    return await collect(decompressed(limited(body), encoding), signal);
  } finally {
    body.destroy();
  }
}

async function* limited(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > maxPageBytes) throw tooLarge();
    yield bytes;
  }
}

function decompressed(body: AsyncIterable<Buffer>, encoding: string | null): AsyncIterable<unknown> {
  const names = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length === 0) return body;
  const create = names.length === 1 ? decompressors[names[0] ?? ""] : undefined;
  if (!create) {
    throw new AppError("fetch-failed", {
      message: `The page is compressed as ${names.join(", ").slice(0, 60)}, which cannot be read.`,
    });
  }
  const source = Readable.from(body);
  const output = create();
  source.on("error", (error) => output.destroy(error));
  return source.pipe(output);
}

async function collect(chunks: AsyncIterable<unknown>, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  try {
    for await (const part of limited(chunks)) {
      signal.throwIfAborted();
      parts.push(part);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (/^Z_|^ERR_?_?BROTLI|^ERR__ERROR/.test(code)) {
      throw new AppError("fetch-failed", { message: "The page arrived damaged: it cannot be decompressed." });
    }
    throw error;
  }
  return Buffer.concat(parts);
}

function tooLarge(): AppError {
  return new AppError("too-large", {
    message: "The page is larger than 5 MB. Open it and paste the article's text instead.",
  });
}
