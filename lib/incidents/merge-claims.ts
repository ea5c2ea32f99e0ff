import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ClaimPlan } from "./merge-rules";
import type { Moved, MovedClaim } from "./merge-schema";
import { movedSchema } from "./merge-schema";

type Pair = { winnerId: string; loserId: string };

/** Moves the claims of the plan behind those of the winner. @returns the rows as they were. */
export async function moveClaims(
  transaction: Transaction,
  { winnerId, loserId }: Pair,
  plan: ClaimPlan,
): Promise<MovedClaim[]> {
  const after = new Map(plan.moves.map(({ id, standing }) => [id, standing]));
  const rows = await transaction.claim.findMany({
    where: { incidentId: loserId, id: { in: [...after.keys()] } },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }],
  });
  const last = await transaction.claim.aggregate({
    where: { incidentId: winnerId },
    _max: { position: true },
  });
  const first = (last._max.position ?? -1) + 1;
  const places = rows.map(({ id }, index) => ({
    id,
    position: first + index,
    standing: after.get(id) ?? "alternative",
  }));
  await transaction.$executeRaw`
    UPDATE claim SET incident_id = ${winnerId}::uuid, position = v.position, standing = v.standing
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS v(id uuid, position int, standing text)
    WHERE claim.id = v.id`;
  await setStandings(
    transaction,
    winnerId,
    plan.standings.map(({ id, before: from, after: to }) => ({ id, from, to })),
  );
  return movedSchema.shape.claims.parse(
    rows.map(({ incidentId: _, createdAt, ...row }) => ({
      row: { ...row, createdAt: createdAt.toISOString() },
      after: after.get(row.id),
    })),
  );
}

/** Changes the standing of claims that still have the one named first. */
async function setStandings(
  transaction: Transaction,
  incidentId: string,
  changes: readonly { id: string; from: string; to: string }[],
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE claim SET standing = v."to"
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS v(id uuid, "from" text, "to" text)
    WHERE claim.id = v.id AND claim.incident_id = ${incidentId}::uuid AND claim.standing = v."from"`;
}

/**
 * Gives the loser its claims back, at their old positions; a standing that somebody changed since stays, and
 * a claim that somebody removed since comes back as it was. The winner's own standings go back too.
 */
export async function returnClaims(
  transaction: Transaction,
  { winnerId, loserId }: Pair,
  { claims, standings }: Pick<Moved, "claims" | "standings">,
): Promise<void> {
  const places = claims.map(({ row, after }) => ({
    id: row.id,
    position: row.position,
    after,
    before: row.standing,
  }));
  await transaction.$executeRaw`
    UPDATE claim SET incident_id = ${loserId}::uuid, position = v.position,
      standing = CASE WHEN claim.standing = v.after THEN v.before ELSE claim.standing END
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS v(id uuid, position int, after text, before text)
    WHERE claim.id = v.id AND claim.incident_id = ${winnerId}::uuid`;
  const users = await presentUsers(
    transaction,
    claims.map(({ row }) => row.createdById),
  );
  await transaction.claim.createMany({
    data: claims.map(
      ({ row }): Prisma.ClaimCreateManyInput => ({
        ...row,
        // JSON null is a value of its own to the database client; a claim always states something.
        value: row.value ?? "",
        createdAt: new Date(row.createdAt),
        createdById: users.has(row.createdById ?? "") ? row.createdById : null,
        incidentId: loserId,
      }),
    ),
    skipDuplicates: true,
  });
  await setStandings(
    transaction,
    winnerId,
    standings.map(({ id, before, after }) => ({ id, from: after, to: before })),
  );
}

/** Those of these accounts that still exist. */
export async function presentUsers(
  transaction: Transaction,
  ids: readonly (string | null)[],
): Promise<Set<string>> {
  const users = await transaction.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true },
  });
  return new Set(users.map(({ id }) => id));
}
