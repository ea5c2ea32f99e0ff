import { type TableRow, tablePageSchema } from "@/lib/incidents/table-row";
import { paths } from "@/lib/paths";

/** Rows of one request. */
export const pageRows = 100;

type Loaded = { rows: TableRow[]; next: string | null };

/**
 * The rows of a table by their places, fetched page by page as they come into view. A page that follows a known
 * one is read from that one's cursor; any other leaps from the nearest known one before it.
 */
export class RowStore {
  private pages = new Map<number, Loaded>();
  private running = new Map<number, Promise<void>>();
  private listeners = new Set<() => void>();
  private version = 0;
  private failed = "";

  constructor(
    private readonly query: string,
    readonly total: number,
    first: Loaded,
  ) {
    this.pages.set(0, first);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): number => this.version;

  /** Why rows are missing, in a sentence; "" when none are. */
  get problem(): string {
    return this.failed;
  }

  row(index: number): TableRow | undefined {
    return this.pages.get(Math.floor(index / pageRows))?.rows[index % pageRows];
  }

  /** Where a loaded incident stands; -1 when it is not loaded. */
  indexOf(publicId: string): number {
    for (const [page, { rows }] of this.pages) {
      const at = rows.findIndex((row) => row.publicId === publicId);
      if (at >= 0) return page * pageRows + at;
    }
    return -1;
  }

  /** Fetches what is missing of the places from first to last. */
  async load(first: number, last: number): Promise<void> {
    const end = Math.min(last, this.total - 1);
    for (let page = Math.floor(Math.max(first, 0) / pageRows); page * pageRows <= end; page += 1) {
      if (!this.pages.has(page)) await this.fetchPage(page);
    }
  }

  private fetchPage(page: number): Promise<void> {
    const known = this.running.get(page);
    if (known) return known;
    const work = this.request(page).finally(() => this.running.delete(page));
    this.running.set(page, work);
    return work;
  }

  private async request(page: number): Promise<void> {
    const params = new URLSearchParams(this.query);
    params.set("limit", String(pageRows));
    const { cursor, after } = this.nearest(page);
    if (cursor !== null) params.set("cursor", cursor);
    params.set("skip", String((page - after) * pageRows));
    try {
      const response = await fetch(paths.tableRows(params.toString()));
      if (!response.ok) throw new Error(String(response.status));
      this.pages.set(page, tablePageSchema.parse(await response.json()));
      this.failed = "";
    } catch {
      this.failed = "Some rows could not be loaded. Scroll on to try again.";
    }
    this.version += 1;
    for (const listener of this.listeners) listener();
  }

  /** The cursor nearest before a page, and the page that begins behind it. */
  private nearest(page: number): { cursor: string | null; after: number } {
    const before = [...this.pages].filter(([known, { next }]) => known < page && next !== null);
    const [known, loaded] = before.reduce((best, one) => (one[0] > best[0] ? one : best), [
      -1,
      { rows: [], next: null },
    ] as [number, Loaded]);
    return { cursor: loaded.next, after: known + 1 };
  }
}
