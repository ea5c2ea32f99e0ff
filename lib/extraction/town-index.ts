import { isCommonWord } from "./common-words";
import type { KnownPlace } from "./knowledge";
import { nameWords } from "./tokens";

/** A row of the GeoNames extract as its package ships it: numbers as text, admin1 as a code. */
export type CityRow = { name: string; lat: string; lng: string; country: string; admin1: string };

/** Towns and first-level divisions by folded name (words joined by spaces). */
export type TownLookup = (key: string) => readonly KnownPlace[];

export type TownSources = {
  /** Called once, at the first look-up. */
  rows: () => readonly CityRow[];
  /** Name of a division by its code ("IQ.01"). */
  divisions: () => ReadonlyMap<string, string>;
  populationOf: (
    foldedName: string,
    country: string,
    at: { latitude: number; longitude: number },
  ) => number | null;
};

/** Folding of 171,000 names has to be quick: plain letters need no more than lower case. */
function keyOf(name: string): string {
  if (/^[A-Za-z' -]+$/.test(name)) return name.toLowerCase().replaceAll("'", "").replaceAll("-", " ").trim();
  return nameWords(name).join(" ");
}

const SHORT_FORM =
  / (?:Province|State|Region|Governorate|Oblast|District|County|Department)$|^(?:Muhafazat|Wilayat|Ostan-e|Provincia de|Departamento de) /;

/** "Anbar" for "Anbar Governorate", but nothing for "Federal District". */
function shortForm(name: string): string {
  const short = name.replace(SHORT_FORM, "");
  return isCommonWord(short.toLowerCase()) ? name : short;
}

type Division = { name: string; country: string; latitude: number; longitude: number; towns: number };

const placeBase = { slug: null, aliases: [], timeZone: null, source: "geonames" } as const;

/** Some megabytes; an article asks for a hundred. */
const MOST_REMEMBERED = 20_000;

class TownIndex {
  /** Row numbers; one number where a name is unique, which most are. */
  private readonly byName = new Map<string, number | number[]>();
  private readonly divisionsByCode = new Map<string, Division>();
  private readonly divisionsByName = new Map<string, Division[]>();
  private readonly rows: readonly CityRow[];
  private readonly names: ReadonlyMap<string, string>;

  constructor(private readonly sources: TownSources) {
    this.rows = sources.rows();
    this.names = sources.divisions();
    for (const [row, city] of this.rows.entries()) {
      const key = keyOf(city.name);
      if (key.length < 3) continue;
      const known = this.byName.get(key);
      if (known === undefined) this.byName.set(key, row);
      else if (typeof known === "number") this.byName.set(key, [known, row]);
      else known.push(row);
      this.addToDivision(city);
    }
    for (const division of this.divisionsByCode.values()) {
      for (const name of new Set([division.name, shortForm(division.name)])) {
        const same = this.divisionsByName.get(keyOf(name));
        if (same) same.push(division);
        else this.divisionsByName.set(keyOf(name), [division]);
      }
    }
  }

  private addToDivision({ country, admin1, lat, lng }: CityRow): void {
    const code = `${country}.${admin1}`;
    let division = this.divisionsByCode.get(code);
    if (!division) {
      const name = this.names.get(code);
      if (name === undefined) return;
      division = { name, country, latitude: 0, longitude: 0, towns: 0 };
      this.divisionsByCode.set(code, division);
    }
    division.latitude += Number(lat);
    division.longitude += Number(lng);
    division.towns += 1;
  }

  /** Names looked up before, and whether they are some; texts repeat them, and the large index is slow to ask. */
  private readonly places = new Map<string, readonly KnownPlace[]>();

  get(key: string): readonly KnownPlace[] {
    let places = this.places.get(key);
    if (!places) {
      places = this.read(key);
      if (this.places.size >= MOST_REMEMBERED) this.places.clear();
      this.places.set(key, places);
    }
    return places;
  }

  private read(key: string): readonly KnownPlace[] {
    const rows = this.byName.get(key);
    const divisions = this.divisionsByName.get(key);
    if (rows === undefined) return divisions?.map(divisionPlace) ?? [];
    const towns = (typeof rows === "number" ? [rows] : rows).flatMap((row) => {
      const city = this.rows[row];
      return city ? [this.town(city, key)] : [];
    });
    return [...towns, ...(divisions ?? []).map(divisionPlace)];
  }

  private town({ name, country, admin1, lat, lng }: CityRow, key: string): KnownPlace {
    const at = { latitude: Number(lat), longitude: Number(lng) };
    const division = this.names.get(`${country}.${admin1}`) ?? null;
    return {
      ...placeBase,
      ...at,
      name,
      kind: "city",
      country,
      admin1: division,
      population: this.sources.populationOf(key, country, at),
    };
  }
}

/** A first-level division, in the middle of the towns that GeoNames puts in it. */
const divisionPlace = ({ name, country, latitude, longitude, towns }: Division): KnownPlace => ({
  ...placeBase,
  name,
  kind: "province",
  country,
  admin1: name,
  latitude: Number((latitude / towns).toFixed(3)),
  longitude: Number((longitude / towns).toFixed(3)),
  population: null,
});

/** A look-up of GeoNames names that reads and indexes its rows when it is first asked. */
export function townLookup(sources: TownSources): TownLookup {
  let index: TownIndex | undefined;
  return (key) => {
    index ??= new TownIndex(sources);
    return index.get(key);
  };
}
