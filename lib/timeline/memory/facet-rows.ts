import { encodeFilter, type IncidentFilter, withoutFilter } from "@/lib/incidents/filters";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { outcomes, participationRoles } from "@/lib/taxonomy/terms";
import { type FacetName, facetNames } from "../facet-names";
import type { FacetRow } from "../facet-values";
import { maxFacetValues } from "../schema";
import type { Caches } from "./caches";
import type { Counts, Dimension } from "./counts";
import type { Ancestry } from "./hierarchy";
import { actorsWithin, type TextMatch } from "./match";
import { castWidth, type Sets } from "./names";
import { precisions, type Store } from "./store";
import { viewOf } from "./view";
import { viewCounts } from "./view-counts";

const dimensionOf: Record<FacetName, Dimension> = {
  type: "type",
  country: "place",
  place: "place",
  actor: "cast",
  role: "cast",
  outcome: "outcome",
  campaign: "campaigns",
  publisher: "publishers",
  precision: "precision",
  linked: "linked",
};

/** The rows of facetsSql, without those of wanted values that no incident has. */
export function facetRows(
  store: Store,
  caches: Caches,
  filter: IncidentFilter,
  text: TextMatch | null,
): FacetRow[] {
  const params = encodeFilter(filter);
  const isRestricted = (name: FacetName) => params.has(name);
  const count = (under: IncidentFilter, wanted: readonly Dimension[]) =>
    viewCounts(store, caches, viewOf(store, caches, under, text), wanted);
  const free = facetNames.filter((name) => !isRestricted(name)).map((name) => dimensionOf[name]);
  const matching = count(filter, [...new Set(free)]);
  return facetNames.flatMap((name) => {
    const counts = isRestricted(name) ? count(withoutFilter(filter, name), [dimensionOf[name]]) : matching;
    return rowsOf(store, filter, name, counts).map((row) => ({ facet: name, ...row }));
  });
}

type Value = Omit<FacetRow, "facet">;

function rowsOf(store: Store, filter: IncidentFilter, name: FacetName, counts: Counts): Value[] {
  const { vocabulary, ancestry } = store;
  switch (name) {
    case "type":
      return named(counts.type, eventTypes);
    case "outcome":
      return named(counts.outcome, outcomes);
    case "precision":
      return named(counts.precision, precisions);
    case "linked":
      return [{ value: "true", label: null, count: counts.linked[1] ?? 0 }];
    case "country":
      return countryValues(store, counts.place);
    case "place":
      return mostFrequent(aboveEach(counts.place, ancestry.places), vocabulary.places.entries, filter.place);
    case "actor":
      return mostFrequent(actorCounts(store, counts.cast, filter), vocabulary.actors.entries, filter.actor);
    case "role":
      return named(roleCounts(store, counts.cast, filter), participationRoles);
    case "campaign":
      return slugged(
        ofMembers(counts.campaigns, vocabulary.campaignSets, vocabulary.campaigns.size),
        vocabulary.campaigns.entries,
      );
    case "publisher": {
      const members = ofMembers(counts.publishers, vocabulary.publisherSets, vocabulary.publishers.size);
      return mostFrequent(members, vocabulary.publishers.entries, filter.publisher);
    }
  }
}

function named(counts: Int32Array, vocabulary: readonly string[]): Value[] {
  return vocabulary.flatMap((value, code) => {
    const count = counts[code] ?? 0;
    return count > 0 ? [{ value, label: null, count }] : [];
  });
}

type Entries = ({ slug: string; name: string } | null)[];

function slugged(counts: Int32Array, entries: Entries): Value[] {
  return entries.flatMap((entry, code) => {
    const count = counts[code] ?? 0;
    return entry && count > 0 ? [{ value: entry.slug, label: entry.name, count }] : [];
  });
}

