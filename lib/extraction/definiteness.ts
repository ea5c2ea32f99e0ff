import type { Cue } from "./cues";
import type { Token } from "./tokens";

const DETERMINER = /^(?:the|this|these|those|both|its|their|his|such)$/;
const ANOTHER =
  /^(?:another|second|third|fourth|fifth|separate|similar|earlier|previous|other|different|separately|elsewhere|further|fresh|more|additional|subsequent)$/;

const INDEFINITE = /^(?:an?|two|three|four|five|six|seven|eight|nine|ten|several|dozens|scores|\d+)$/;
/** "Another bout of slaughter": whether it is another stands in front of the measure. */
const MEASURE = /^(?:bouts?|rounds?|waves?|spates?|strings?|bursts?|outbursts?|acts?|exchanges?|volleys?)$/;

function nounPhraseBefore(tokens: readonly Token[], cue: Cue, cues: readonly Cue[]): string[] {
  const words: string[] = [];
  for (let i = cue.first - 1; i >= 0 && words.length < 6; i -= 1) {
    const token = tokens[i];
    const isVerb = cues.some((other) => other.sense.pos !== "noun" && i >= other.first && i < other.last);
    if (token?.lower === "of" && MEASURE.test(tokens[i - 1]?.lower ?? "")) continue;
    if (
      !token ||
      isVerb ||
      (/^[^\w']/.test(token.text) && token.text !== '"') ||
      /^(?:in|on|by|of|after|and|with|said|from|morning|afternoon|evening|night|day|week|month|year)$/.test(
        token.lower,
      )
    )
      break;
    words.push(token.lower);
    if (DETERMINER.test(token.lower) || /^(?:a|an)$/.test(token.lower)) break;
  }
  return words;
}

/** Whether the words speak of something known already ("the attack") or of something else ("another attack"). */
export function definiteness(
  tokens: readonly Token[],
  cues: readonly Cue[],
): { isDefinite: boolean; isAnother: boolean } {
  const nouns = cues.filter((cue) => cue.sense.pos === "noun" && !cue.words.startsWith("in "));
  const noun = nouns.find((cue) => cue.sense.role !== "evidence") ?? nouns[0];
  const opening = tokens.slice(0, 6).map((token) => token.lower);
  const words = opening.join(" ");
  const isOpening =
    /^(?:separately|elsewhere|meanwhile|earlier|simultaneously|concurrently)$/.test(opening[0] ?? "") ||
    /^(?:at|around) (?:about )?the same (?:time|hour|moment)/.test(words) ||
    (opening[0] === "later" && /^(?:on|that|in|the)$/.test(opening[1] ?? "")) ||
    (opening[0] === "in" &&
      (opening.slice(1, 3).some((word) => ANOTHER.test(word)) ||
        /^in (?:one|the worst|the deadliest|the latest|the most recent)\b/.test(words)));
  // "It was the second attack in a week": the event just told.
  const isIdentity = /^(?:it|this|that) (?:was|is|marked|became) /.test(words);
  if (noun && isIdentity) return { isDefinite: true, isAnother: false };
  if (!noun) return { isDefinite: false, isAnother: isOpening };
  const before = nounPhraseBefore(tokens, noun, cues);
  const isOther = before.some((word) => ANOTHER.test(word));
  // "The murder of two students": the words behind it say which, not the text before.
  const isNew =
    tokens[noun.last]?.lower === "of" && INDEFINITE.test(tokens[noun.last + 1]?.lower ?? "") && !isOpening;
  return {
    isDefinite:
      !isOther &&
      !isNew &&
      !isOpening &&
      before.some((word) => DETERMINER.test(word) || word === "'s") &&
      !before.some((word) => /^(?:a|an)$/.test(word)),
    isAnother: isOther || isOpening,
  };
}
