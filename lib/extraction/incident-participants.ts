import { leadingType } from "./cluster-fit";
import type { Mention } from "./mentions";
import type { RoleUse } from "./participants";
import type { ProposedParticipant } from "./proposal";

const ROLE_ORDER = ["claimant", "accused", "perpetrator", "defender", "target", "other"];

/** Everybody with a part in an incident, once each; the stronger role wins. */
export function participantsOf(
  mentions: readonly Mention[],
  extra: readonly RoleUse[],
): { participants: ProposedParticipant[]; uses: RoleUse[] } {
  // Who was arrested afterwards takes no part in the attack.
  const isArrest = (mention: Mention) => leadingType([mention])?.type === "arrests";
  const isAboutArrests = mentions[0] !== undefined && isArrest(mentions[0]);
  const telling = mentions.filter(
    (mention) => !mention.isReference && (isAboutArrests || !isArrest(mention)),
  );
  const uses = [...(telling.length > 0 ? telling : mentions).flatMap((mention) => mention.roles), ...extra];
  const byName = new Map<string, RoleUse>();
  for (const use of uses) {
    // Names of known actors are canonical: with and without a slug, one name is one actor.
    const key = use.name.toLowerCase();
    const known = byName.get(key);
    const isStronger =
      known && ROLE_ORDER.indexOf(use.role) < ROLE_ORDER.indexOf(known.role) && known.role !== "perpetrator";
    const slug = use.slug ?? known?.slug ?? null;
    if (!known || (isStronger && known.role !== "target")) byName.set(key, { ...use, slug });
    else if (known.slug === null && slug !== null) byName.set(key, { ...known, slug });
  }
  const all = [...byName.values()];
  const hasTarget = all.some((use) => use.role === "target" && !use.isWeak);
  const kept = all.filter((use) => !use.isWeak || !hasTarget).slice(0, 12);
  const participants = kept.map(({ slug, name, role, attribution, attributedBy }) => ({
    slug,
    name,
    role,
    attribution,
    attributedBy,
  }));
  return { participants, uses: kept };
}
