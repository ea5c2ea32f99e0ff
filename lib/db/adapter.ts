import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, Transaction } from "@prisma/driver-adapter-utils";

/**
 * Prisma's adapter with two gaps closed: it writes and reads instants without their zone, so every
 * session must be in UTC whatever the server's setting is; and Prisma reads the relations of a row all
 * at once, which the driver's one connection of a transaction will soon refuse.
 */
export class UtcAdapter extends PrismaPg {
  constructor(config: { connectionString: string; max: number }) {
    const connectionString = inUtc(config.connectionString);
    super({ ...config, connectionString }, { statementNameGenerator: keptName });
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => oneAtATime(await start(isolation));
    return adapter;
  }
}

/**
 * A long statement that begins with the comment "kept: NAME" is planned once a connection, not each time it runs.
 * The name belongs to one text.
 */
const keptName = ({ sql }: SqlQuery): string => /^\s*\/\* kept: ([a-z-]+) \*\//.exec(sql)?.[1] ?? "";

function inUtc(connectionString: string): string {
  const url = new URL(connectionString);
  const given = url.searchParams.get("options");
  url.searchParams.set("options", given ? `${given} -c TimeZone=UTC` : "-c TimeZone=UTC");
  return url.href;
}

function oneAtATime<T extends Transaction>(transaction: T): T {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(run: (query: SqlQuery) => Promise<R>) => {
    return (query: SqlQuery): Promise<R> => {
      const result = last.then(() => run(query));
      last = result.catch(() => {});
      return result;
    };
  };
  transaction.queryRaw = inTurn(transaction.queryRaw.bind(transaction));
  transaction.executeRaw = inTurn(transaction.executeRaw.bind(transaction));
  return transaction;
}
