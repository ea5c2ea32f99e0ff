import { AIR_RULES } from "./cue-air";
import { CUSTODY_RULES } from "./cue-custody";
import { DAMAGE_RULES } from "./cue-damage";
import { FORCE_RULES } from "./cue-force";
import type { Rule } from "./cue-setting";
import { TARGET_RULES } from "./cue-targets";
import { TERRITORY_RULES } from "./cue-territory";
import type { Cue } from "./cues";
import type { Entity } from "./entities";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

const RULES: readonly Rule[] = [
  ...TARGET_RULES,
  ...DAMAGE_RULES,
  ...AIR_RULES,
  ...FORCE_RULES,
  ...TERRITORY_RULES,
  ...CUSTODY_RULES,
];

/** The rules that speak of a cue, by its words; of these there are no more than the lexicon has. */
const rulesByWords = new Map<string, readonly Rule[]>();

function rulesFor(words: string): readonly Rule[] {
  let rules = rulesByWords.get(words);
  if (!rules) {
    rules = RULES.filter((rule) => rule.words.test(words));
    rulesByWords.set(words, rules);
  }
  return rules;
}

/** The cue in the sense that its surroundings give it: who is captured, what is shot down, what is stormed. */
export function adjustCue(
  cue: Cue,
  tokens: readonly Token[],
  entities: readonly Entity[],
  places: readonly PlaceUse[],
): Cue {
  const rules = rulesFor(cue.words);
  if (rules.length === 0) return cue;
  const after = tokens.slice(cue.last, cue.last + 7).map((token) => token.lower);
  const before = tokens.slice(Math.max(0, cue.first - 10), cue.first).map((token) => token.lower);
  const setting = { cue, after, before, tokens, entities, places };
  for (const { read } of rules) {
    const adjusted = read(setting);
    if (adjusted) return adjusted;
  }
  return cue;
}
