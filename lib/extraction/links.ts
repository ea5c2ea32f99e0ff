import type { LinkType } from "@/lib/taxonomy/terms";
import { type Cluster, clusterTime } from "./cluster-fit";
import type { Mention } from "./mentions";
import type { RoleUse } from "./participants";
import type { ProposedLink, ProposedQuote } from "./proposal";
import { daysBetween } from "./when";

/** A text that states more links than this is no report. */
const MAX_LINKS = 500;

type Draft = { from: number; to: number; type: LinkType; mention: Mention };

/** Whether an effect can follow its cause as far as their times are known. */
function inOrder(later: Cluster | undefined, earlier: Cluster | undefined): boolean {
  const a = later && clusterTime(later);
  const b = earlier && clusterTime(earlier);
  return !a || !b || b.when.from <= a.when.to;
}

const actorsOf = (cluster: Cluster, blames: readonly RoleUse[]): Set<string> =>
  new Set(
    [...cluster.mentions.flatMap((mention) => mention.roles), ...blames]
      .filter((role) => /^(?:perpetrator|claimant|accused)$/.test(role.role))
      .map((role) => role.name),
  );

/** "Another attack ascribed to the Taliban": two incidents of one series when they share whoever did them. */
function seriesLinks(clusters: readonly Cluster[], blames: readonly (readonly RoleUse[])[]): Draft[] {
  const main = clusters[0];
  if (!main) return [];
  const mine = actorsOf(main, blames[0] ?? []);
  const mainTime = clusterTime(main);
  const drafts: Draft[] = [];
  for (const [i, cluster] of clusters.entries()) {
    const mention = cluster.mentions[0];
    if (i === 0 || !mention) continue;
    const isNamedSo = cluster.mentions.some((other) => other.isAnother);
    const time = clusterTime(cluster);
    const isClose = mainTime && time && Math.abs(daysBetween(time.when.to, mainTime.when.from)) <= 60;
    if (isNamedSo && isClose && [...actorsOf(cluster, blames[i] ?? [])].some((name) => mine.has(name))) {
      drafts.push({ from: 0, to: i, type: "same-campaign", mention });
    }
  }
  return drafts;
}

/** The event before the connecting words: in the same sentence, else the one that the last sentence began with. */
function contextOf(mentions: readonly Mention[], index: number): Mention | undefined {
  const { sentence } = mentions[index] ?? {};
  const before = mentions[index - 1];
  if (!before || before.sentence === sentence) return before;
  let fallback: Mention | undefined;
  for (let i = index - 1; i >= Math.max(0, index - 40); i -= 1) {
    const mention = mentions[i];
    if (!mention || mention.connector !== null || mention.sentence.isHeadline) continue;
    if (mention.sentence === before.sentence) return mention;
    fallback ??= mention;
  }
  return fallback ?? before;
}

/** Links that the text states between its incidents; from is the later incident or the effect. */
export function findLinks(
  clusters: readonly Cluster[],
  clusterOf: ReadonlyMap<Mention, number>,
  blames: readonly (readonly RoleUse[])[],
  mentions: readonly Mention[],
  quote: (mention: Mention) => ProposedQuote,
): ProposedLink[] {
  const drafts: Draft[] = [];
  for (const [i, mention] of mentions.entries()) {
    const { connector } = mention;
    const before = connector && contextOf(mentions, i);
    if (!connector?.link || !before) continue;
    const [later, earlier] = connector.isReversed ? [mention, before] : [before, mention];
    const from = clusterOf.get(later);
    const to = clusterOf.get(earlier);
    if (from === undefined || to === undefined || from === to || !inOrder(clusters[from], clusters[to]))
      continue;
    drafts.push({ from, to, type: connector.link, mention });
  }
  const links: ProposedLink[] = [];
  for (const draft of [...drafts, ...seriesLinks(clusters, blames)].slice(0, MAX_LINKS)) {
    if (
      links.some(
        (link) =>
          (link.from === draft.from && link.to === draft.to) ||
          (link.from === draft.to && link.to === draft.from),
      )
    )
      continue;
    links.push({ from: draft.from, to: draft.to, type: draft.type, quote: quote(draft.mention) });
  }
  return links;
}
