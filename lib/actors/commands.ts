import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import { lockNames, nextStamp, requireStamp } from "@/lib/names/locking";
import { parentIdOf } from "@/lib/names/parent";
import { countVersionsNaming, requireUnused } from "@/lib/names/uses";
import { claimNames, otherNames, replaceAliases } from "./names";
import { type ActorView, getActor } from "./queries";
import type { ActorInput, ActorPatch } from "./schema";

type ActorReference = { slug: string; name: string };

async function requireFreeWikidata(
  transaction: Transaction,
  wikidata: string | null | undefined,
  own: { id: string } | null = null,
): Promise<void> {
  const owner = wikidata
    ? await transaction.actor.findUnique({ where: { wikidata }, select: { id: true, name: true } })
    : null;
  if (owner && owner.id !== own?.id) {
    const message = `${owner.name} already has this Wikidata id.`;
    throw new AppError("conflict", { message, errors: [{ path: "wikidata", message }] });
  }
}

/** Adds an actor with its other names. Contributors and above. */
export async function createActor(principal: Principal | null, input: ActorInput): Promise<ActorReference> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    await lockNames(transaction);
    await claimNames(transaction, input);
    await requireFreeWikidata(transaction, input.wikidata);
    const slug = await freeSlug(
      input.name,
      async (wanted) => (await transaction.actor.count({ where: { slug: wanted } })) > 0,
    );
    const { aliases: _aliases, parent, ...columns } = input;
    return transaction.actor.create({
      data: {
        ...columns,
        slug,
        folded: foldName(input.name),
        parentId: await parentIdOf(transaction, "actor", parent),
        aliases: { create: [...otherNames(input)].map(([folded, name]) => ({ folded, name })) },
      },
      select: { slug: true, name: true },
    });
  });
}

async function requireActor(
  transaction: Transaction,
  slug: string,
): Promise<{ id: string; before: ActorView }> {
  const before = await getActor(slug, transaction);
  const row = before && (await transaction.actor.findUnique({ where: { slug }, select: { id: true } }));
  if (!row) {
    throw new AppError("not-found", { message: `There is no actor ${slug}.` });
  }
  return { id: row.id, before };
}

/**
 * Changes an actor; its slug stays. Editors and above. Throws version-conflict with both states when it was saved
 * since stamp (its updatedAt), and conflict for a name that another actor goes by, see claimNames.
 */
export async function updateActor(
  principal: Principal | null,
  slug: string,
  stamp: string,
  { takeAliasesFrom, ...patch }: ActorPatch,
): Promise<ActorView> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    await lockNames(transaction);
    const { id, before } = await requireActor(transaction, slug);
    requireStamp(before, stamp, patch);
    const own = { id, name: before.name };
    const names = { name: patch.name ?? before.name, aliases: patch.aliases ?? before.aliases };
    await claimNames(transaction, names, own, takeAliasesFrom);
    await requireFreeWikidata(transaction, patch.wikidata, own);
    const { aliases: _aliases, parent, ...columns } = patch;
    await transaction.actor.update({
      where: { id },
      data: {
        ...columns,
        folded: foldName(names.name),
        ...(parent === undefined ? {} : { parentId: await parentIdOf(transaction, "actor", parent, own) }),
        updatedAt: nextStamp(before),
      },
    });
    await replaceAliases(transaction, id, otherNames(names));
    return (await requireActor(transaction, slug)).before;
  });
}

/** Deletes an actor that nothing uses; throws conflict with the number of uses otherwise. Editors and above. */
export async function deleteActor(principal: Principal | null, slug: string): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const { id, before } = await requireActor(transaction, slug);
    const incidents = await transaction.incident.count({
      where: { participations: { some: { actorId: id } } },
    });
    requireUnused(before.name, { incidents, actors: before.children.length });
    const versions = await countVersionsNaming(transaction, {
      incident: { participations: [{ actor: { slug } }] },
    });
    requireUnused(before.name, { versions });
    await transaction.actor.delete({ where: { id } });
  });
}
