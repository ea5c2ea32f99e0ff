/** Keeps what was used last, up to so many bytes; what alone is larger is not kept. */
export class SizedCache<Value> {
  private readonly kept = new Map<string, Value>();
  private bytes = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly bytesOf: (value: Value) => number,
  ) {}

  find(key: string): Value | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, value);
    }
    return value;
  }

  get(key: string, make: () => Value): Value {
    const found = this.find(key);
    return found === undefined ? this.keep(key, make()) : found;
  }

  keep(key: string, value: Value): Value {
    this.drop(key);
    this.kept.set(key, value);
    this.bytes += this.bytesOf(value);
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
    return value;
  }

  /** True when something of this size would push others out. */
  isFullFor(bytes: number): boolean {
    return this.bytes + bytes > this.maxBytes;
  }

  clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }

  private drop(key: string): void {
    const value = this.kept.get(key);
    if (value !== undefined) {
      this.kept.delete(key);
      this.bytes -= this.bytesOf(value);
    }
  }
}
