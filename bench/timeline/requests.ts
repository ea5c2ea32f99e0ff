import { database } from "@/lib/db/client";
import { encodeCursor } from "@/lib/incidents/cursor";
import { decodeFilter, emptyFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { listIncidents } from "@/lib/incidents/queries";
import { type IncidentSort, incidentSorts } from "@/lib/incidents/sorts";
import { facetNames } from "@/lib/timeline/facet-names";
import { getFacets } from "@/lib/timeline/facets";
import { timelineGroups } from "@/lib/timeline/groups";
import { getTimelineWindow } from "@/lib/timeline/window";

/** Asks the same questions in the same order each time it is made with the same seed. */
export class Questions {
  private seed = 20_211_205;

  private constructor(
    private readonly values: [string, string][],
    private readonly words: string[],
  ) {}

  /** Filter values by how often a reader meets them: each facet with what it lists. */
  static async open(): Promise<Questions> {
    const facets = await getFacets(emptyFilter);
    const values = facetNames.flatMap((name) =>
      facets[name].filter(({ count }) => count > 0).map(({ value }): [string, string] => [name, value]),
    );
    const names = [...facets.actor, ...facets.place].map(
      ({ label }) => label.match(/\p{L}{4,}/u)?.[0] ?? "near",
    );
    return new Questions(values, [...new Set(names)]);
  }

  private random(): number {
    this.seed = (this.seed * 48_271) % 2_147_483_647;
    return this.seed / 2_147_483_647;
  }

  private pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.random() * values.length)];
    if (value === undefined) throw new Error("There is nothing to ask for.");
    return value;
  }

  private parameter(): [string, string][] {
    const year = 1990 + Math.floor(this.random() * 30);
    const west = Math.floor(this.random() * 100) - 80;
    const south = Math.floor(this.random() * 40) - 5;
    const others: [string, string][][] = [
      [["from", String(year)]],
      [["to", `${year}-06`]],
      [
        ["from", `${year}-03`],
        ["to", String(year + 3)],
        ["time", this.pick(["possible", "definite"])],
      ],
      [["killedMin", String(1 + Math.floor(this.random() * 30))]],
      [["bbox", `${west},${south},${west + 40},${south + 25}`]],
      [["updatedSince", `2024-0${1 + Math.floor(this.random() * 9)}-10`]],
    ];
    // Every parameter of the filter as often as every other.
    const kind = Math.floor(this.random() * (facetNames.length + others.length));
    const name = facetNames[kind];
    return name
      ? [this.pick(this.values.filter(([facet]) => facet === name))]
      : (others[kind - facetNames.length] ?? []);
  }

  filter(parameters: number, word: boolean): IncidentFilter {
    const pairs = Array.from({ length: parameters }, () => this.parameter()).flat();
    const words: [string, string][] = word
      ? [["q", this.random() < 0.7 ? this.pick(this.words) : `${this.pick(this.words)} killed`]]
      : [];
    return decodeFilter(new URLSearchParams([...pairs, ...words])).filter;
  }

  window(): Parameters<typeof getTimelineWindow>[1] {
    const start = Date.UTC(1989, 0, 1) + this.random() * 30 * 365 * 86_400_000;
    const length = 86_400_000 * 10 ** (this.random() * 4);
    const isWhole = this.random() < 0.2;
    return {
      start: isWhole ? null : new Date(start).toISOString(),
      end: isWhole ? null : new Date(start + length).toISOString(),
      width: 400 + Math.floor(this.random() * 1600),
      group: this.pick(timelineGroups),
    };
  }

  sort = (): IncidentSort => this.pick(incidentSorts);
}

export async function askTimeline(
  filter: IncidentFilter,
  window: Parameters<typeof getTimelineWindow>[1],
): Promise<void> {
  await Promise.all([getTimelineWindow(filter, window), getFacets(filter)]);
}

const keyOf: Record<IncidentSort, string> = {
  "-occurred": "earliest",
  occurred: "earliest",
  "-updated": "updatedAt",
  "-published": "publishedAt",
  "-killed": "killed",
  // Without words, the newest first.
  relevance: "earliest",
};

/** Cursors of the hundredth page and its neighbours, in each order. */
export async function deepCursors(count: number): Promise<{ sort: IncidentSort; cursor: string }[]> {
  const cursors = [];
  for (const sort of incidentSorts) {
    const { data } = await listIncidents(emptyFilter, { sort, limit: 1 });
    if (data.length === 0) return [];
    const column = {
      earliest: "earliest",
      updatedAt: "updatedAt",
      publishedAt: "publishedAt",
      killed: "killedMin",
    }[keyOf[sort]];
    const isUp = sort === "occurred";
    const rows = await database().incident.findMany({
      where: { status: "published" },
      select: { publicId: true, earliest: true, updatedAt: true, publishedAt: true, killedMin: true },
      orderBy: [
        column === "killedMin"
          ? { killedMin: { sort: "desc", nulls: "last" } }
          : { [column ?? "earliest"]: isUp ? "asc" : "desc" },
        { publicId: isUp ? "desc" : "asc" },
      ],
      skip: 4950,
      take: Math.ceil(count / incidentSorts.length),
    });
    for (const row of rows) {
      const instant =
        column === "updatedAt" ? row.updatedAt : column === "publishedAt" ? row.publishedAt : row.earliest;
      const key = column === "killedMin" ? (row.killedMin ?? -1) : (instant?.getTime() ?? 0);
      cursors.push({ sort, cursor: encodeCursor(sort, { key, publicId: row.publicId }) });
    }
  }
  return cursors;
}
