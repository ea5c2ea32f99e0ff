import "server-only";
import { setImmediate as immediately } from "node:timers";
import { Client, type Connection } from "pg";
import { databaseUrl } from "./client";
import { CopiedRow } from "./copied-row";
import { Prisma } from "./generated/client";

/** What runs one SELECT: a Prisma client, a transaction of it, or a bulk reader. */
export type QueryReader = {
  $queryRaw: <T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => PromiseLike<T>;
};

/** Rows are taken for so long, then requests have their turn. */
const sliceMs = 8;

/** Reads millions of rows as they stood at its first question, on a connection of its own. */
export class BulkReader implements QueryReader {
  constructor(private readonly client: Client) {}

  /** T says what the rows are; instants come as dates, numbers of 64 bits as texts. */
  async $queryRaw<T>(query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<T> {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values);
    const { rows } = await this.client.query({ text: sql.text, values: sql.values });
    // pg cannot know the type any better than Prisma does.
    return rows as T;
  }

  /** Calls with each row of a SELECT without parameters; the row is another one at the next call. */
  copy(select: string, onRow: (row: CopiedRow) => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.client.query(new CopyOut(`COPY (${select}) TO STDOUT (FORMAT binary)`, onRow, { resolve, reject }));
    return promise;
  }
}

/** One read-only transaction that sees one state of the database. */
export async function readInBulk<T>(read: (reader: BulkReader) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl(), application_name: "sightline-bulk" });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL work_mem = '64MB'");
    const answer = await read(new BulkReader(client));
    await client.query("COMMIT");
    return answer;
  } finally {
    await client.end();
  }
}

/** A COPY as pg wants to run it; the server sends one message for each row. */
class CopyOut {
  private readonly row = new CopiedRow();
  private began = performance.now();

  constructor(
    private readonly text: string,
    private readonly onRow: (row: CopiedRow) => void,
    private readonly settle: { resolve: () => void; reject: (error: unknown) => void },
  ) {}

  submit(connection: Connection): void {
    this.began = performance.now();
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, { stream }: Connection): void {
    try {
      if (this.row.take(chunk)) this.onRow(this.row);
    } catch (error) {
      this.settle.reject(error);
    }
    if (performance.now() - this.began > sliceMs && !stream.isPaused()) {
      stream.pause();
      immediately(() => {
        this.began = performance.now();
        stream.resume();
      });
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.settle.resolve();
  }

  handleError(error: unknown): void {
    this.settle.reject(error);
  }
}
