import { searchActors } from "@/lib/actors/queries";
import { database } from "@/lib/db/client";
import { foldName } from "@/lib/geo/fold";
import { searchPlaces } from "@/lib/places/queries";
import { loadReferenceData } from "@/lib/reference/load-reference";
import { percentiles } from "./percentiles";
import { onScratchDatabase } from "./scratch-database";

const actors = 10_000;
const searches = 100;
/** What a field may wait for its suggestions. */
const allowedMs = 100;

/**
 * How long the suggestions under a name field take with the whole gazetteer (over 100,000 places) and 10,000
 * actors, each with two other names, beside reading one place by its key in the same run.
 */
export const benchNames = (): Promise<object[]> =>
  onScratchDatabase(async () => {
    await loadReferenceData();
    await addActors();
    return measure();
  });

/** As the actors of such databases are named: mostly by what they are and by where. */
const kinds = [
  "Police Forces of",
  "Military Forces of",
  "Communal Militia of",
  "Unidentified Armed Group in",
  "Protesters in",
  "Liwa",
  "Kataib",
  "Harakat Ansar",
  "Tribal Fighters of",
  "Workers' Union of",
  "Governor of",
  "Brigade of",
];

async function addActors(): Promise<void> {
  const names = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM (SELECT DISTINCT ON (folded) name FROM place ORDER BY folded, slug) p
    ORDER BY md5('actor ' || name) LIMIT ${actors}::int`;
  const rows = names.map(({ name: place }, index) => {
    const name = `${kinds[index % kinds.length]} ${place}`;
    const aliases = [`${place} ${kinds[(index + 5) % kinds.length]}`, `The ${place} Front`];
    return {
      slug: `bench-${index}`,
      name,
      folded: foldName(name),
      aliases: aliases.map((alias) => ({ name: alias, folded: foldName(alias) })),
    };
  });
  const json = JSON.stringify(rows);
  await database().$executeRaw`
    INSERT INTO actor (id, slug, name, folded, kind)
    SELECT gen_random_uuid(), slug, name, folded, 'armed-group'
    FROM jsonb_to_recordset(${json}::jsonb) AS r(slug text, name text, folded text) ON CONFLICT DO NOTHING`;
  await database().$executeRaw`
    INSERT INTO actor_alias (id, actor_id, name, folded)
    SELECT gen_random_uuid(), a.id, alias.name, alias.folded
    FROM jsonb_to_recordset(${json}::jsonb) AS r(slug text, aliases jsonb) JOIN actor a ON a.slug = r.slug,
      jsonb_to_recordset(r.aliases) AS alias(name text, folded text) ON CONFLICT DO NOTHING`;
  await database().$executeRaw`ANALYZE actor, actor_alias`;
}

type Sample = { slug: string; name: string };

/** Names spread evenly over a table: the same ones in every run. */
async function samplesOf(table: "place" | "actor"): Promise<Sample[]> {
  const sample =
    table === "place"
      ? database().$queryRaw<Sample[]>`SELECT slug, name FROM place ORDER BY md5(slug) LIMIT ${searches}::int`
      : database().$queryRaw<
          Sample[]
        >`SELECT slug, name FROM actor ORDER BY md5(slug) LIMIT ${searches}::int`;
  return sample;
}

/** As people type: the beginning, a later word, the middle of a word, and a name with a slip in it. */
const typings: Record<string, (name: string) => string> = {
  "first 2 letters": (name) => name.slice(0, 2),
  "first 3 letters": (name) => name.slice(0, 3),
  "first 5 letters": (name) => name.slice(0, 5),
  "whole name": (name) => name,
  "last word": (name) => name.split(" ").at(-1) ?? name,
  "middle of a word": (name) => longestWord(name).slice(2, 7),
  "two letters swapped": (name) => swapped(name),
  "one letter left out": (name) => name.slice(0, 3) + name.slice(4),
};

const longestWord = (name: string): string => name.split(" ").sort((a, b) => b.length - a.length)[0] ?? name;
const swapped = (name: string): string =>
  name.length < 4 ? name : `${name.slice(0, 2)}${name[3] ?? ""}${name[2] ?? ""}${name.slice(4)}`;

async function measure(): Promise<object[]> {
  const placeSamples = await samplesOf("place");
  const actorSamples = await samplesOf("actor");
  const total = await database().place.count();
  const keyed = await timed(placeSamples, ({ slug }) =>
    database()
      .place.findUnique({ where: { slug }, select: { id: true } })
      .then(() => true),
  );
  const rows: object[] = [{ search: `one place by its key, of ${total}`, ...percentiles(keyed.times) }];
  for (const [typing, type] of Object.entries(typings)) {
    rows.push(await row(`places, ${typing}`, placeSamples, type, searchPlaces, keyed.times));
  }
  for (const [typing, type] of Object.entries(typings)) {
    rows.push(await row(`actors, ${typing}`, actorSamples, type, searchActors, keyed.times));
  }
  return rows;
}

async function row(
  search: string,
  samples: readonly Sample[],
  type: (name: string) => string,
  find: (text: string) => Promise<{ slug: string }[]>,
  keyed: readonly number[],
): Promise<object> {
  const { times, found } = await timed(samples, async ({ slug, name }) =>
    (await find(type(name))).some((option) => option.slug === slug),
  );
  const own = percentiles(times);
  return {
    search,
    ...own,
    "p95 / by key": Math.round(own.p95 / percentiles(keyed).p95),
    allowed: allowedMs,
    "among the 10": `${Math.round((100 * found) / samples.length)} %`,
  };
}

/** Milliseconds of each search, and how often the entry that was meant was among the finds. */
async function timed(
  samples: readonly Sample[],
  ask: (sample: Sample) => Promise<boolean>,
): Promise<{ times: number[]; found: number }> {
  // What comes first also measures connections and plans.
  for (const sample of samples.slice(0, 10)) await ask(sample);
  const times: number[] = [];
  let found = 0;
  for (const sample of samples) {
    const began = performance.now();
    if (await ask(sample)) found += 1;
    times.push(performance.now() - began);
  }
  return { times, found };
}
