import type { LinkType } from "@/lib/taxonomy/terms";
import { type Cluster, clusterTime } from "./cluster-fit";
import { impliedLinks, type LinkDraft, type LinkNode } from "./implied-links";
import type { Mention } from "./mentions";
import type { ProposedLink, ProposedQuote } from "./proposal";

/** A text that states more links than this is no report. */
const MAX_LINKS = 500;

/** Whether an effect can follow its cause as far as their times are known. */
function inOrder(later: Cluster | undefined, earlier: Cluster | undefined): boolean {
  const a = later && clusterTime(later);
  const b = earlier && clusterTime(earlier);
  return !a || !b || b.when.from <= a.when.to;
}

/** "A day later police ...": where a clause opens with it, it goes on from the one before. */
const LATER =
  /^(?:(?:about |some |just |only )?(?:an?|one|two|three|four|five|six|seven|several|few|\d+)?\s*(?:hours?|days?|weeks?|minutes|moments) (?:later|afterwards)\b|(?:shortly|soon) (?:afterwards?|thereafter)\b|afterwards?,|(?:on )?(?:the|that) (?:next|following) (?:day|night|morning|evening)\b)/i;
const EARLIER =
  /^(?:on )?(?:the|that) (?:previous|preceding) (?:day|night|morning|evening)\b|^(?:(?:an?|one|two|three|four|five|six|\d+) (?:hours?|days?) )(?:earlier|before),? [^.]{0,60}\bthe same\b/i;
/** At the end of a clause: "fired on the camp in response." */
const ANSWERED = /\bin (?:response|reply)\s*(?:$|[.,;])/i;
const AVENGED = /\bin (?:retaliation|revenge|reprisal)\s*(?:$|[.,;])/i;
const VENGEFUL = /^(?:retaliatory|revenge|reprisal|vengeance)$/;

/** "A retaliatory strike", "revenge attacks". */
function isVengeful({ cues, sentence: { tokens } }: Mention): boolean {
  const noun = cues.find((cue) => cue.sense.pos === "noun" && cue.sense.role !== "evidence");
  return noun !== undefined && VENGEFUL.test(tokens[noun.first - 1]?.lower ?? "");
}

/** "A day later police ...", "two days earlier ...", "a retaliatory strike": told against the event before it. */
function relativeLink(plain: string, mention: Mention): { type: LinkType; isEarlier: boolean } | null {
  if (isVengeful(mention)) return { type: "retaliation-for", isEarlier: false };
  const words = plain.slice(mention.start, mention.end);
  if (/\bthe same (?:group|gang|men|gunmen|militants|rebels|attackers|faction)\b/i.test(words))
    return { type: "same-campaign", isEarlier: EARLIER.test(words) };
  if (
    /\bof (?:these|those|them|the dead|the victims) (?:(?!hurt|injured|wounded)\w+ ){0,2}(?:died|were killed|was killed|were in)\b/i.test(
      words,
    )
  )
    return { type: "part-of", isEarlier: false };
  if (ANSWERED.test(words)) return { type: "response-to", isEarlier: false };
  if (AVENGED.test(words)) return { type: "retaliation-for", isEarlier: false };
  if (LATER.test(words)) return { type: "follows", isEarlier: false };
  return EARLIER.test(words) ? { type: "follows", isEarlier: true } : null;
}

/** The event before the connecting words: in the same sentence, else the one that the last sentence began with. */
function contextOf(mentions: readonly Mention[], index: number): Mention | undefined {
  const { sentence } = mentions[index] ?? {};
  const before = mentions[index - 1];
  if (!before || before.sentence === sentence || mentions[index]?.connector?.isReply) return before;
  let fallback: Mention | undefined;
  for (let i = index - 1; i >= Math.max(0, index - 40); i -= 1) {
    const mention = mentions[i];
    if (!mention || mention.connector !== null || mention.sentence.isHeadline) continue;
    if (mention.sentence === before.sentence) return mention;
    fallback ??= mention;
  }
  return fallback ?? before;
}

type Told = { clusterOf: ReadonlyMap<Mention, number>; mentions: readonly Mention[]; plain: string };

