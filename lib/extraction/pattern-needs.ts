/**
 * What a text must hold for a pattern to match in it, read from the pattern's own source. Signs are written as
 * letters in small case, "0" for any digit, "_", and " " for whatever is no part of a word.
 */

/** One of these stands in every text that matches. */
type Clause = readonly string[];
/** `exact`: all that a part of a pattern can match, or null where that is no short list. */
type Part = {
  exact: Clause | null;
  clauses: readonly Clause[];
  /** With one of these a match begins, where that is a short list. */
  starts?: Clause | null;
};

const MOST_EXACT = 96;
/** Stands for \b until its neighbours are known. */
const EDGE = "\u0001";
const NOTHING: Part = { exact: [""], clauses: [] };
const ANYTHING: Part = { exact: null, clauses: [] };

function signFor(char: string): string {
  const small = char.toLowerCase();
  if (/^[a-z_]$/.test(small)) return small;
  return /^\d$/.test(char) ? "0" : " ";
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && sign !== " ";

/** \b beside a word is a character that is no part of one, unless the pattern names that character itself. */
function withEdges(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== EDGE) result += text[i];
    else if (result === "" && isWordSign(text[i + 1]) && text[i + 1] !== EDGE) result = " ";
    else if (i === text.length - 1 && isWordSign(result.at(-1))) result += " ";
  }
  return result;
}

/** How likely it is that an ordinary sentence holds one of a clause: the less, the better the clause. */
const chance = (clause: Clause): number =>
  clause.reduce((sum, text) => sum + (CHANCES[text.replaceAll(" ", "").length] ?? 0.003), 0);

/** By the number of letters. */
const CHANCES = [1, 0.6, 0.3, 0.08, 0.02, 0.006];

const bestOf = (clauses: readonly Clause[]): Clause | null =>
  clauses.reduce<Clause | null>((best, one) => (!best || chance(one) < chance(best) ? one : best), null);

function asClauses({ exact, clauses }: Part): Clause[] {
  const own = exact && shortest(exact.map(withEdges));
  return own && !own.some((text) => text.trim() === "") ? [...clauses, own] : [...clauses];
}

/** Strings without those that hold another: whoever has the longer has the shorter. */
const shortest = (texts: Clause): Clause => {
  const kept: string[] = [];
  for (const text of [...new Set(texts)].sort((a, b) => a.length - b.length))
    if (!kept.some((other) => text.includes(other))) kept.push(text);
  return kept;
};

function eitherOf(branches: readonly Part[]): Part {
  const [only] = branches;
  if (branches.length === 1 && only) return only;
  const exact = branches.flatMap((branch) => branch.exact ?? []);
  if (branches.every((branch) => branch.exact) && exact.length <= MOST_EXACT)
    return { exact: [...new Set(exact)], clauses: [] };
  const best = branches.map((branch) => bestOf(asClauses(branch)));
  const starts = branches.map(startsOf);
  return {
    exact: null,
    clauses: best.every((clause) => clause !== null) ? [shortest(best.flat())] : [],
    starts: starts.every((clause) => clause !== null) ? starts.flat() : null,
  };
}

const startsOf = ({ exact, starts }: Part): Clause | null => exact ?? starts ?? null;

/** What a sequence begins with whose first strings are known: where one of them is empty, the next part begins it. */
function joinStarts(first: Clause, next: Part): Clause | null {
  if (!first.includes("")) return first;
  const starts = startsOf(next);
  return starts && [...first.filter((text) => text !== ""), ...starts];
}

/** One part behind the other. */
function sequence(parts: readonly Part[]): Part {
  const clauses: Clause[] = [];
  let run: Clause | null = [""];
  let starts: Clause | null | undefined;
  const close = (next: Part) => {
    clauses.push(...asClauses({ exact: run, clauses: [] }));
    if (starts === undefined) starts = run && joinStarts(run, next);
  };
  for (const part of parts) {
    const { exact, clauses: own } = part;
    clauses.push(...own);
    if (exact && run && exact.length * run.length <= MOST_EXACT) {
      const fronts: Clause = run;
      run = fronts.flatMap((front) => exact.map((back) => front + back));
    } else {
      close(part);
      run = exact;
    }
  }
  if (starts === undefined) return { exact: run, clauses };
  close(NOTHING);
  return { exact: null, clauses, starts };
}

/** Reads the source of one regular expression from left to right. */
class Reader {
  private at = 0;
  constructor(
    private readonly source: string,
    private readonly isCut: boolean,
  ) {}

