import { uuidOfHex } from "@/lib/uuid";

/** A random UUID (version 4). crypto.randomUUID is missing on pages that came without TLS from another machine. */
export function newCreateKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return uuidOfHex(`${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17)}`);
}
