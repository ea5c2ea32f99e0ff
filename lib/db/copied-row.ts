import { uuidOfHex } from "@/lib/uuid";

const signature = "PGCOPY\n\xff\r\n\0";
/** Milliseconds from 1970 to 2000, where PostgreSQL begins to count. */
const epochMs = 946_684_800_000;

/** One row of COPY in the binary format, whose fields are read in their order (PostgreSQL 15, "COPY", File Formats). */
export class CopiedRow {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;

  /** Looks at a message; false when it holds no row. */
  take(message: Buffer): boolean {
    this.bytes = message;
    this.at = 0;
    if (message.length > 18 && message.toString("latin1", 0, signature.length) === signature) {
      this.at = signature.length + 8 + message.readInt32BE(signature.length + 4);
    }
    if (this.at + 2 > message.length || message.readInt16BE(this.at) < 0) return false;
    this.at += 2;
    return true;
  }

  /** The length of the next field, which then is before this.at; -1 for null. */
  private next(): number {
    const length = this.bytes.readInt32BE(this.at);
    this.at += 4 + Math.max(length, 0);
    return length;
  }

  /** An integer of 32 bits; null for none. */
  int(): number | null {
    return this.next() < 0 ? null : this.bytes.readInt32BE(this.at - 4);
  }

  float(): number | null {
    return this.next() < 0 ? null : this.bytes.readDoubleBE(this.at - 8);
  }

  boolean(): boolean {
    return this.next() > 0 && this.bytes[this.at - 1] === 1;
  }

  /** Milliseconds since 1970 of a timestamptz(3). */
  instant(): number | null {
    if (this.next() < 0) return null;
    const high = this.bytes.readInt32BE(this.at - 8);
    return Math.round((high * 2 ** 32 + this.bytes.readUInt32BE(this.at - 4)) / 1000) + epochMs;
  }

  /** The bytes of a field as letters of Latin 1: for words in ASCII, and for ids as keys. */
  latin(): string | null {
    const length = this.next();
    return length < 0 ? null : this.bytes.toString("latin1", this.at - length, this.at);
  }
}

/** The usual spelling of a UUID that CopiedRow.latin gave. */
export const uuidText = (bytes: string): string => uuidOfHex(Buffer.from(bytes, "latin1").toString("hex"));