/** Links that words between two events state. */
function statedLinks({ clusterOf, mentions, plain }: Told): LinkDraft[] {
  const drafts: LinkDraft[] = [];
  for (const [i, mention] of mentions.entries()) {
    const { connector } = mention;
    // "Vengeance for a death in prison and for two men shot": the second cause has the words of the first.
    const isListed = connector?.words === "and" && mentions[i - 1]?.sentence === mention.sentence;
    const shared = isListed ? mentions[i - 1]?.connector : null;
    const before = shared?.link ? contextOf(mentions, i - 1) : contextOf(mentions, i);
    if (!before) continue;
    const relative = connector?.link || shared?.link ? null : relativeLink(plain, mention);
    const stated = connector?.link ?? shared?.link ?? relative?.type;
    if (!stated) continue;
    const isReversed = relative ? !relative.isEarlier : connector?.isReversed === true;
    const [later, earlier] = isReversed ? [mention, before] : [before, mention];
    // "Retaliatory strikes, a day after the raid".
    const type = stated === "follows" && isVengeful(later) ? "retaliation-for" : stated;
    const [from, to] = [clusterOf.get(later), clusterOf.get(earlier)];
    if (from !== undefined && to !== undefined) drafts.push({ from, to, type, mention });
  }
  return drafts;
}

const isStrike = (node: LinkNode | undefined): boolean =>
  /^(?:air-drone-strike|shelling)/.test(node?.incident.eventType ?? "");
const isAct = (node: LinkNode | undefined): boolean =>
  /^(?:attack$|armed-clash|remote-|suicide|air-drone|shelling|abduction|grenade|mob-)/.test(
    node?.incident.eventType ?? "",
  );

/** Whose jets they are may be anybody's. */
const CRAFT = /\b(?:warplanes?|planes?|jets?|aircraft|helicopters?|gunships?|drones?)$/i;

const doersOf = (node: LinkNode | undefined) =>
  (node?.cluster.mentions ?? [])
    .flatMap(({ roles }) => roles)
    .filter(({ role, slug, name }) => role === "perpetrator" && (slug !== null || !CRAFT.test(name)));

/** Both doers are known: actors of different names, or people of different sides. */
function areOpponents(a: LinkNode | undefined, b: LinkNode | undefined): boolean {
  const [ours, theirs] = [doersOf(a), doersOf(b)];
  const isOther = ours.every((x) =>
    theirs.every((y) => (x.slug !== null && y.slug !== null ? x.slug !== y.slug : x.side !== y.side)),
  );
  return ours.length > 0 && theirs.length > 0 && isOther;
}

/** "The army shells rebels after they kill soldiers": strikes that come right after an attack of others answer it. */
function asAnswer(nodes: readonly LinkNode[], draft: LinkDraft): LinkDraft {
  const { connector } = draft.mention;
  const isPlain =
    draft.type === "follows" && connector?.measure === null && /^(?:after|following)$/.test(connector.words);
  const [strike, act] = [nodes[draft.from], nodes[draft.to]];
  return isPlain && isStrike(strike) && isAct(act) && areOpponents(strike, act)
    ? { ...draft, type: "response-to" }
    : draft;
}

/** Causes one by one: at most so many incidents of "attacks on three ships". */
const MAX_CAUSES = 6;

/** "In response to attacks on three ships in the strait": the attacks there, told one by one, are answered too. */
function fannedOut(nodes: readonly LinkNode[], { from, to, type, mention }: LinkDraft): LinkDraft[] {
  const [effect, cause] = [nodes[from], nodes[to]];
  const isPlural = mention.cues.some(({ sense }) => sense.plural === true && sense.role === "event");
  if (!/^re/.test(type) || !isPlural || !effect?.when || !cause?.incident.place) return [];
  const { name } = cause.incident.place;
  const until = effect.when.to;
  return nodes
    .slice(to + 1, to + 20)
    .filter(
      ({ index, when, incident }) =>
        index !== from && when && when.to <= until && incident.place?.name === name,
    )
    .slice(0, MAX_CAUSES)
    .map(({ index }) => ({ from, to: index, type, mention }));
}

/** Links that the text states between its incidents; from is the later incident or the effect. */
export function findLinks(
  nodes: readonly LinkNode[],
  told: Told,
  quote: (mention: Mention) => ProposedQuote,
): ProposedLink[] {
  const links: ProposedLink[] = [];
  const seen = new Set<string>();
  const stated = statedLinks(told).map((draft) => asAnswer(nodes, draft));
  const answered = stated.flatMap((draft) => fannedOut(nodes, draft));
  const drafts = [...stated, ...answered, ...impliedLinks(nodes, told.plain)];
  for (const { from, to, type, mention } of drafts) {
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (from === to || seen.has(pair) || links.length >= MAX_LINKS) continue;
    if (!inOrder(nodes[from]?.cluster, nodes[to]?.cluster)) continue;
    seen.add(pair);
    links.push({ from, to, type, quote: quote(mention) });
  }
  return links;
}
