import { asSense, type LexiconRow, type Sense } from "./lexicon";
import { NOUNS } from "./lexicon-nouns";
import { VERBS } from "./lexicon-verbs";
import type { Span } from "./text";
import type { Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

/** An event word or phrase in a sentence; token indexes, end excluded. */
export type Cue = Span & { first: number; last: number; words: string; sense: Sense };

function plural(noun: string): string {
  if (/(?:s|sh|ch|x)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:men|ing of|ies|es|fire|support|unrest)$/.test(noun)) return noun;
  return `${noun}s`;
}

type Forms = { base: string; third: string; past: string; participle: string; ing: string };

const DOUBLED =
  /^(?:ram|rob|stab|plot|jam|kidnap|club|mug|whip|chop|nip|rip|trap|repel|hit|set|cut|gun|mob)$/;

function formsOf(entry: string): Forms {
  const [base = "", past, participle, ing] = entry.split("/");
  const [head = "", ...tail] = base.split(" ");
  const rest = tail.length > 0 ? ` ${tail.join(" ")}` : "";
  const stem = DOUBLED.test(head) ? head + head.slice(-1) : head;
  const regularPast = /e$/.test(head)
    ? `${head}d`
    : /[^aeiou]y$/.test(head)
      ? `${head.slice(0, -1)}ied`
      : `${stem}ed`;
  const regularIng = /ie$/.test(head)
    ? `${head.slice(0, -2)}ying`
    : /e$/.test(head)
      ? `${head.slice(0, -1)}ing`
      : `${stem}ing`;
  return {
    base,
    third: plural(head) + rest,
    past: past ?? regularPast + rest,
    participle: participle ?? past ?? regularPast + rest,
    ing: ing ?? regularIng + rest,
  };
}

type Node = { next: Map<string, Node>; senses: Sense[] };

const wordsOf = (phrase: string): string[] => phrase.split(/[\s-]+/);

function insert(root: Node, phrase: string, sense: Sense): void {
  let node = root;
  for (const word of wordsOf(phrase)) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map(), senses: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  node.senses.push(asSense(sense));
}

function build(): Node {
  const root: Node = { next: new Map(), senses: [] };
  const each = (rows: readonly LexiconRow[], add: (phrase: string, sense: Omit<Sense, "pos">) => void) => {
    for (const [role, type, strength, phrases, extra] of rows) {
      for (const phrase of phrases.split("|")) add(phrase, { role, type, strength, ...extra });
    }
  };
  each(NOUNS, (phrase, sense) => {
    insert(root, phrase, { ...sense, pos: "noun" });
    insert(root, plural(phrase), { ...sense, pos: "noun", plural: true });
  });
  each(VERBS, (phrase, sense) => {
    const forms = formsOf(phrase);
    insert(root, forms.base, { ...sense, pos: "base" });
    insert(root, forms.third, { ...sense, pos: "verb" });
    insert(root, forms.past, { ...sense, pos: "participle" });
    if (forms.participle !== forms.past) insert(root, forms.participle, { ...sense, pos: "participle" });
    insert(root, forms.ing, { ...sense, pos: "ing" });
  });
  return root;
}

const lexicon = build();
/** Words that begin an event word or phrase. */
const OPENING = wordClass(({ lower }) => lexicon.next.has(lower));

/** Verb readings come first unless a determiner, adjective or preposition asks for a noun. */
const NOUN_BEFORE =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|any|no|some|another|each|every|of|in|for|deadly|major|recent|latest|new|first|second|third|fresh|similar|multiple|several|many|two|three|four|five|more|such|massive|huge|suspected|alleged|apparent|coordinated|deadliest|worst|last|previous|fatal|terrorist|terror|powerful|brazen|bloody|series|wave|string|'s|from|with|on|against|after|following|further|other|all|both|large|violent|targeted|retaliatory|israeli|american|us|u\.s\.)$/;
const CLAUSE_START =
  /^(?:to|who|which|and|will|would|could|may|might|can|they|we|he|she|it|not|also|then|that|have|has|had|was|were|is|are|been|be|being|i|you|people|militants|forces|gunmen|troops|rebels|insurgents)$/;

function chooseSense(senses: readonly Sense[], tokens: readonly Token[], first: number): Sense | null {
  if (senses.length <= 1) return senses[0] ?? null;
  const before = tokens[first - 1]?.lower ?? "";
  const noun = senses.find((sense) => sense.pos === "noun");
  const isInfinitive = /^(?:to|will|would|could|may|might|can|must|should|shall)$/.test(before);
  const past = isInfinitive ? undefined : senses.find((sense) => sense.pos === "participle");
  const verb = past ?? senses.find((sense) => sense.pos !== "noun");
  if (!noun || !verb) return verb ?? noun ?? null;
  if (verb.pos === "participle") return verb;
  const following = tokens[first + 1]?.lower ?? "";
  if (
    verb.pos === "ing" &&
    before !== "the" &&
    before !== "of" &&
    /^(?:at|least|more|the|a|an|\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|scores|several|some|over|nearly|about|around|up|people|civilians|soldiers|himself|himself|all|many|both|his|her|its|their)$/.test(
      following,
    )
  ) {
    return verb;
  }
  if (NOUN_BEFORE.test(before)) return noun;
  if (CLAUSE_START.test(before)) return verb;
  const next = tokens[first + 1]?.lower ?? "";
  if (
    /^(?:on|in|by|at|near|against|that|which|were|was|has|have|had|carried|occurred|took|came|killed|kill|kills|happened|from|outside|after|over)$/.test(
      next,
    )
  )
    return noun;
  return /^(?:\p{L}+s|[a-z]+)$/u.test(next) && verb.pos !== "base"
    ? verb
    : /^(?:the|a|an|\d|at|several|two)/.test(next)
      ? verb
      : noun;
}

