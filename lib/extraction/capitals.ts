import { type Country, getCountry } from "@/lib/geo/countries";
import type { Entity } from "./entities";
import type { Knowledge, KnownPlace } from "./knowledge";
import type { PlaceContext, PlaceUse } from "./place-choice";
import { nameWords, type Token } from "./tokens";

function capitalOf(country: Country, knowledge: Knowledge): KnownPlace | null {
  if (!country.capital) return null;
  const key = nameWords(country.capital).join(" ");
  const curated = knowledge.places.names.get(key)?.value ?? [];
  const candidates = [...curated, ...knowledge.towns(key)].filter(
    (place) => place.country === country.code && place.kind !== "province",
  );
  return candidates.sort((a, b) => (b.population ?? 0) - (a.population ?? 0))[0] ?? null;
}

/**
 * "In the capital", "the Ukrainian capital", "Somalia's capital": the city of the country named in front, else of
 * the country that the article is most about. Nothing where the city's name follows by itself.
 */
export function findCapitals(
  tokens: readonly Token[],
  entities: readonly Entity[],
  context: PlaceContext,
  knowledge: Knowledge,
): PlaceUse[] {
  const uses: PlaceUse[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token?.lower !== "capital") continue;
    const next = tokens[i + 1];
    const after = next?.text === "," ? tokens[i + 2] : next;
    if (
      after?.isWord &&
      (after.isCapital || /^(?:city|of|punishment|gains?|markets?|investment|flows?)$/.test(after.lower))
    )
      continue;
    const owner = entities.find(
      (e) => (e.kind === "demonym" || e.kind === "country") && e.last <= i && e.last >= i - 1,
    );
    // "The country's capital".
    const isCountrys =
      tokens[i - 1]?.text === "'s" && /^(?:country|nation)$/.test(tokens[i - 2]?.lower ?? "");
    const first = owner ? owner.first : isCountrys ? i - 3 : i - 1;
    const opening = tokens.slice(Math.max(0, first - 2), first + (owner ? 0 : 1)).map((word) => word.lower);
    if (!owner && opening.at(-1) !== "the" && opening.at(-1) !== "'s") continue;
    if (opening.at(-1) === "'s" && !owner) continue;
    // "In the capital and other parts of the state of Manipur": the state's, whose name nobody tells.
    if (!owner && isOfDivision(tokens, i)) continue;
    const named =
      owner?.kind === "demonym" || owner?.kind === "country" ? owner.country : mainCountry(context);
    const place = named && capitalOf(named, knowledge);
    if (!place) continue;
    const preposition = opening.find((word) => /^(?:in|at|near|outside|of|from|to|around)$/.test(word)) ?? "";
    const start = tokens[first]?.start ?? token.start;
    uses.push({
      first,
      last: i + 1,
      start,
      end: token.end,
      place: { ...place },
      isNear: /^(?:near|outside|around)$/.test(preposition),
      isLocative: preposition !== "",
      preposition,
    });
  }
  return uses;
}

const DIVISION = /^(?:state|province|governorate|oblast|county|district)$/;

/** "The state capital", "the capital and some areas of the restive state of ...". */
const isOfDivision = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(at + 1, at + 13)
    .some((token, i, after) => DIVISION.test(token.lower) && after[i + 1]?.lower === "of");

function mainCountry(context: PlaceContext): Country | null {
  const [top] = [...context.countries].sort((a, b) => b[1] - a[1]);
  return top ? getCountry(top[0]) : null;
}
