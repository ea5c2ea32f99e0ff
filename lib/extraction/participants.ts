import type { Attribution, ParticipationRole } from "@/lib/taxonomy/terms";
import type { Entity } from "./entities";
import type { Span } from "./text";
import type { Token } from "./tokens";

/** Somebody's part in an event, as one sentence tells it. */
export type RoleUse = Span & {
  slug: string | null;
  name: string;
  role: ParticipationRole;
  attribution: Attribution;
  attributedBy: string | null;
  /** What the name stands for, to tell fights between armed sides from attacks on civilians. */
  side: "force" | "armed" | "civilian" | "other";
  /** Code of the country whose state or group it is, where that is known. */
  country?: string | null;
  /** "Two men": stands only where nobody says more. */
  isWeak?: boolean;
};

const KIND_SIDES: Partial<Record<string, RoleUse["side"]>> = {
  state: "force",
  "state-force": "force",
  coalition: "force",
  militia: "armed",
  "armed-group": "armed",
  civilians: "civilian",
};

/** The participant that an entity names, or null for a place or a name nobody knows. */
export function participantOf(entity: Entity): Pick<RoleUse, "slug" | "name" | "side" | "country"> | null {
  if (entity.kind === "actor")
    return {
      slug: entity.actor.slug,
      name: entity.actor.name,
      side: KIND_SIDES[entity.actor.kind] ?? "other",
      country: entity.actor.country,
    };
  if (entity.kind === "country" || entity.kind === "demonym")
    return {
      slug: entity.state?.slug ?? null,
      name: entity.state?.name ?? entity.country.name,
      side: "force",
      country: entity.country.code,
    };
  if (entity.kind === "name") {
    // One capitalised word is as likely a place or a thing.
    return entity.text.includes(" ")
      ? { slug: null, name: entity.text.replace(/\s+/g, " ").replace(/'s$/, ""), side: "other" }
      : null;
  }
  if (entity.kind === "group") {
    const isBare = !/\s/.test(entity.text);
    // "US warplanes": the state whose machines they are.
    if (
      entity.country &&
      /\b(?:warplanes?|jets?|planes?|aircraft|drones?|helicopters?|warships?)$/i.test(entity.text)
    )
      return { slug: null, name: entity.country.name, side: "force", country: entity.country.code };
    if (entity.actor)
      return {
        slug: entity.actor.slug,
        name: entity.actor.name,
        side: KIND_SIDES[entity.actor.kind] ?? entity.noun,
        country: entity.actor.country,
      };
    if (
      isBare &&
      /^(?:people|person|individuals|suspects?|men|women|group|groups|force|members|officials?|leader|general|commander|family|families|president|minister|crowds?|movement|personnel|workers|residents|governor|mayor|ambassador|chief|officers?)$/i.test(
        entity.text,
      )
    )
      return null;
    return {
      slug: null,
      name: entity.text.replace(/\s+/g, " "),
      side: entity.noun,
      country: entity.country?.code ?? null,
    };
  }
  return null;
}

export function attributionOf(tokens: readonly Token[], at: number): Attribution {
  const near = tokens.slice(Math.max(0, at - 8), at + 1).map((token) => token.lower);
  if (near.some((word) => /^(?:suspected|suspects?|presumed|probably|apparently)$/.test(word)))
    return "suspected";
  return near.some((word) => /^(?:reportedly|allegedly|alleged|accused|purportedly|supposedly)$/.test(word))
    ? "alleged"
    : "confirmed";
}