/** The wanted values and the most frequent others. */
function mostFrequent(counts: Int32Array, entries: Entries, wanted: readonly string[]): Value[] {
  const limit = maxFacetValues + wanted.length;
  const present = counts.filter((count) => count > 0).sort();
  // What counts less than the last that has room need not be sorted.
  const least = present.length > limit ? (present[present.length - limit] ?? 1) : 1;
  const isWanted = new Set(wanted);
  const values: Value[] = [];
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code] ?? 0;
    const entry = count > 0 && (count >= least || isWanted.size > 0) ? entries[code] : null;
    if (entry && (count >= least || isWanted.has(entry.slug))) {
      values.push({ value: entry.slug, label: entry.name, count });
    }
  }
  return values
    .sort(
      (a, b) =>
        Number(isWanted.has(b.value)) - Number(isWanted.has(a.value)) ||
        b.count - a.count ||
        (a.value < b.value ? -1 : 1),
    )
    .slice(0, limit);
}

function countryValues({ ancestry }: Store, counts: Int32Array): Value[] {
  const { codes, of } = ancestry.countries;
  const byCountry = new Int32Array(codes.length);
  for (let place = 0; place < of.length; place += 1) {
    const country = of[place] ?? 0;
    byCountry[country] = (byCountry[country] ?? 0) + (counts[place] ?? 0);
  }
  return codes.flatMap((value, country) => {
    const count = byCountry[country] ?? 0;
    return country > 0 && count > 0 ? [{ value, label: null, count }] : [];
  });
}

/** Every code counts for those that it lies within, itself among them. */
function aboveEach(counts: Int32Array, { start, within }: Ancestry): Int32Array {
  const above = new Int32Array(start.length - 1);
  for (let code = 1; code < above.length; code += 1) {
    const count = counts[code] ?? 0;
    const end = count > 0 ? (start[code + 1] ?? 0) : 0;
    for (let at = start[code] ?? 0; at < end; at += 1) {
      const outer = within[at] ?? 0;
      above[outer] = (above[outer] ?? 0) + count;
    }
  }
  return above;
}

/** Incidents with each actor or anything below it, in one of the wanted roles. */
function actorCounts(store: Store, counts: Int32Array, { role }: IncidentFilter): Int32Array {
  const { start, within } = store.ancestry.actors;
  const isRole = participationRoles.map((one) => role.length === 0 || role.includes(one));
  const acted = new Int32Array(store.vocabulary.actors.size);
  const lastCast = new Int32Array(acted.length).fill(-1);
  for (const [code, cast] of store.vocabulary.casts.lists.entries()) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    for (let at = 0; at < cast.length; at += castWidth) {
      const actor = cast[at] ?? 0;
      const end = isRole[cast[at + 1] ?? 0] ? (start[actor + 1] ?? 0) : 0;
      for (let above = start[actor] ?? 0; above < end; above += 1) {
        const outer = within[above] ?? 0;
        if (lastCast[outer] !== code) {
          lastCast[outer] = code;
          acted[outer] = (acted[outer] ?? 0) + count;
        }
      }
    }
  }
  return acted;
}

/** Incidents with each role, of one of the wanted actors. */
function roleCounts(store: Store, counts: Int32Array, { actor }: IncidentFilter): Int32Array {
  const isActor = actor.length > 0 ? actorsWithin(store, actor) : null;
  const acted = new Int32Array(participationRoles.length);
  for (const [code, cast] of store.vocabulary.casts.lists.entries()) {
    const count = counts[code] ?? 0;
    if (count === 0) continue;
    let seen = 0;
    for (let at = 0; at < cast.length; at += castWidth) {
      const role = cast[at + 1] ?? 0;
      const isNew = (seen & (1 << role)) === 0;
      if (isNew && (!isActor || isActor[cast[at] ?? 0] === 1)) {
        seen |= 1 << role;
        acted[role] = (acted[role] ?? 0) + count;
      }
    }
  }
  return acted;
}

function ofMembers(counts: Int32Array, sets: Sets, size: number): Int32Array {
  const of = new Int32Array(size);
  for (const [code, members] of sets.lists.entries()) {
    const count = counts[code] ?? 0;
    for (const member of count > 0 ? members : []) {
      of[member] = (of[member] ?? 0) + count;
    }
  }
  return of;
}
