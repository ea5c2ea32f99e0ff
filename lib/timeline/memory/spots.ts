import { eventTypes } from "@/lib/taxonomy/event-types";
import type { Rows } from "./rows";
import type { Store } from "./store";
import type { View } from "./view";

/** Incidents with the same coordinates and the same place. */
export type Spot = {
  latitude: number;
  longitude: number;
  /** Code of the place; 0 for bare coordinates. */
  place: number;
  count: number;
  /** The lowest public id, as a number. */
  publicId: number;
  /** What most of them are; the first by its letters where several are as many. */
  type: (typeof eventTypes)[number];
};

/** The spots of what matches with the most incidents, the first of them first; those with as many by public id. */
export function largestSpots(store: Store, view: View, limit: number): Spot[] {
  const positions = livePositions(store, view);
  const spots = new Spots(store);
  const spotOf = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at += 1) {
    spotOf[at] = spots.add(positions[at] ?? 0);
  }
  const largest = spots.largest(limit);
  const rankOf = new Int32Array(spots.length).fill(-1);
  for (const [rank, spot] of largest.entries()) rankOf[spot] = rank;
  const types = new Int32Array(largest.length * eventTypes.length);
  for (let at = 0; at < positions.length; at += 1) {
    const rank = rankOf[spotOf[at] ?? -1] ?? -1;
    if (rank < 0) continue;
    const cell = rank * eventTypes.length + (store.rows.type[positions[at] ?? 0] ?? 0);
    types[cell] = (types[cell] ?? 0) + 1;
  }
  return largest.map((spot, rank) => {
    const from = rank * eventTypes.length;
    return { ...spots.read(spot), type: mostOf(types.subarray(from, from + eventTypes.length)) };
  });
}

function livePositions({ rows, base }: Store, view: View): Int32Array {
  const selection = view.selection();
  const positions = new Int32Array((selection?.length ?? base.count) + view.added.length);
  let length = 0;
  for (let index = 0; index < (selection?.length ?? base.count); index += 1) {
    const position = selection ? (selection[index] ?? 0) : index;
    positions[length] = position;
    length += rows.dead[position] === 0 ? 1 : 0;
  }
  for (const position of view.added) {
    positions[length] = position;
    length += 1;
  }
  return positions.subarray(0, length);
}

function mostOf(counts: Int32Array): Spot["type"] {
  let most: Spot["type"] | null = null;
  let highest = 0;
  for (const [code, type] of eventTypes.entries()) {
    const count = counts[code] ?? 0;
    if (count > highest || (count === highest && most !== null && type < most)) {
      most = type;
      highest = count;
    }
  }
  return most ?? "other";
}

/** Finds the spot of each position by a table of hashes, which is quicker than a map with texts as keys. */
class Spots {
  private readonly rows: Rows;
  private readonly entries: Store["vocabulary"]["places"]["entries"];
  /** The spot of what has only its place, by code; -1: not seen yet. */
  private readonly ofPlace: Int32Array;
  private table = new Int32Array(1024).fill(-1);
  private readonly latitude: number[] = [];
  private readonly longitude: number[] = [];
  private readonly place: number[] = [];
  private readonly count: number[] = [];
  private readonly publicId: number[] = [];

  constructor({ rows, vocabulary }: Store) {
    this.rows = rows;
    this.entries = vocabulary.places.entries;
    this.ofPlace = new Int32Array(vocabulary.places.size).fill(-1);
  }

  get length(): number {
    return this.count.length;
  }

  /** Counts an incident and gives the number of its spot; -1 when it is nowhere. */
  add(position: number): number {
    const spot = this.find(position);
    if (spot >= 0) {
      this.count[spot] = (this.count[spot] ?? 0) + 1;
      this.publicId[spot] = Math.min(this.publicId[spot] ?? 0, this.rows.publicId[position] ?? 0);
    }
    return spot;
  }

  private find(position: number): number {
    const place = this.rows.place[position] ?? 0;
    const own = this.rows.latitude[position] ?? Number.NaN;
    if (!Number.isNaN(own)) {
      return this.at(own, this.rows.longitude[position] ?? 0, place);
    }
    const entry = this.entries[place];
    const known = this.ofPlace[place] ?? -1;
    if (known >= 0 || !entry) return known;
    const found = this.at(entry.latitude, entry.longitude, place);
    this.ofPlace[place] = found;
    return found;
  }

  private at(latitude: number, longitude: number, place: number): number {
    let slot = this.slotOf(latitude, longitude, place);
    for (; this.table[slot] !== -1; slot = (slot + 1) & (this.table.length - 1)) {
      const spot = this.table[slot] ?? 0;
      const isHere = this.latitude[spot] === latitude && this.longitude[spot] === longitude;
      if (isHere && this.place[spot] === place) return spot;
    }
    const spot = this.count.length;
    this.table[slot] = spot;
    this.latitude.push(latitude);
    this.longitude.push(longitude);
    this.place.push(place);
    this.count.push(0);
    this.publicId.push(Number.POSITIVE_INFINITY);
    if (this.count.length * 2 > this.table.length) this.grow();
    return spot;
  }

  private slotOf(latitude: number, longitude: number, place: number): number {
    const mixed =
      Math.imul(latitude * 1e7, 0x9e3779b1) ^
      Math.imul(longitude * 1e7, 0x85ebca6b) ^
      Math.imul(place, 0xc2b2ae35);
    return (mixed ^ (mixed >>> 15)) & (this.table.length - 1);
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 4).fill(-1);
    for (let spot = 0; spot < this.count.length; spot += 1) {
      let slot = this.slotOf(this.latitude[spot] ?? 0, this.longitude[spot] ?? 0, this.place[spot] ?? 0);
      while (this.table[slot] !== -1) slot = (slot + 1) & (this.table.length - 1);
      this.table[slot] = spot;
    }
  }

  largest(limit: number): number[] {
    const ascending = Int32Array.from(this.count).sort();
    const least = ascending[Math.max(ascending.length - limit, 0)] ?? 0;
    const found: number[] = [];
    for (let spot = 0; spot < this.count.length; spot += 1) {
      if ((this.count[spot] ?? 0) >= least) found.push(spot);
    }
    return found
      .sort(
        (a, b) =>
          (this.count[b] ?? 0) - (this.count[a] ?? 0) || (this.publicId[a] ?? 0) - (this.publicId[b] ?? 0),
      )
      .slice(0, limit);
  }

  read(spot: number): Omit<Spot, "type"> {
    return {
      latitude: this.latitude[spot] ?? 0,
      longitude: this.longitude[spot] ?? 0,
      place: this.place[spot] ?? 0,
      count: this.count[spot] ?? 0,
      publicId: this.publicId[spot] ?? 0,
    };
  }
}
