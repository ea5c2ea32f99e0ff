import type { Country } from "@/lib/geo/countries";
import type { Entity } from "./entities";
import type { Knowledge } from "./knowledge";
import type { PlaceContext, PlaceUse } from "./place-choice";
import { nameWords, type Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

const countryOf = (entity: Entity | undefined): Country | null =>
  entity && (entity.kind === "country" || entity.kind === "demonym") ? entity.country : null;

function borderPlace(a: Country, b: Country, knowledge: Knowledge): PlaceUse["place"] {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const form of [`${x.name}-${y.name} border`, `${x.demonyms[0]}-${y.demonyms[0]} border`]) {
      const place = knowledge.places.names.get(nameWords(form).join(" "))?.value[0];
      if (place) return { ...place };
    }
  }
  return {
    slug: null,
    name: `${a.name}-${b.name} border`,
    kind: "border",
    country: a.code,
    admin1: null,
    latitude: Number(((a.centre.latitude + b.centre.latitude) / 2).toFixed(2)),
    longitude: Number(((a.centre.longitude + b.centre.longitude) / 2).toFixed(2)),
    timeZone: null,
  };
}

export const isBorder = (lower: string): boolean => /^(?:borders?|frontier)$/.test(lower);
const BORDER = wordClass(({ lower }) => isBorder(lower));

/**
 * "Iraq-Syria border", "border between Iraq and Syria", "Syria's border with Iraq", "the border with Syria":
 * the gazetteer's entry, or the middle between the two countries when it has none.
 */
export function findBorders(
  tokens: readonly Token[],
  entities: readonly Entity[],
  context: PlaceContext,
  knowledge: Knowledge,
): PlaceUse[] {
  const uses: PlaceUse[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !isOf(token, BORDER)) continue;
    const before = entities.filter((e) => countryOf(e) && e.last <= i && e.first >= i - 4);
    const after = entities.filter((e) => countryOf(e) && e.first > i && e.first <= i + 6);
    const next = tokens[i + 1]?.lower;
    let pair: [Entity | undefined, Entity | undefined] = [undefined, undefined];
    if (next === "between") pair = [after[0], after[1]];
    else if (next === "with") pair = [before.at(-1), after[0]];
    else if (before.length > 1 && before.at(-1)?.last === i) pair = [before.at(-2), before.at(-1)];
    const main = [...context.countries].sort((a, b) => b[1] - a[1]).map(([code]) => code);
    const b = countryOf(pair[1]);
    const a = countryOf(pair[0]) ?? (b ? mainCountry(main, b, entities) : null);
    if (!a || !b || a === b) continue;
    const first = Math.min(i, pair[0]?.first ?? i, pair[1]?.first ?? i);
    const last = Math.max(i + 1, pair[0]?.last ?? 0, pair[1]?.last ?? 0);
    uses.push({
      first,
      last,
      start: tokens[first]?.start ?? token.start,
      end: tokens[last - 1]?.end ?? token.end,
      place: borderPlace(a, b, knowledge),
      isNear: false,
      isLocative: true,
      preposition: "on",
    });
  }
  return uses;
}

/** "The border with Syria" in an article about Iraq is Iraq's. */
function mainCountry(codes: readonly string[], other: Country, entities: readonly Entity[]): Country | null {
  for (const code of codes) {
    if (code === other.code) continue;
    const named = entities.map(countryOf).find((country) => country?.code === code);
    if (named) return named;
  }
  return null;
}
