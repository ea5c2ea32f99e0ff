import type { Casualty } from "./casualty";
import { type Cluster, clusterTime } from "./cluster-fit";
import type { Mention } from "./mentions";
import { tollOf } from "./tolls";
import { daysBetween } from "./when";

/** Incidents whose dead a headline adds up lie no further apart. */
const NEAR_DAYS = 3;
/** A headline counts for the incidents that come first. */
const FIRST = 8;

const SEPARATE = /^(?:separate|different|three|two|several|four|multiple|coordinated|simultaneous|twin)$/;

/** "Battles leave 9 dead", "killed in separate clashes": told of all of them together. */
const isSummary = ({ sentence, cues }: Mention): boolean =>
  sentence.isHeadline ||
  cues.some(
    ({ first, sense }) => sense.plural === true && SEPARATE.test(sentence.tokens[first - 1]?.lower ?? ""),
  );

const killedIn = (mentions: readonly Mention[]): number =>
  tollOf(
    mentions.filter((mention) => !isSummary(mention)),
    "killed",
  )?.count.min ?? 0;

/**
 * Clusters without the figures of headlines and summaries that add up the dead of several incidents: "9 dead" where
 * four died in one and five in another. What is told of one incident alone stays.
 */
export function withoutSums(clusters: readonly Cluster[]): Cluster[] {
  const totals = clusters.slice(0, FIRST).map(({ mentions }) => killedIn(mentions));
  return clusters.map((cluster, i) => {
    const own = totals[i] ?? 0;
    if (own === 0 || !cluster.mentions.some(isSummary)) return cluster;
    const others = totals.filter((total, j) => j !== i && total > 0 && isNear(cluster, clusters[j]));
    const all = others.reduce((sum, total) => sum + total, own);
    const isSum = (count: number) => count > own && count === all;
    const isOwn = ({ field, count }: Casualty) => field !== "killed" || !isSum(count.min);
    const counted = (mention: Mention) =>
      mention.casualties
        .filter(({ field, who }) => field === "killed" && who === null)
        .reduce((sum, { count }) => sum + count.min, 0);
    return {
      mentions: cluster.mentions.map((mention) =>
        isSummary(mention)
          ? {
              ...mention,
              casualties: isSum(counted(mention))
                ? mention.casualties.filter(({ field }) => field !== "killed")
                : mention.casualties.filter(isOwn),
            }
          : mention,
      ),
    };
  });
}

function isNear(cluster: Cluster, other: Cluster | undefined): boolean {
  const [a, b] = [clusterTime(cluster)?.when, other && clusterTime(other)?.when];
  return !a || !b || Math.abs(daysBetween(a.from, b.from)) <= NEAR_DAYS;
}
