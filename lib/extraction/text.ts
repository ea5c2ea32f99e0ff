/** A span of the input text in UTF-16 code units: text.slice(start, end). */
export type Span = { start: number; end: number };

const CHARACTER_FORMS: Record<string, string> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "\r": "\n",
  "\u2028": "\n",
  "\u2029": "\n",
};

const blank = (match: string): string => match.replace(/[^\n]/g, " ");

/**
 * The same text in one byte a character where every character allows it: all that is searched for later is found
 * in a third less time than in a text that once held a curly quotation mark.
 */
function compact(text: string): string {
  const step = 8192;
  const parts: string[] = [];
  for (let from = 0; from < text.length; from += step) {
    const codes = new Uint8Array(Math.min(text.length - from, step));
    for (let i = 0; i < codes.length; i += 1) {
      const code = text.charCodeAt(from + i);
      if (code > 255) return text;
      codes[i] = code;
    }
    parts.push(Reflect.apply(String.fromCharCode, null, codes));
  }
  return parts.join("");
}

/**
 * The text with plain quotation marks and spaces, and with tags, entities and footnote marks blanked out.
 * Every character keeps its place, so that offsets into the result are offsets into the input.
 */
export function plainText(text: string): string {
  let plain = text.replace(/[’‘ʼ`´“”„«»\r\u2028\u2029]/g, (c) => CHARACTER_FORMS[c] ?? c);
  plain = plain.replace(/[^\S\n ]|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, " ");
  if (/<\/?[a-z][a-z0-9]{0,10}[\s/>]/i.test(plain)) {
    plain = plain.replace(
      /<(?:br|p|\/p|\/div|\/h[1-6]|\/li)\b[^<>]{0,300}>/gi,
      (tag) => `${blank(tag).slice(1)}\n`,
    );
    plain = plain.replace(/<[a-z!/][^<>]{0,500}>/gi, blank);
  }
  plain = plain.replace(/&(?:nbsp|amp|quot|lt|gt|#\d{1,6}|[lr][sd]quo|[mn]dash);/g, blank);
  return compact(plain.replace(/\[(?:\d{1,3}|update|edit|citation needed)\]/gi, blank));
}

/** Letters of ASCII are most of what stands at an end. */
const isSpace = (plain: string, at: number): boolean => {
  const code = plain.charCodeAt(at);
  return code <= 32 || code >= 127 ? /\s/.test(plain.charAt(at)) : false;
};

/** The span without spaces at its ends. */
export function trimSpan(plain: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(plain, start)) start += 1;
  while (end > start && isSpace(plain, end - 1)) end -= 1;
  return { start, end };
}
