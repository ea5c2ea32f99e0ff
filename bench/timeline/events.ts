import { readFile } from "node:fs/promises";
import { type Country, countryNames } from "@/lib/geo/countries";
import type { EventType } from "@/lib/taxonomy/event-types";

/** An event to make incidents like it from. */
export type Event = {
  place: { name: string; province: string; country: string; latitude: number; longitude: number };
  sides: [string, string];
  publisher: string;
  eventType: EventType;
  killed: number;
  start: number;
  days: number;
};

const realEvents = "../shared/data/ucdp-ged-6-countries.csv";
const dayMs = 86_400_000;

/** Rows of the UCDP Georeferenced Event Dataset where they are at hand, else events with the same skew. */
export async function readEvents(): Promise<{ events: Event[]; source: string }> {
  const text = await readFile(realEvents, "utf8").catch(() => null);
  return text === null
    ? { events: inventEvents(), source: "generator" }
    : { events: eventsOf(readTable(text)), source: "UCDP GED" };
}

/** RFC 4180, with a header line. */
function readTable(text: string): Record<string, string>[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") lines.push([]);
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
}

function eventsOf(rows: Record<string, string>[]): Event[] {
  return rows.flatMap((row) => {
    const country = codeOf(row.country ?? "");
    const start = Date.parse(row.date_start ?? "");
    const end = Date.parse(row.date_end ?? "");
    if (!country || Number.isNaN(start) || Number.isNaN(end) || end < start) return [];
    const latitude = Number(row.latitude);
    const longitude = Number(row.longitude);
    return [
      {
        place: {
          name: row.where_coordinates || "Unknown",
          province: row.adm_1 ?? "",
          country,
          latitude,
          longitude,
        },
        sides: [row.side_a || "Unknown", row.side_b || "Unknown"],
        publisher: (row.source_office ?? "").split(";")[0] || "Other",
        eventType: typeOf(row, Number(row.best)),
        killed: Number(row.best) || 0,
        start,
        days: Math.round((end - start) / dayMs) + 1,
      },
    ];
  });
}

const codeOf = (name: string): Country["code"] | undefined =>
  countryNames.get(name.toLowerCase())?.country.code;

// The dataset knows three kinds of violence; the weapons are in the words of the reports, which it leaves out.
function typeOf(row: Record<string, string>, killed: number): EventType {
  if (row.type_of_violence === "3") return killed > 5 ? "suicide-bomb" : "attack";
  const types: EventType[] = [
    "armed-clash",
    "shelling-artillery-missile-attack",
    "air-drone-strike",
    "armed-clash",
  ];
  return types[(killed + (row.id ?? "").length) % types.length] ?? "armed-clash";
}

/** Few places and groups have most events, most days have none, most dates are known to the day. */
function inventEvents(): Event[] {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const skewed = (count: number) => Math.floor(count * random() ** 3);
  const countries = ["SY", "IQ", "PK", "CO", "PH", "UA"];
  const types: EventType[] = ["armed-clash", "attack", "shelling-artillery-missile-attack", "suicide-bomb"];
  return Array.from({ length: 40_000 }, () => {
    const place = skewed(7000);
    const country = countries[place % countries.length] ?? "SY";
    return {
      place: {
        name: `Town ${place}`,
        province: `Province ${place % 60}`,
        country,
        latitude: ((place * 37) % 600) / 10,
        longitude: ((place * 91) % 1200) / 10,
      },
      sides: [`Group ${skewed(30)}`, `Group ${30 + skewed(190)}`],
      publisher: `Agency ${skewed(300)}`,
      eventType: types[skewed(types.length)] ?? "attack",
      killed: skewed(40),
      start: Date.UTC(1989, 0, 1) + Math.floor(random() ** 0.4 * 11_500) * dayMs,
      days: random() < 0.9 ? 1 : 1 + skewed(365),
    };
  });
}