  alternatives(): Part {
    const branches: Part[] = [];
    do {
      const parts: Part[] = [];
      while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at)))
        parts.push(...this.repeated());
      branches.push(sequence(parts));
    } while (this.take("|"));
    return eitherOf(branches);
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? null;
    this.at += found?.length ?? 0;
    return found;
  }

  private repeated(): Part[] {
    const part = this.atom();
    const times = this.match(/(?:[?*+]|\{\d+(?:,\d*)?\})\??/y);
    if (times === null) return [part];
    if (/^\?|^\{0,1\}/.test(times))
      return [part.exact ? { exact: [...part.exact, ""], clauses: [] } : ANYTHING];
    return /^\*|^\{0/.test(times) ? [ANYTHING] : /^\{1\}/.test(times) ? [part] : [part, ANYTHING];
  }

  private atom(): Part {
    if (this.match(/(?:\^|\$|\\B)/y) !== null) return NOTHING;
    if (this.match(/\\b/y) !== null) return this.isCut ? NOTHING : { exact: [EDGE], clauses: [] };
    if (this.take("[")) return this.characterClass();
    const group = this.match(/\((?:\?(?:<?[=!]|:|<\w+>))?/y);
    if (group !== null) return this.group(group);
    if (this.match(/(?:\.|\\(?:[wWDS]|[pP]\{[^}]*\}|[1-9]|k<\w+>|x..|u....|u\{[^}]*\}|c.))/y) !== null)
      return ANYTHING;
    const char = this.match(/(?:\\[\s\S]|[\s\S])/y) ?? "";
    return { exact: [this.escaped(char)], clauses: [] };
  }

  private escaped(char: string): string {
    if (char === "\\d") return "0";
    return /^\\[snrtfv0]$/.test(char) ? " " : signFor(char.replace(/^\\/, ""));
  }

  private group(opening: string): Part {
    const part = this.alternatives();
    this.take(")");
    if (opening.endsWith("!")) return NOTHING;
    return opening.endsWith("=") ? { exact: [""], clauses: asClauses(part) } : part;
  }

  private characterClass(): Part {
    const isNegated = this.take("^");
    const signs = new Set<string>();
    let isWide = isNegated;
    while (this.at < this.source.length && !this.take("]")) {
      const char = this.match(/(?:\\[pP]\{[^}]*\}|\\x..|\\u....|\\[\s\S]|[\s\S])/y) ?? "";
      if (/^\\(?:[wWDSxubB]|[pP]\{)/.test(char)) isWide = true;
      const isRange = this.source[this.at] === "-" && this.source[this.at + 1] !== "]";
      if (isRange) {
        this.at += 1;
        const end = this.match(/(?:\\[\s\S]|[\s\S])/y) ?? "";
        if (!/^\d$/.test(char) || !/^\d$/.test(end)) isWide = true;
      }
      signs.add(this.escaped(char));
    }
    return isWide || signs.size > 8 ? ANYTHING : { exact: [...signs], clauses: [] };
  }
}

/** Clauses of a sentence's own words are enough; more cost more to ask than they save. */
const MOST_CLAUSES = 2;
const USEFUL = 1.6;

/** Long enough to be rare; the index of all strings stays small. */
const LONGEST = 6;

/** The piece of a string with most letters. */
function tellingPart(text: string): string {
  let best = text.slice(0, LONGEST);
  for (let i = 1; i + LONGEST <= text.length; i += 1) {
    const piece = text.slice(i, i + LONGEST);
    if (piece.replaceAll(" ", "").length > best.replaceAll(" ", "").length) best = piece;
  }
  return best;
}

/**
 * Clauses of which every text with a match of the pattern fulfils each: it holds one of its strings. At most two,
 * the rarest first; none for a pattern that may match anywhere. `isCut`: the pattern is tried in pieces of the text,
 * whose ends may stand amid a word.
 */
export const needsOf = ({ source }: RegExp, isCut = false): readonly Clause[] =>
  asClauses(new Reader(source, isCut).alternatives())
    .filter((clause) => chance(clause) < USEFUL)
    .sort((a, b) => chance(a) - chance(b))
    .slice(0, MOST_CLAUSES)
    .map((clause) => shortest(clause.map(tellingPart)));

/**
 * The beginnings of the first words of all matches, "_" and digits as signs: a word that ends there ends in " ".
 * Null for a pattern that may begin anyhow.
 */
export function firstWordsOf({ source }: RegExp): readonly string[] | null {
  const starts = startsOf(new Reader(source, true).alternatives());
  const words = starts?.map((text) => /^[^ ]* ?/.exec(text)?.[0] ?? "");
  // "within " holds "in ", but does not begin with it.
  return (
    words?.filter(
      (word, i) =>
        words.indexOf(word) === i && !words.some((other) => other !== word && word.startsWith(other)),
    ) ?? null
  );
}

/** A word as it is compared with those. */
export const signsOf = (word: string): string => `${[...word].map(signFor).join("")} `;
