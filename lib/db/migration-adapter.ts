import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";

/** Ends the bookkeeping of a migration inside its own transaction: finished if and only if it is there. */
const markFinished = `
;DO $mark$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $mark$`;

/** Columns of PostgreSQL's one-letter type in what the schema engine asks for, and where it asks for them. */
const letterColumns = new Set(["constraint_type", "confdeltype", "confupdtype"]);
const letterSelections = /\bconstr\.contype AS constraint_type|\bcon\.(?:confdeltype|confupdtype),/g;

/**
 * Prisma's adapter for its schema engine, with two gaps closed: it cuts scripts at every semicolon, also inside
 * functions (the server reads them whole, as one transaction), and it cannot read the type "char".
 */
export class MigrationAdapter extends PrismaPg {
  readonly #opened: { dispose(): Promise<void> }[] = [];

  /** Closes what the engine opened: it leaves that to whoever made the adapter. */
  async close(): Promise<void> {
    await Promise.all(this.#opened.splice(0).map((adapter) => adapter.dispose()));
  }

  override async connect() {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script + markFinished);
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw({ ...query, sql: query.sql.replaceAll(letterSelections, asText) });
      for (const [index, name] of result.columnNames.entries()) {
        if (letterColumns.has(name)) result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  }
}

function asText(selection: string): string {
  if (!selection.endsWith(",")) return selection.replace(" AS ", "::text AS ");
  const name = selection.slice("con.".length, -1);
  return `con.${name}::text AS ${name},`;
}
