import type { Entity } from "./entities";
import { allSought, type Sought, seek } from "./matches";
import { participantOf, type RoleUse } from "./participants";
import type { Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

export type BlameUse = RoleUse & { isPlural: boolean };

type Rule = {
  words: Sought;
  role: "claimant" | "accused";
  /** Where the words name whom they are about: in front of them, or behind them. */
  side: "before" | "behind";
  /** Nothing where a state's own forces say it: what they did is no claim. */
  onlyArmed?: boolean;
  /** Somebody blames: the words in front name who. */
  hasSpeaker?: boolean;
};

const DEED =
  "(?:attacks?|bombings?|killings?|assassinations?|murders?|kidnappings?|abductions?|ambush(?:es)?|assaults?|shootings?|explosions?|blasts?|raids?|strikes?|operations?|hijacking|massacre|incident)";
const DID =
  "(?:carried out|behind|responsible|been responsible|been behind|planted|fired|launched|attacked|shot|killed|bombed|targeted|ambushed|executed|kidnapped|abducted|struck|hit|detonated|staged|conducted|destroyed|downed|set|perpetrated|planned|murdered|assassinated|seized|captured|beheaded)";
const OWN = "(?:it|they|its (?:fighters|members|militants|forces|men|gunmen|units|commandos|combatants))";

const RULES: readonly Rule[] = [
  {
    words: seek(
      /\b(?:claim(?:ed|s|ing)?|took|taken|takes|accept(?:ed|s)|assum(?:ed|es)|acknowledg(?:ed|es)|admit(?:ted|s)|assert(?:ed|s)|avow(?:ed|s)) (?:full |joint |sole |the )?(?:responsibility|credit)\b/g,
    ),
    role: "claimant",
    side: "before",
  },
  {
    words: seek(
      new RegExp(
        `\\b(?:claim(?:ed|s|ing)? (?:to have|that ${OWN}|${OWN}|(?:the|this|both|these|those|that|all) (?:\\w+ ){0,3}?${DEED})|owned (?:up to )?the (?:\\w+ )?${DEED}|(?:admitted|acknowledged|confessed)(?: to)? (?:planting|carrying|killing|shooting|bombing|firing|attacking|placing|kidnapping|executing|having))\\b`,
        "g",
      ),
    ),
    role: "claimant",
    side: "before",
    onlyArmed: true,
  },
  {
    words: seek(
      new RegExp(
        `\\b(?:said|says|say|announced|declared|boasted|stated|admitted|admits)(?: on \\w+)?(?:,? (?:in|on|through|via|by) [^,.;]{3,50},?)?(?: that)? ${OWN} (?:had |have |has |were |was |would have )?(?:\\w+ly |also )?${DID}\\b`,
        "g",
      ),
    ),
    role: "claimant",
    side: "before",
    onlyArmed: true,
  },
  {
    words: seek(
      /\b(?:claimed by|responsibility (?:for [^.;]{3,80} )?(?:was|were|has been|had been) (?:later )?claimed by)\b/g,
    ),
    role: "claimant",
    side: "behind",
  },
  {
    words: seek(
      /\b(?:blam(?:ed?|es|ing)(?: \w+){0,6}? on|pinn?(?:ed|s|ing)(?: \w+){0,4}? on|attribut(?:ed?|es|ing)(?: \w+){0,6}? to|ascrib(?:ed?|es|ing)(?: \w+){0,6}? to)\b/g,
    ),
    role: "accused",
    side: "behind",
    hasSpeaker: true,
  },
  {
    words: seek(
      /\b(?:the work of|hallmarks? of|the hand of|suspicion (?:has |had )?(?:fell|fallen|falls) on|(?:pointed|pointing|points?) (?:the |a )?finger at|traced to|believed to be(?: \w+){0,3}? (?:behind|with|from|of)|suspected (?:to be|of being)|believed to be|thought to be|said to be(?: \w+){0,2}? (?:from|of)|(?:believed|thought|suspected|said) to (?:have )?belong(?:ed)? to)\b/g,
    ),
    role: "accused",
    side: "behind",
  },
  {
    words: seek(
      /\b(?<!(?:was|were|is|are|been|being|often|widely) )(?:blam(?:ed?|es|ing)|accus(?:ed?|es|ing))(?! (?:on|of|for|by)\b)/g,
    ),
    role: "accused",
    side: "behind",
    hasSpeaker: true,
  },
  {
    words: seek(
      /\b(?:is|was|are|were|been|being) (?:(?:also|often|widely|immediately|frequently|generally|usually) )?(?:(?:blamed|accused)(?! by\b)|suspected(?= of\b|[.;,]| in\b)|(?:believed|thought|suspected|alleged|said) to (?:be|have been) (?:responsible|behind|the author)|(?:responsible|behind)\b)/g,
    ),
    role: "accused",
    side: "before",
  },
  {
    words: seek(
      /\b(?:den(?:y|ied|ies|ying)|reject(?:ed|s)|disclaim(?:ed|s)) (?:any |all |its |their |having |the )*(?:responsibility|involvement|part|role|link|carrying|being|attacking|killing|charge|charges|accusations?|allegations?|reports?|claims?|it (?:had|was)|that (?:it|they) (?:had|was|were))\b/g,
    ),
    role: "accused",
    side: "before",
  },
];
/** Nobody is taken from "no group has claimed responsibility". */
const NOBODY = /\b(?:no|nobody|none|neither|not|yet|if|nor|without|whoever|whether|n't)\b/;

/** Whoever claims or is blamed has a name, known or not; single words only where they look like a group's. */
function speakerOf(entity: Entity, role: Rule["role"]): ReturnType<typeof participantOf> {
  if (entity.kind !== "name") return participantOf(entity);
  const isShort = /^(?:\p{Lu}\.?){2,8}$/u.test(entity.text);
  if (entity.towns.length > 0 || !(isShort || role === "claimant" || entity.text.includes(" "))) return null;
  return { slug: null, name: entity.text.replace(/\s+/g, " "), side: "armed" };
}

/** No place, nobody's adjective, and not what a preposition governs. */
const isFree = (tokens: readonly Token[], entity: Entity): boolean =>
  tokens[entity.last]?.isGlued !== true &&
  !/^(?:of|in|by|with|for|to|from|at|on|near|against)$/.test(tokens[entity.first - 1]?.lower ?? "") &&
  !/^(?:of|in|by|with|for|to|from|at|on|near|against)$/.test(
    /^(?:the|a|an)$/.test(tokens[entity.first - 1]?.lower ?? "")
      ? (tokens[entity.first - 2]?.lower ?? "")
      : "",
  );

function entityBefore(context: Context, at: number, role: Rule["role"]): Entity | undefined {
  const { tokens, entities } = context;
  const near = entities.filter(
    (e) => e.last <= at && at - e.last <= 22 && speakerOf(e, role) !== null && isFree(tokens, e),
  );
  const sides = near.filter((e) => e.kind === "actor" || e.kind === "group");
  // "Taliban spokesman Karim Gul": he speaks for them.
  const isOfficer = (e: Entity) =>
    e.kind === "name" &&
    /^(?:spokes\w+|leader|commander|chief|official|minister|governor|general|colonel|secretary|president|gen\.?|col\.?|mr\.?)$/.test(
      tokens[e.first - 1]?.lower ?? "",
    );
  const close = near.filter((e) => at - e.last <= 2 && !(sides.length > 0 && isOfficer(e)));
  return close.at(-1) ?? sides.filter((e) => at - e.last <= 4).at(-1) ?? sides[0] ?? near.at(-1);
}

/** "Hamas and Islamic Jihad": whoever stands in one list with somebody. */
function listWith({ tokens, entities }: Context, entity: Entity): Entity[] {
  const at = entities.indexOf(entity);
  const isJoined = (a: Entity | undefined, b: Entity | undefined) =>
    a !== undefined &&
    b !== undefined &&
    b.first - a.last <= 4 &&
    tokens.slice(a.last, b.first).some((token) => /^(?:,|and|or)$/.test(token.lower)) &&
    tokens
      .slice(a.last, b.first)
      .every((token) => /^(?:,|and|or|the|both|\(|\)|[A-Z]{2,6})$/.test(token.text));
  const list = [entity];
  for (let i = at; i > 0 && list.length < 5 && isJoined(entities[i - 1], entities[i]); i -= 1) {
    const other = entities[i - 1];
    if (other) list.push(other);
  }
  for (let i = at; list.length < 5 && isJoined(entities[i], entities[i + 1]); i += 1) {
    const other = entities[i + 1];
    if (other) list.push(other);
  }
  return list;
}

/** The spokesman of somebody speaks for them. */
const spokenFor = ({ tokens, entities }: Context, at: number, role: Rule["role"]): Entity | undefined =>
  entities.find(
    (e) =>
      e.last <= at &&
      at - e.last <= 12 &&
      speakerOf(e, role) !== null &&
      tokens.slice(Math.max(0, e.first - 3), e.first).some((token) => /^(?:for|of)$/.test(token.lower)) &&
      tokens
        .slice(Math.max(0, e.first - 6), e.first)
        .some((token) => /^(?:spokes\w+|caller|statement|wing|arm|behalf|name)$/.test(token.lower)),
  );

const entityBehind = ({ tokens, entities }: Context, at: number, role: Rule["role"]): Entity | undefined =>
  entities.find(
    (e) =>
      e.first >= at &&
      e.first <= at + 5 &&
      speakerOf(e, role) !== null &&
      tokens[e.last]?.isGlued !== true &&
      !tokens
        .slice(at, e.first)
        .some((token) => /^(?:in|at|on|after|when|for|over|that|which|,|;)$/.test(token.lower)),
  );

type Context = { tokens: readonly Token[]; entities: readonly Entity[] };

/** What no claim and no blame goes without. */
const BLAME = wordClass(({ lower }) =>
  /^(?:claim|blam|accus|respons|suspect|believ|said$|says$|admit|attribut|ascrib|pin|hallmark|work$|finger|den[iy]|own|behind$|took$|thought$|reject|acknowledg|announc|declar|traced$|hand$|accept|assum)/.test(
    lower,
  ),
);

/**
 * Claims of responsibility and blame in a sentence: "the Taliban claimed responsibility", "claimed by", "said it
 * was behind", "blamed on", "believed to be", "denied involvement".
 */
export function findBlame(tokens: readonly Token[], entities: readonly Entity[]): BlameUse[] {
  if (entities.length === 0 || !tokens.some((token) => isOf(token, BLAME))) return [];
  const context = { tokens, entities };
  const { text, starts } = plainWords(tokens);
  const isPlural = /\b(?:these|those|such) (?:attacks|strikes|incidents|bombings)\b/.test(text);
  const found: BlameUse[] = [];
  const add = (entity: Entity | undefined, rule: Rule, by: Entity | undefined) => {
    const who = entity && speakerOf(entity, rule.role);
    if (!entity || !who || (rule.onlyArmed && who.side === "force")) return;
    if (found.some((other) => other.name === who.name)) return;
    const speaker = by && by !== entity ? speakerOf(by, rule.role) : null;
    found.push({
      ...who,
      role: rule.role,
      attribution: rule.role === "claimant" ? "claimed" : "alleged",
      attributedBy: rule.role === "claimant" ? who.name : (speaker?.name ?? null),
      start: entity.start,
      end: entity.end,
      isPlural,
    });
  };
  const addAll = (entity: Entity | undefined, rule: Rule, by: Entity | undefined) => {
    for (const one of entity ? listWith(context, entity) : []) add(one, rule, by);
  };
  for (const rule of RULES) {
    for (const match of allSought(text, rule.words)) {
      const first = tokenAt(starts, match.index);
      const last = tokenAt(starts, match.index + match[0].length);
      if (NOBODY.test(text.slice(Math.max(0, match.index - 45), match.index))) continue;
      if (rule.side === "behind") {
        const speaker = rule.hasSpeaker ? entityBefore(context, first, rule.role) : undefined;
        addAll(entityBehind(context, last, rule.role), rule, speaker);
      } else
        addAll(
          spokenFor(context, first, rule.role) ?? entityBefore(context, first, rule.role),
          rule,
          undefined,
        );
    }
  }
  return found;
}

/** The tokens in lower case with single spaces, and where each begins. */
function plainWords(tokens: readonly Token[]): { text: string; starts: number[] } {
  let end = 0;
  const starts = tokens.map(({ lower }) => {
    const start = end;
    end += lower.length + 1;
    return start;
  });
  return { text: `${tokens.map(({ lower }) => lower).join(" ")} `, starts };
}

/** The first token that begins at or behind an offset; by halves, for long sentences. */
function tokenAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
