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
    super({ ...config, connectionString: inUtc(config.connectionString) });
  }

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => oneAtATime(await start(isolation));
    return adapter;
  }
}

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
