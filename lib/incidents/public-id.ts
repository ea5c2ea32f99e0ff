import { randomInt } from "node:crypto";

// Crockford's base 32: no I, L, O, U, so that an id survives being read aloud and typed.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/** A new random public id, 40 bits; the database refuses one that was ever used. */
export function newPublicId(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
