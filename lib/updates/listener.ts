import "server-only";
import { Client } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { updateChannel } from "./channel";
import { rereadEvent, type UpdateNews } from "./news";
import { publicUpdateSchema } from "./schema";

const connectPatienceMs = 10_000;
/** A connection that was cut without a word is found out by asking it something this often. */
const checkEveryMs = 30_000;
const retryMs = { first: 500, last: 30_000 };

/**
 * The one connection of this process that listens to Postgres. It comes back by itself after a failure, and then
 * tells its hearer to read again, because what was said meanwhile is lost.
 */
export class UpdateListener {
  private client: Client | null = null;
  private opening: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private checks: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  private isWanted = false;
  private wasLost = false;

  constructor(private readonly hear: (news: UpdateNews) => void) {}

  /** Settles when the connection listens; throws when the database does not answer. */
  async open(): Promise<void> {
    this.isWanted = true;
    if (this.client) return;
    this.opening ??= this.connect().finally(() => {
      this.opening = null;
    });
    await this.opening;
  }

  async close(): Promise<void> {
    this.isWanted = false;
    this.wasLost = false;
    clearTimeout(this.timer);
    await this.opening?.catch(() => {});
    await this.drop();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: env().DATABASE_URL,
      application_name: "sightline-updates",
      connectionTimeoutMillis: connectPatienceMs,
      query_timeout: connectPatienceMs,
      keepAlive: true,
    });
    client.on("error", () => this.lose(client));
    client.on("end", () => this.lose(client));
    client.on("notification", ({ payload }) => this.read(payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${updateChannel}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    this.client = client;
    this.failures = 0;
    this.checks = setInterval(() => client.query("SELECT 1").catch(() => this.lose(client)), checkEveryMs);
    this.checks.unref();
    if (this.wasLost) this.hear(rereadEvent);
    this.wasLost = false;
  }

  private read(payload: string): void {
    try {
      this.hear(publicUpdateSchema.parse(JSON.parse(payload)));
    } catch {
      log.warn("A notification of the database could not be read.");
      this.hear(rereadEvent);
    }
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    void this.drop();
    this.wasLost = true;
    this.retry();
  }

  private retry(): void {
    if (!this.isWanted) return;
    const pause = Math.min(retryMs.first * 2 ** this.failures, retryMs.last);
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.isWanted) this.open().catch(() => this.retry());
    }, pause);
  }

  private async drop(): Promise<void> {
    const { client } = this;
    this.client = null;
    clearInterval(this.checks);
    await client?.end().catch(() => {});
  }
}
