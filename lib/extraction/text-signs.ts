/** Letters in either case are 1 to 26; any digit, the underscore, and one sign for whatever is no part of a word. */
const OTHER = 0;
const DIGIT = 27;
const UNDERSCORE = 28;
/** The long s and the Kelvin sign: letters of ASCII to some patterns and none to others. */
export const DOUBLE_FACED = 29;
/** How many signs there may be; the last two stand for no character. */
export const SIGNS = 32;

const CODES = Uint8Array.from({ length: 256 }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase();
  if (/^[a-z]$/.test(small)) return small.charCodeAt(0) - 96;
  if (/^\d$/.test(small)) return DIGIT;
  return small === "_" ? UNDERSCORE : OTHER;
});

/** The sign that stands for a character, by its code unit. */
export function signOf(code: number): number {
  if (code < 256) return CODES[code] ?? OTHER;
  return code === 0x17f || code === 0x212a ? DOUBLE_FACED : OTHER;
}