/** Idioms in which an event word is no event: "heart attack", "strike a deal", "shot a film". */
const IDIOM_BEFORE =
  /^(?:heart|panic|asthma|labou?r|hunger|transport|rail|coal|gold|data|baby|population|verbal|political|scathing|personal|media|box|fan|legal|price|cost|air-|photo|camera|screen|insulin|flu|vaccine|penalty|bus-driver|teachers)$/;
const IDIOM_AFTER =
  /^(?:deal|balance|chord|agreement|accord|film|video|footage|photograph|photo|pictures?|office|out|ads?|warnings?|alerts?|drills?|exercises?|sirens?|shelters?|season|lines?|dogs?|victims?|survivors?|facilitators?|facilitation|experts?|makers?|making|materials?|components?|cells?|networks?|disposal|squads?|threats?|capabilit(?:y|ies)|programmes?|programs?|production|factory|factories|stockpiles?|tests?|launchers?|leaders?|commanders?|suspects?|probe|investigations?|scene|site|range|emplacement|supplier|trafficking|activit(?:y|ies)|movement|technology|defen[cs]es?|systems?|charges?|trial|case)$/;

function isIdiom(tokens: readonly Token[], cue: { first: number; last: number; sense: Sense }): boolean {
  const before = tokens[cue.first - 1]?.lower ?? "";
  const after = tokens[cue.last]?.lower ?? "";
  const isDone = cue.sense.pos === "participle" || cue.sense.pos === "ing";
  if (!isDone && IDIOM_BEFORE.test(before) && cue.last - cue.first === 1) return true;
  if (cue.sense.pos === "noun" && IDIOM_AFTER.test(after)) return true;
  const word = tokens[cue.first]?.lower ?? "";
  // The month: "on March 11", "11 March 2020", "in March".
  if (tokens[cue.first]?.text === "March" && cue.last - cue.first === 1)
    return (
      /^\d/.test(after) ||
      /^(?:\d.*|on|in|of|since|by|until|till|from|last|this|next|early|late|mid|and|to|through|between)$/.test(
        before,
      )
    );
  if (
    cue.sense.pos === "base" &&
    cue.last - cue.first === 1 &&
    /^(?:the|a|an|its|their|his|of|any|no|this|main|prime|soft)$/.test(before)
  )
    return true;
  if (/^(?:strike|strikes|struck|striking)$/.test(word))
    return (
      /^(?:deal|balance|chord|out)$/.test(after) ||
      /^(?:deal|balance|chord|accord)$/.test(tokens[cue.last + 1]?.lower ?? "")
    );
  if (/^(?:shot|shoot)$/.test(word))
    return /^(?:film|video|footage|photo|picture|movie)s?$/.test(tokens[cue.last + 1]?.lower ?? "");
  if (word === "fire" || word === "fires")
    return (
      /^(?:under|catch|caught|on|of|a|the|major|brigade|department|from|large)$/.test(before) ||
      /^(?:department|brigade|service|fighters?|crews?|at)$/.test(after)
    );
  if (word === "fired")
    return /^(?:him|her|from)$/.test(after) && !/^(?:rockets?|missiles?|shots?)$/.test(before);
  const isWord = cue.last - cue.first === 1;
  if (
    isWord &&
    /^(?:down|landing|lands?|launch|launching|hits?)$/.test(word) &&
    cue.sense.pos !== "participle"
  )
    return word === "down" || cue.sense.pos === "noun" || /^(?:the|its|of|to)$/.test(before);
  return false;
}

const wordsFrom = (tokens: readonly Token[], first: number, last: number): string =>
  tokens
    .slice(first, last)
    .map((token) => token.lower)
    .join(" ");

/** Event words and phrases of a sentence, the longest at each place. Linear in the number of tokens. */
export function findCues(tokens: readonly Token[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at];
    if (!first || !isOf(first, OPENING)) {
      at += 1;
      continue;
    }
    let node: Node | undefined = lexicon;
    let best: { senses: Sense[]; last: number } | null = null;
    for (let end = at; end < tokens.length; end += 1) {
      node = node.next.get(tokens[end]?.lower ?? "");
      if (!node) break;
      if (node.senses.length > 0) best = { senses: node.senses, last: end + 1 };
      if (node.next.size === 0) break;
    }
    const last = best && tokens[best.last - 1];
    const sense = best && chooseSense(best.senses, tokens, at);
    if (!best || !last || !sense) {
      at += 1;
      continue;
    }
    const words = best.last === at + 1 ? first.lower : wordsFrom(tokens, at, best.last);
    const cue = { first: at, last: best.last, start: first.start, end: last.end, words, sense };
    if (!isIdiom(tokens, cue)) cues.push(cue);
    at = best.last;
  }
  return cues;
}
