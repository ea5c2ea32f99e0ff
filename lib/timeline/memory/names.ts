type Named = { id: string; slug: string; name: string };
export type ActorName = Named & { parentId: string | null };
export type PlaceName = Named & {
  kind: string;
  country: string | null;
  admin1: string | null;
  parentId: string | null;
  latitude: number;
  longitude: number;
};
export type PlainName = Named;

/** Gives ids of the database small codes from 1 on, which never change, and knows what is called what now. */
export class Names<Entry extends Named> {
  private readonly codes = new Map<string, number>();
  private readonly ids: string[] = [""];
  private bySlug = new Map<string, number>();
  private unnamed = 0;
  /** By code; null for code 0 and for what no longer exists. */
  entries: (Entry | null)[] = [null];

  /** The code of an id, a new one when it was never seen; 0 for null. */
  codeOf(id: string | null): number {
    if (id === null) {
      return 0;
    }
    const known = this.codes.get(id);
    if (known !== undefined) {
      return known;
    }
    const code = this.ids.length;
    this.codes.set(id, code);
    this.ids.push(id);
    this.entries.push(null);
    this.unnamed += 1;
    return code;
  }

  /** 0 when nothing has this slug. */
  codeOfSlug(slug: string): number {
    return this.bySlug.get(slug) ?? 0;
  }

  get size(): number {
    return this.ids.length;
  }

  /** True while something was given a code but has no name yet. */
  get isIncomplete(): boolean {
    return this.unnamed > 0;
  }

  allIds(): string[] {
    return this.ids.slice(1);
  }

  /** Replaces all names by what the database has now. */
  rename(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.codeOf(entry.id);
    }
    this.entries = new Array<Entry | null>(this.ids.length).fill(null);
    this.bySlug = new Map();
    for (const entry of entries) {
      const code = this.codeOf(entry.id);
      this.entries[code] = entry;
      this.bySlug.set(entry.slug, code);
    }
    this.unnamed = 0;
  }
}

/** Gives lists of codes a code of their own: most incidents share theirs with many others. 0 is the empty list. */
export class Sets {
  private readonly codes = new Map<string, number>([["", 0]]);
  readonly lists: Int32Array[] = [new Int32Array()];

  codeOf(members: readonly number[]): number {
    const key = members.join();
    const known = this.codes.get(key);
    if (known !== undefined) {
      return known;
    }
    const code = this.lists.length;
    this.codes.set(key, code);
    this.lists.push(Int32Array.from(members));
    return code;
  }

  get size(): number {
    return this.lists.length;
  }
}

/** Numbers that each member of a cast has in its list: actor, role, and its place in the order of participants. */
export const castWidth = 3;
