import "server-only";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { UpdateListener } from "./listener";
import type { UpdateNews } from "./news";

const defaults = { all: 2_000, perAddress: 50 };
/** The connection outlives its last subscriber so long: a page that is opened next need not wait for it. */
const lingerMs = 60_000;

type Subscriber = { address: string | null; hear: (news: UpdateNews) => void; end: () => void };

/** Passes what the database tells on to everybody who reads the stream from this process. */
export class UpdateHub {
  private readonly subscribers = new Set<Subscriber>();
  private readonly listener = new UpdateListener((news) => this.tell(news));
  private linger: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly limits = defaults) {}

  /**
   * Returns when everything that is committed from now on will be heard; what it returns ends it.
   * Throws too-many-requests, or unavailable when the database does not answer.
   */
  async subscribe(subscriber: Subscriber): Promise<() => void> {
    this.refuseTooMany(subscriber.address);
    clearTimeout(this.linger);
    this.subscribers.add(subscriber);
    const leave = () => this.leave(subscriber);
    try {
      await this.listener.open();
    } catch (error) {
      leave();
      log.warn({ err: error }, "The connection for updates could not be opened.");
      throw new AppError("unavailable");
    }
    return leave;
  }

  /** Ends every stream and the connection: the server stops, and would wait for them. */
  async close(): Promise<void> {
    clearTimeout(this.linger);
    for (const { end } of this.subscribers) end();
    this.subscribers.clear();
    await this.listener.close();
  }

  private tell(news: UpdateNews): void {
    for (const { hear } of this.subscribers) hear(news);
  }

  private leave(subscriber: Subscriber): void {
    if (!this.subscribers.delete(subscriber) || this.subscribers.size > 0) return;
    this.linger = setTimeout(() => void this.listener.close(), lingerMs);
    this.linger.unref();
  }

  private refuseTooMany(address: string | null): void {
    const same = [...this.subscribers].filter((one) => one.address === address).length;
    if (this.subscribers.size >= this.limits.all || same >= this.limits.perAddress) {
      throw new AppError("too-many-requests", {
        message: "Too many updates are being followed at once. Close some, or ask again in a minute.",
      });
    }
  }
}

// One for a process, whichever of its bundles asks.
const held = globalThis as typeof globalThis & { sightlineUpdates?: UpdateHub };

function openHub(): UpdateHub {
  const hub = new UpdateHub();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void hub.close());
  return hub;
}

/** The hub of this process. */
export function updateHub(): UpdateHub {
  held.sightlineUpdates ??= openHub();
  return held.sightlineUpdates;
}
