import { type Cluster, witnesses } from "./cluster-fit";
import type { Mention } from "./mentions";

const doersOf = ({ roles }: Mention): (string | null)[] =>
  roles.filter(({ role }) => role === "perpetrator").map(({ country }) => country ?? null);

const isOneSided = (mention: Mention): boolean =>
  ![...mention.types.keys()].some((type) =>
    /^(?:armed-clash|agreement|non-state|government-)|protest/.test(type),
  );

/** Strikes of one country are no strikes of another: whoever did it is known on both sides and is not the same. */
export function doersDiffer(mention: Mention, cluster: Cluster): boolean {
  const mine = doersOf(mention);
  if (mine.length === 0 || mine.includes(null) || !isOneSided(mention)) return false;
  const theirs = witnesses(cluster).filter(isOneSided).flatMap(doersOf);
  return theirs.length > 0 && !theirs.includes(null) && !theirs.some((country) => mine.includes(country));
}
