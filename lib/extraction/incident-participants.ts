import { leadingType } from "./cluster-fit";
import type { Mention } from "./mentions";
import type { RoleUse } from "./participants";
import type { ProposedParticipant } from "./proposal";

const ROLE_ORDER = ["claimant", "accused", "perpetrator", "defender", "target", "other"];

/** Whoever did it, in words that name nobody. */
const NAMELESS =
  /^(?:the )?(?:attackers?|assailants?|gunm[ae]n|militants?|insurgents?|terrorists?|rebels?|fighters?)$/i;
const plainWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/policem[ae]n|police officers?/g, "police")
    .split(/[\s-]+/)
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ""));

/** "Suspected insurgents" says more than "insurgents", a group's name more than "gunmen". */
function saysMore(other: RoleUse, use: RoleUse): boolean {
  if (other === use || other.role !== use.role || use.slug !== null) return false;
  if (
    use.role === "perpetrator" &&
    NAMELESS.test(use.name) &&
    (other.slug !== null || /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(other.name))
  )
    return true;
  const [more, less] = [plainWords(other.name), plainWords(use.name)];
  const isWithin = less.every((word) => more.includes(word));
  return isWithin && (less.length < more.length || other.start < use.start);
}

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
  const told = all.filter((use) => !use.isWeak || !hasTarget);
  const kept = told.filter((use) => !told.some((other) => saysMore(other, use))).slice(0, 12);
  const participants = kept.map(({ slug, name, role, attribution, attributedBy }) => ({
    slug,
    name,
    role,
    attribution,
    attributedBy,
  }));
  return { participants, uses: kept };
}
