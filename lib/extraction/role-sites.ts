import type { RoleUse } from "./participants";
import type { Token } from "./tokens";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Sites and vehicles that are somebody's whatever stands in front of them. */
const OWNED = words(
  "embassy consulate parliament headquarters barracks motorcade airliner tanker warship frigate destroyer seminary gendarmerie",
);
/** These are somebody's with an owner or a kind in front: "police station", "El Angel sugar mill". */
const SITES = words(
  "base bases airbase airport airfield outpost outposts checkpoint checkpoints camp camps prison jail post posts station stations ministry office offices bank banks branch branches " +
    "school university college hospital clinic church mosque temple shrine synagogue cathedral hotel restaurant market mall newspaper pipeline refinery plant factory mill depot " +
    "compound complex garrison regiment patrol vessel ship freighter ferry boat bus train truck trucks vehicle helicopter plane aircraft jet hall court courthouse council residence home house installation installations facility facilities positions villages settlement settlements",
);
/** Targets by themselves, whoever owns them: places where people gather, lines that feed a country. */
const NOTED = words(
  "mosque church synagogue temple shrine cathedral convent monastery seminary school college university hospital clinic hotel motel nightclub disco discotheque bar pub cafe restaurant cinema theatre theater casino " +
    "market marketplace bazaar mall supermarket pipeline pipelines refinery railway railroad train trains bridge bridges dam airliner plane aircraft helicopter tanker tankers freighter ferry ship ships vessel boat dhow yacht trawler carrier " +
    "bus buses minibus truck trucks lorry convoy motorcade prison jail airport airbase airfield base bases outpost outposts checkpoint checkpoints barracks garrison camp camps courthouse embassy consulate factory warehouse depot depots " +
    "substation pylon pylons tower towers mine oilfield hostel orphanage kindergarten stadium hall bank banks casino newspaper hideouts hideout villages wedding funeral parade procession farm ranch plantation",
);
const OWNER =
  /^(?:police|army|military|government|security|navy|naval|air|border|coalition|foreign|oil|gas|power|state|presidential|party|rebel|militant|guerrilla|opposition|peacekeeping|un|nato|training|customs|intelligence|prime|interior|defen[cs]e|refugee|displacement|displaced|sugar|cargo|merchant|container|gendarmerie|militia|municipal|electoral|election|union|television|radio)$/;
const BREAK =
  /^(?:in|at|on|near|from|by|with|to|for|and|or|but|who|which|that|when|where|while|as|after|before|during|since|killing|wounding|injuring|leaving|into|over|against|outside|inside|early|late|using|were|was|is|are|has|had|have)$/;

function phrase(tokens: readonly Token[]): string {
  return tokens.reduce((text, token) => {
    const glue = text === "" || token.text === "'s" ? "" : token.isGlued ? "-" : " ";
    return `${text}${glue}${token.text}`;
  }, "");
}

function siteOf(tokens: readonly Token[]): RoleUse | null {
  const stop = tokens.findIndex(
    (token, i) =>
      i > 0 &&
      (BREAK.test(token.lower) ||
        /(?<!build)ing$/.test(token.lower) ||
        (!token.isWord && token.text !== "'s")),
  );
  let phraseTokens = stop < 0 ? [...tokens] : tokens.slice(0, stop);
  while (
    phraseTokens[0] &&
    /^(?:at|on|of|the|an?|its|his|her|their|two|three|several|one|another|this|that|main|new|old|local|nearby|busy|crowded|\d+)$/.test(
      phraseTokens[0].lower,
    )
  )
    phraseTokens = phraseTokens.slice(1);
  const at = phraseTokens.findLastIndex(
    ({ lower }) => OWNED.has(lower) || SITES.has(lower) || NOTED.has(lower),
  );
  if (at < 0 || at > 5) return null;
  const name = phraseTokens.slice(0, at + 1);
  const [first, head] = [name[0], name[at]];
  const isOwned = name.slice(0, at).some((token) => token.isCapital || OWNER.test(token.lower));
  if (!first || !head || !(isOwned || OWNED.has(head.lower) || NOTED.has(head.lower))) return null;
  return {
    slug: null,
    name: phrase(name),
    side: "other",
    role: "target",
    attribution: "confirmed",
    attributedBy: null,
    start: first.start,
    end: head.end,
  };
}

/** The site or vehicle behind a verb or a preposition: "attacked a police station", "a raid on the US embassy". */
export const siteBehind = (tokens: readonly Token[], at: number, to: number): RoleUse | null =>
  siteOf(tokens.slice(at, Math.min(to, at + 9)));

/** The site or vehicle that a passive verb is about: "the police post was blown up". */
export function siteBefore(tokens: readonly Token[], at: number, from: number): RoleUse | null {
  let end = at;
  while (
    end > from &&
    /^(?:was|were|been|being|be|is|are|has|have|had|also|later|then|\p{L}+ly)$/u.test(
      tokens[end - 1]?.lower ?? "",
    )
  )
    end -= 1;
  let start = end;
  while (start > from && end - start < 7) {
    const token = tokens[start - 1];
    if (!token || (!token.isWord && token.text !== "'s") || BREAK.test(token.lower)) break;
    start -= 1;
  }
  const head = tokens[end - 1]?.lower ?? "";
  return OWNED.has(head) || SITES.has(head) || NOTED.has(head) ? siteOf(tokens.slice(start, end)) : null;
}
