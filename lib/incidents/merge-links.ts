import "server-only";
import type { Transaction } from "@/lib/db/client";
import { presentUsers } from "./merge-claims";
import { type Moved, type MovedLinkRow, movedSchema } from "./merge-schema";

type Pair = { winnerId: string; loserId: string };
type Ends = { fromId: string; toId: string };

const otherEnd = ({ fromId, toId }: Ends, id: string): string => (fromId === id ? toId : fromId);

/** An end of a link, replaced. */
const withEnd = (ends: Ends, before: string, after: string): Ends => ({
  fromId: ends.fromId === before ? after : ends.fromId,
  toId: ends.toId === before ? after : ends.toId,
});

async function linksOf(transaction: Transaction, incidentId: string): Promise<MovedLinkRow[]> {
  const rows = await transaction.incidentLink.findMany({
    where: { OR: [{ fromId: incidentId }, { toId: incidentId }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return movedSchema.shape.links.parse(
    rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })),
  );
}

/** Ids of the incidents at the other ends of an incident's links. */
export async function neighboursOf(transaction: Transaction, incidentId: string): Promise<string[]> {
  const rows = await linksOf(transaction, incidentId);
  return [...new Set(rows.map((row) => otherEnd(row, incidentId)))];
}

/** Moves the loser's links to the winner; a link to the winner itself, or one that the winner has, goes. */
export async function moveLinks(
  transaction: Transaction,
  { winnerId, loserId }: Pair,
): Promise<Pick<Moved, "links" | "dropped">> {
  const present = new Map((await linksOf(transaction, winnerId)).map((row) => [keyOf(row), row.id]));
  const links: Moved["links"] = [];
  const dropped: Moved["dropped"] = [];
  for (const row of await linksOf(transaction, loserId)) {
    const ends = withEnd(row, loserId, winnerId);
    const like = present.get(keyOf({ ...row, ...ends })) ?? null;
    if (ends.fromId === ends.toId || like !== null) {
      await transaction.incidentLink.delete({ where: { id: row.id }, select: { id: true } });
      dropped.push({ row, like });
      continue;
    }
    await transaction.incidentLink.update({ where: { id: row.id }, data: ends, select: { id: true } });
    present.set(keyOf({ ...row, ...ends }), row.id);
    links.push(row);
  }
  return { links, dropped };
}

const keyOf = ({ fromId, toId, type }: Ends & { type: string }): string => `${fromId} ${toId} ${type}`;

type LinkReturn = { row: MovedLinkRow; ends: Ends; isStored: boolean };

/**
 * Where the links that a merge moved or dropped go when it is undone: back to the loser, with the other end
 * that they have now. A neighbour that was merged away since is stood in for by the incident that it is now.
 */
export async function linkReturns(
  transaction: Transaction,
  { winnerId, loserId }: Pair,
  { links, dropped }: Pick<Moved, "links" | "dropped">,
): Promise<LinkReturn[]> {
  const stored = new Map(
    (
      await transaction.incidentLink.findMany({
        where: { id: { in: links.map(({ id }) => id) } },
        select: { id: true, fromId: true, toId: true },
      })
    ).map((row) => [row.id, row]),
  );
  const returns: LinkReturn[] = [];
  for (const row of [...links, ...dropped.map((one) => one.row)]) {
    const now = stored.get(row.id);
    if (now) {
      returns.push({ row, ends: withEnd(now, winnerId, loserId), isStored: true });
      continue;
    }
    const other = otherEnd(row, loserId);
    const ends = withEnd(row, other, await standIn(transaction, other));
    if (ends.fromId !== ends.toId) returns.push({ row, ends, isStored: false });
  }
  return returns;
}

/** The incident at the end of the merges that an incident went into; itself when it was not merged. */
async function standIn(transaction: Transaction, id: string): Promise<string> {
  const row = await transaction.incident.findUniqueOrThrow({
    where: { id },
    select: { mergedIntoId: true },
  });
  return row.mergedIntoId === null ? id : standIn(transaction, row.mergedIntoId);
}

export const returnNeighbours = (returns: readonly LinkReturn[], { winnerId, loserId }: Pair): string[] => [
  ...new Set(
    returns.map(({ ends }) => otherEnd(ends, loserId)).filter((id) => id !== winnerId && id !== loserId),
  ),
];

/** Gives the loser its links back. @returns whether all of them are as they were before the merge. */
export async function returnLinks(
  transaction: Transaction,
  returns: readonly LinkReturn[],
): Promise<boolean> {
  for (const { row, ends } of returns.filter(({ isStored }) => isStored)) {
    await transaction.incidentLink.update({ where: { id: row.id }, data: ends, select: { id: true } });
  }
  const users = await presentUsers(
    transaction,
    returns.map(({ row }) => row.createdById),
  );
  await transaction.incidentLink.createMany({
    data: returns
      .filter(({ isStored }) => !isStored)
      .map(({ row, ends }) => ({
        ...row,
        ...ends,
        createdAt: new Date(row.createdAt),
        createdById: users.has(row.createdById ?? "") ? row.createdById : null,
      })),
    // A neighbour that was merged meanwhile may have brought the same link.
    skipDuplicates: true,
  });
  const back = await transaction.incidentLink.findMany({
    where: { id: { in: returns.map(({ row }) => row.id) } },
  });
  const essence = ({ id, fromId, toId, type, confidence, note }: LinkEssence) =>
    JSON.stringify([id, fromId, toId, type, confidence, note]);
  const now = new Set(back.map(essence));
  return returns.every(({ row }) => now.has(essence(row)));
}

type LinkEssence = Ends & { id: string; type: string; confidence: string; note: string | null };
