import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { foldName, slugify } from "@/lib/geo/fold";
import { publicIdText } from "@/lib/timeline/memory/public-ids";
import type { Event } from "./events";

const batch = 5000;
const dayMs = 86_400_000;
const publicIds = 32 ** 8;

type Ids = {
  places: Map<string, string>;
  actors: Map<string, string>;
  articles: string[];
  campaigns: string[];
};

/** A scratch database that grows: the same events again and again, at other dates and in other places. */
export class Filler {
  private ids: Ids = { places: new Map(), actors: new Map(), articles: [], campaigns: [] };
  private made = 0;

  private constructor(
    private readonly client: Client,
    private readonly events: Event[],
  ) {}

  /** The superuser alone can leave the triggers out. */
  static async open(superuserUrl: string, database: string, events: Event[]): Promise<Filler> {
    const url = new URL(superuserUrl);
    url.pathname = database;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(
      "SET session_replication_role = replica; SET TimeZone = 'UTC'; SET maintenance_work_mem = '1GB'",
    );
    const filler = new Filler(client, events);
    await filler.makeNames();
    return filler;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async growTo(count: number): Promise<void> {
    const indexes = count - this.made > 20_000 ? await this.dropIndexes() : [];
    for (; this.made < count; this.made += batch) {
      await this.addIncidents(this.made, Math.min(this.made + batch, count));
    }
    this.made = count;
    await this.client.query("TRUNCATE search_word");
    await this.client.query(
      `INSERT INTO search_word (word) SELECT DISTINCT word FROM (
          SELECT DISTINCT name FROM place UNION SELECT name FROM actor UNION VALUES ('near killed')
        ) AS named, words_of(name) AS word`,
    );
    for (const definition of indexes) await this.client.query(definition);
    // Else the server would do it by itself while requests are measured.
    await this.client.query("VACUUM (ANALYZE)");
  }

  private async dropIndexes(): Promise<string[]> {
    const { rows } = await this.client.query<{ indexname: string; indexdef: string }>(
      `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        AND tablename IN ('incident', 'participation', 'claim', 'incident_link') AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    );
    for (const { indexname } of rows) await this.client.query(`DROP INDEX "${indexname}"`);
    return rows.map(({ indexdef }) => indexdef);
  }

  private async makeNames(): Promise<void> {
    const named = (name: string, prefix: string, index: number) => [
      randomUUID(),
      `${slugify(name, 50) || prefix}-${index}`,
      name.slice(0, 200),
      foldName(name),
    ];
    for (const { place } of this.events) {
      const key = placeKey(place);
      if (this.ids.places.has(key)) continue;
      const [id, slug, name, folded] = named(place.name, "place", this.ids.places.size);
      this.ids.places.set(key, id ?? "");
      await this.client.query(
        `INSERT INTO place (id, slug, name, folded, kind, country, admin1, latitude, longitude, updated_at)
          VALUES ($1, $2, $3, $4, 'town', $5, $6, $7, $8, now())`,
        [id, slug, name, folded, place.country, place.province || null, place.latitude, place.longitude],
      );
    }
    const areas = new Map(this.events.map(({ place }) => [`${place.country}/${place.province}`, place]));
    for (const [index, place] of [...areas.values()].entries()) {
      if (place.province === "") continue;
      await this.client.query(
        `INSERT INTO place (id, slug, name, folded, kind, country, admin1, latitude, longitude, updated_at)
          VALUES ($1, $2, $3, $4, 'province', $5, $6, $7, $8, now())`,
        [
          ...named(place.province, "province", index + 1_000_000),
          place.country,
          place.province,
          place.latitude,
          place.longitude,
        ],
      );
    }
    for (const name of new Set(this.events.flatMap(({ sides }) => sides))) {
      const [id, slug, shown, folded] = named(name, "actor", this.ids.actors.size);
      this.ids.actors.set(name, id ?? "");
      await this.client.query(
        `INSERT INTO actor (id, slug, name, folded, kind, updated_at) VALUES ($1, $2, $3, $4, 'armed-group', now())`,
        [id, slug, shown, folded],
      );
    }
    for (const [index, name] of [...new Set(this.events.map(({ publisher }) => publisher))]
      .slice(0, 200)
      .entries()) {
      const [id, slug, shown] = named(name, "publisher", index);
      await this.client.query(
        `INSERT INTO publisher (id, slug, name, folded, updated_at) VALUES ($1, $2, $3, $4, now())`,
        [id, slug, shown, `${foldName(name)} ${index}`],
      );
      const articleId = randomUUID();
      this.ids.articles.push(articleId);
      await this.client.query(
        `INSERT INTO article (id, title, publisher_id, text, text_sha256, updated_at) VALUES ($1, $2, $3, 'A report.', $4, now())`,
        [articleId, `Report of ${shown}`.slice(0, 300), id, articleId.replaceAll("-", "").repeat(2)],
      );
    }
    for (const name of ["Spring offensive", "Siege of the north", "Coast road"]) {
      const id = randomUUID();
      this.ids.campaigns.push(id);
      await this.client.query(
        `INSERT INTO campaign (id, slug, name, updated_at) VALUES ($1, $2, $3, now())`,
        [id, slugify(name), name],
      );
    }
  }

  private async addIncidents(from: number, to: number): Promise<void> {
    const rows = Array.from({ length: to - from }, (_, index) => this.incident(from + index));
    await this.client.query(
      `INSERT INTO incident (id, public_id, status, title, event_type, outcome, occurred, earliest, latest, date_precision,
          time_zone, place_id, killed_min, pinned, published_at, updated_at, search)
        SELECT id, public_id, 'published', title, event_type, outcome, occurred, earliest, latest, date_precision, 'UTC',
          place_id, killed_min, false, updated_at, updated_at,
          setweight(to_tsvector('sightline', title), 'A') || setweight(to_tsvector('sightline', names), 'B')
        FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, public_id text, title text, event_type text, outcome text,
          occurred text, earliest timestamptz, latest timestamptz, date_precision text, place_id uuid, killed_min int,
          updated_at timestamptz, names text)`,
      [JSON.stringify(rows.map(({ actors: _actors, ...columns }) => columns))],
    );
    await this.relate(from, rows);
  }

  private async relate(from: number, rows: ReturnType<Filler["incident"]>[]): Promise<void> {
    const ids = rows.map(({ id }) => id);
    for (const [position, role] of ["perpetrator", "target"].entries()) {
      await this.client.query(
        `INSERT INTO participation (id, incident_id, actor_id, role, position)
          SELECT gen_random_uuid(), incident, actor, $3, $4 FROM unnest($1::uuid[], $2::uuid[]) AS row (incident, actor)`,
        [ids, rows.map(({ actors }) => actors[position]), role, position],
      );
    }
    const some = <T>(every: number, make: (id: string, index: number) => T) =>
      ids.flatMap((id, index) => ((from + index) % every === 0 ? [make(id, index)] : []));
    const linked = some(10, (id, index) => [id, ids[(index * 7 + 3) % ids.length] ?? id]).filter(
      ([a, b]) => a !== b,
    );
    await this.client.query(
      `INSERT INTO incident_link (id, from_id, to_id, type)
        SELECT gen_random_uuid(), a, b, 'follows' FROM unnest($1::uuid[], $2::uuid[]) AS row (a, b)`,
      [linked.map(([a]) => a), linked.map(([, b]) => b)],
    );
    const claimed = some(4, (id, index) => [
      id,
      this.ids.articles[(from + index) ** 2 % this.ids.articles.length],
    ]);
    await this.client.query(
      `INSERT INTO claim (id, incident_id, article_id, field, value, exact, start, "end")
        SELECT gen_random_uuid(), incident, article, 'title', '"x"', 'A report', 0, 8
        FROM unnest($1::uuid[], $2::uuid[]) AS row (incident, article)`,
      [claimed.map(([id]) => id), claimed.map(([, article]) => article)],
    );
    const planned = some(50, (id, index) => [id, this.ids.campaigns[index % this.ids.campaigns.length]]);
    await this.client.query(
      `INSERT INTO incident_campaign (incident_id, campaign_id)
        SELECT incident, campaign FROM unnest($1::uuid[], $2::uuid[]) AS row (incident, campaign)`,
      [planned.map(([id]) => id), planned.map(([, campaign]) => campaign)],
    );
  }

  private incident(number: number) {
    const event = eventAt(this.events, number);
    const round = Math.floor(number / this.events.length);
    const elsewhere = eventAt(this.events, number + round * 101).place;
    const start = event.start + ((round * 41) % 1500) * dayMs;
    const latest = start + event.days * dayMs - 1;
    const [a, b] = event.sides;
    const precision =
      event.days === 1 ? "day" : event.days <= 7 ? "week" : event.days <= 31 ? "month" : "year";
    const killed = event.killed === 0 ? "" : `, ${event.killed} killed`;
    return {
      id: orderedId(number),
      // A multiplier without common factors with 2 goes through all numbers before it repeats one.
      public_id: publicIdText((number * 2_654_435_761 + 7) % publicIds),
      title: `${a} and ${b} near ${elsewhere.name}${killed}`.slice(0, 300),
      event_type: event.eventType,
      outcome: number % 30 === 0 ? "failed" : number % 7 === 0 ? "unknown" : "completed",
      occurred: new Date(start).toISOString().slice(0, 10),
      earliest: new Date(start).toISOString(),
      latest: new Date(latest).toISOString(),
      date_precision: precision,
      place_id: this.ids.places.get(placeKey(elsewhere)) ?? null,
      killed_min: number % 9 === 0 ? null : event.killed,
      updated_at: new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString(),
      /** What the search finds beside the title. */
      names: [elsewhere.name, elsewhere.province, a, b].join(" "),
      actors: [this.ids.actors.get(a), this.ids.actors.get(b)],
    };
  }
}

/** A UUID of version 7, as the application makes them: one after the other. */
function orderedId(number: number): string {
  const time = (1_700_000_000_000 + number).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

const placeKey = ({ name, province, country }: Event["place"]): string => `${country}/${province}/${name}`;

function eventAt(events: readonly Event[], number: number): Event {
  // Spread over the table, so that the first thousands are like all of it.
  const event = events[(number * 7919) % events.length];
  if (!event) throw new Error("There are no events to make incidents from.");
  return event;
}
