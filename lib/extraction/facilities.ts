import type { Entity } from "./entities";
import { type Knowledge, type KnownPlace, longestName } from "./knowledge";
import type { PlaceUse } from "./place-choice";
import { nameWords, type Token } from "./tokens";

const OWNED = /^(?:embassy|consulate)$/;

function lookUp(names: readonly string[], knowledge: Knowledge): KnownPlace | null {
  for (const name of names) {
    const places = knowledge.places.names.get(nameWords(name).join(" "))?.value;
    const place = places?.[0];
    if (place && place.kind !== "city" && place.kind !== "country") return place;
  }
  return null;
}

/** Whose embassy it is: the country named in front of it, or the sentence's first for "its" and "their". */
function ownerOf(tokens: readonly Token[], entities: readonly Entity[], at: number): string | null {
  const before = entities.filter((e) => (e.kind === "country" || e.kind === "demonym") && e.last <= at);
  const beside = before.findLast((e) => e.last >= at - 2);
  const owner =
    beside ?? (/^(?:its|their|his|new)$/.test(tokens[at - 1]?.lower ?? "") ? before[0] : undefined);
  if (owner?.kind !== "country" && owner?.kind !== "demonym") return null;
  return owner.country.code === "US"
    ? "US"
    : owner.country.code === "GB"
      ? "British"
      : (owner.country.demonyms[0] ?? owner.country.name);
}

/**
 * A facility at token `at` that belongs to a place of the sentence ("its embassy in Baghdad", "the Mosul
 * airport"): the gazetteer's entry for it, to stand in place of the town's. Null when it has none.
 */
export function findFacility(
  tokens: readonly Token[],
  entities: readonly Entity[],
  uses: readonly PlaceUse[],
  at: number,
  knowledge: Knowledge,
): { use: PlaceUse; replaces: PlaceUse } | null {
  const noun = tokens[at]?.lower ?? "";
  const inside = uses.find(
    (use) => use.first > at && use.first <= at + 4 && /^(?:in|at)$/.test(use.preposition),
  );
  const beside = uses.find((use) => use.last === at && use.place.kind !== "country");
  const town = beside ?? inside;
  if (!town || town.place.kind === "country") return null;
  const owner = OWNED.test(noun) ? ownerOf(tokens, entities, at) : null;
  const names = OWNED.test(noun)
    ? owner
      ? [`new ${owner} ${noun} in ${town.place.name}`, `${owner} ${noun} in ${town.place.name}`]
      : []
    : [
        `${town.place.name} ${noun}`,
        `${town.place.name} air base`,
        `${town.place.name} International Airport`,
      ].slice(0, noun === "base" ? 2 : noun === "airport" ? 3 : 1);
  const isNew = tokens.slice(Math.max(0, at - 3), at).some((token) => token.lower === "new");
  const place = lookUp(isNew ? names : names.filter((name) => !name.startsWith("new ")), knowledge);
  if (!place) return null;
  const first = Math.min(at, town.first);
  const last = Math.max(at + 1, town.last);
  const already = longestName(knowledge.places, tokens, first);
  if (already?.value.includes(place)) return null;
  return {
    replaces: town,
    use: {
      ...town,
      first,
      last,
      start: tokens[first]?.start ?? town.start,
      end: tokens[last - 1]?.end ?? town.end,
      place: { ...place },
      isLocative: true,
      isNear:
        town.isNear ||
        tokens.slice(Math.max(0, first - 4), first).some((token) => /^(?:near|close)$/.test(token.lower)),
    },
  };
}
