import { type Confidence, confidences, type LinkType, linkTypes } from "@/lib/taxonomy/terms";

/** A link of an incident to another published one. */
export type LinkEnd = {
  /** row_no of the other incident. */
  other: number;
  /** outgoing: the incident itself is the later one or the effect. */
  direction: "outgoing" | "incoming";
  type: LinkType;
  confidence: Confidence;
};

/** Numbers that each end has in a list. */
const width = 2;

/** All but the other incident as one number. */
export const linkKind = ({ direction, type, confidence }: Omit<LinkEnd, "other">): number =>
  (confidences.indexOf(confidence) * linkTypes.length + linkTypes.indexOf(type)) * 2 +
  (direction === "incoming" ? 1 : 0);

/** Lists of link ends, one behind the other: lists are added and never change. 0 is the empty list. */
export class LinkLists {
  private numbers = new Int32Array(1024);
  private length = 1;

  /** Numbers in use, those of lists that nothing has any more among them. */
  get size(): number {
    return this.length;
  }

  /** members: other and linkKind of each end, one behind the other. Returns what stands for the list. */
  add(members: ArrayLike<number>): number {
    if (members.length === 0) {
      return 0;
    }
    const start = this.length;
    this.makeRoom(start + 1 + members.length);
    this.numbers[start] = members.length;
    this.numbers.set(members, start + 1);
    this.length = start + 1 + members.length;
    return start;
  }

  members(list: number): Int32Array {
    return this.numbers.subarray(list + 1, list + 1 + (this.numbers[list] ?? 0));
  }

  count(list: number): number {
    return (this.numbers[list] ?? 0) / width;
  }

  read(list: number): LinkEnd[] {
    const members = this.members(list);
    return Array.from({ length: this.count(list) }, (_, index) => {
      const kind = members[index * width + 1] ?? 0;
      const word = kind >> 1;
      return {
        other: members[index * width] ?? 0,
        direction: kind % 2 === 1 ? "incoming" : "outgoing",
        type: linkTypes[word % linkTypes.length] ?? "see-also",
        confidence: confidences[Math.floor(word / linkTypes.length)] ?? "low",
      };
    });
  }

  private makeRoom(length: number): void {
    if (length > this.numbers.length) {
      const longer = new Int32Array(Math.max(length, this.numbers.length * 2));
      longer.set(this.numbers);
      this.numbers = longer;
    }
  }
}
