import type { Breathe } from "./breathe";
import { positionsUpTo, sortedBy } from "./sort";

/** Tuples of 32-bit integers that come in any order; the first of each is whose it is. */
export class Tuples {
  private columns: Int32Array<ArrayBuffer>[];
  private length = 0;

  constructor(private readonly width: number) {
    this.columns = Array.from({ length: width }, () => new Int32Array(1024));
  }

  add(values: readonly number[]): void {
    if (this.length === this.columns[0]?.length) {
      this.columns = this.columns.map((column) => {
        const longer = new Int32Array(column.length * 2);
        longer.set(column);
        return longer;
      });
    }
    for (let index = 0; index < this.width; index += 1) {
      const column = this.columns[index];
      if (column) column[this.length] = values[index] ?? 0;
    }
    this.length += 1;
  }

  /** Calls once for each owner with the rest of its tuples, in ascending order and one behind the other. */
  async eachOwner(
    breathe: Breathe,
    call: (owner: number, members: readonly number[]) => void,
  ): Promise<void> {
    let order = positionsUpTo(this.length);
    for (const column of this.columns.toReversed()) {
      order = await sortedBy(order, column, breathe);
    }
    const [owners = new Int32Array(), ...rest] = this.columns;
    let members: number[] = [];
    for (let at = 0; at < this.length; at += 1) {
      const tuple = order[at] ?? 0;
      for (const column of rest) members.push(column[tuple] ?? 0);
      const owner = owners[tuple] ?? 0;
      if (at + 1 === this.length || owners[order[at + 1] ?? 0] !== owner) {
        call(owner, members);
        members = [];
      }
      if (at % 512 === 0) await breathe();
    }
  }
}
