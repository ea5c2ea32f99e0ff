import "server-only";
import iconv from "iconv-lite";
import { AppError } from "@/lib/errors";

/** The largest page that is fetched, uploaded or read, in bytes. */
export const maxPageBytes = 5_000_000;

/** First bytes (as latin1, from an offset) of what is not text, and what it is. */
const signatures: readonly (readonly [start: string, offset: number, what: string])[] = [
  ["%PDF-", 0, "a PDF document"],
  ["PK\x03\x04", 0, "a ZIP archive or an Office document"],
  ["\xd0\xcf\x11\xe0", 0, "an Office document"],
  ["{\\rtf", 0, "an RTF document"],
  ["\x89PNG", 0, "an image (PNG)"],
  ["\xff\xd8\xff", 0, "an image (JPEG)"],
  ["GIF8", 0, "an image (GIF)"],
  ["WEBP", 8, "an image (WebP)"],
  ["II*\0", 0, "an image (TIFF)"],
  ["MM\0*", 0, "an image (TIFF)"],
  ["\x1f\x8b", 0, "a gzip archive"],
  ["7z\xbc\xaf", 0, "an archive (7z)"],
  ["Rar!", 0, "an archive (RAR)"],
  ["\xfd7zXZ", 0, "an archive (XZ)"],
  ["ftyp", 4, "a video or audio file"],
  ["ID3", 0, "a video or audio file"],
  ["OggS", 0, "a video or audio file"],
  ["\x1aE\xdf\xa3", 0, "a video or audio file"],
  ["\x7fELF", 0, "a program"],
];

/**
 * Text of a page or text file. The encoding is the byte order mark's, the header's, the page's own,
 * else UTF-8; a declared encoding gives way to bytes that are plainly UTF-8. Throws AppError
 * (unsupported-media, too-large, invalid-input) for binary files, empty ones and wrong encodings.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null = null): string {
  if (bytes.length > maxPageBytes) {
    throw new AppError("too-large", {
      message: "The file is larger than 5 MB. Paste the article's text instead.",
    });
  }
  if (bytes.length === 0) throw new AppError("invalid-input", { message: "The file is empty." });
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const marked = byteOrderMark(bytes);
  const kind = marked ? undefined : signatures.find(([start, offset]) => head.startsWith(start, offset));
  if (kind) throw binary(kind[2]);
  const declared = charsetOfHeader(contentType) ?? charsetOfPage(head);
  const charset = marked ?? effectiveCharset(declared, bytes);
  if (!/^utf-?(16|32)/i.test(charset) && head.includes("\0")) throw binary("a binary file");
  const text = decodeAs(bytes, charset).replace(/^\ufeff/, "");
  if (text.trim() === "") throw new AppError("invalid-input", { message: "The file is empty." });
  checkReplacements(text, charset);
  return text;
}

function binary(what: string): AppError {
  return new AppError("unsupported-media", {
    message: `This is ${what}, not a text or a web page. Open it and paste the article's text.`,
  });
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xff && b === 0xfe ? "utf-16le" : null;
}

function charsetOfHeader(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w:.+-]+)/i.exec(contentType ?? "")?.[1] ?? null;
}

function charsetOfPage(head: string): string | null {
  const meta =
    /<meta[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w:.+-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w:.+-]+)/i.exec(head);
  const charset = meta?.[1] ?? null;
  // HTML Standard, 4.2.5.5: a page that can say so in ASCII is not in UTF-16.
  return charset && /^utf-?16/i.test(charset) ? "utf-8" : charset;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The declared encoding, unless the bytes beyond ASCII are well-formed UTF-8, which hardly happens by chance. */
function effectiveCharset(declared: string | null, bytes: Uint8Array): string {
  if (declared === null || /^utf-?(8|16|32)/i.test(declared)) return declared ?? "utf-8";
  if (!bytes.some((byte) => byte > 0x7f)) return declared;
  try {
    utf8.decode(bytes);
    return "utf-8";
  } catch {
    return declared;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    const rare: string = charset;
    if (iconv.encodingExists(rare)) return iconv.decode(Buffer.from(bytes), rare);
  }
  throw new AppError("unsupported-media", {
    message: `The page says that it is encoded as ${charset.slice(0, 40)}, which is not known. Paste the article's text.`,
  });
}

function checkReplacements(text: string, charset: string): void {
  if (countReplacements(text) <= Math.max(3, text.length / 500)) return;
  throw new AppError("invalid-input", {
    message: `The text cannot be read as ${charset.toUpperCase()}: too many characters are broken. Save it as UTF-8, or paste the article's text.`,
  });
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count += 1;
  return count;
}
