/**
 * Folds a name for comparison: compatibility forms, no diacritics, no apostrophes (also the
 * transliteration marks of ayn and hamza), hyphens as spaces, lower case, single spaces.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘`´ʻʼʾʿ]/g, "")
    .replace(/[-‐‑–—_/.,()]+/g, " ")
    .toLowerCase()
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .replace(/[đð]/g, "d")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/\s+/g, " ")
    .trim();
}

/** URL slug of a name: the folded name in ASCII letters and digits, joined by hyphens; "" when nothing is left. */
export function slugify(name: string, maxLength = 80): string {
  return foldName(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, maxLength)
    .replace(/-+$/, "");
}

/** True for what slugify can give: only such texts are looked up as slugs. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
