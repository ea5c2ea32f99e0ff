import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { maxPageBytes } from "@/lib/articles/intake/decode";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export function textSha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The page as it came, compressed for storage (Brotli). */
export async function packSnapshot(page: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(page);
  const packed = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return Uint8Array.from(packed);
}

/** The page of a stored snapshot. Rejects when it is damaged or larger than any page that was stored. */
export async function unpackSnapshot(snapshot: Uint8Array): Promise<Uint8Array> {
  return decompress(snapshot, { maxOutputLength: 4 * maxPageBytes });
}
