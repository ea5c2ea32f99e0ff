import "server-only";
import zoneAt from "@photostructure/tz-lookup";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import { lockNames, nextStamp, requireStamp } from "@/lib/names/locking";
import { parentIdOf } from "@/lib/names/parent";
import { countVersionsNaming, requireUnused } from "@/lib/names/uses";
import { getPlace, type PlaceView } from "./queries";
import type { PlaceInput, PlacePatch } from "./schema";

type PlaceReference = { slug: string; name: string; timeZone: string | null };

/** Other spellings by folded form, each once and without the name itself. */
function otherSpellings(name: string, aliases: readonly string[]): Map<string, string> {
  const byFolded = new Map(aliases.map((alias) => [foldName(alias), alias]));
  byFolded.delete(foldName(name));
  return byFolded;
}

async function requireFreeGeonamesId(
  transaction: Transaction,
  geonamesId: number | null | undefined,
  own: { id: string } | null = null,
): Promise<void> {
  const owner = geonamesId
    ? await transaction.place.findUnique({ where: { geonamesId }, select: { id: true, name: true } })
    : null;
  if (owner && owner.id !== own?.id) {
    const message = `${owner.name} already has this GeoNames id.`;
    throw new AppError("conflict", { message, errors: [{ path: "geonamesId", message }] });
  }
}

/** Adds a place; its time zone follows from its coordinates unless given. Contributors and above. */
export async function createPlace(principal: Principal | null, input: PlaceInput): Promise<PlaceReference> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    await requireFreeGeonamesId(transaction, input.geonamesId);
    const { aliases, parent, ...columns } = input;
    const parentId = await parentIdOf(transaction, "place", parent);
    const slug = await freeSlug(
      input.name,
      async (wanted) => (await transaction.place.count({ where: { slug: wanted } })) > 0,
    );
    const spellings = otherSpellings(input.name, aliases);
    return transaction.place.create({
      data: {
        ...columns,
        slug,
        folded: foldName(input.name),
        parentId,
        timeZone: input.timeZone ?? zoneAt(input.latitude, input.longitude),
        aliases: { create: [...spellings].map(([folded, name]) => ({ folded, name })) },
      },
      select: { slug: true, name: true, timeZone: true },
    });
  });
}

async function requirePlace(
  transaction: Transaction,
  slug: string,
): Promise<{ id: string; before: PlaceView }> {
  const before = await getPlace(slug, transaction);
  const row = before && (await transaction.place.findUnique({ where: { slug }, select: { id: true } }));
  if (!row) {
    throw new AppError("not-found", { message: `There is no place ${slug}.` });
  }
  return { id: row.id, before };
}

async function replaceSpellings(
  transaction: Transaction,
  placeId: string,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const before = await transaction.placeAlias.findMany({ where: { placeId } });
  const known = new Map(before.map((alias) => [alias.folded, alias.name]));
  await transaction.placeAlias.deleteMany({ where: { placeId, folded: { notIn: [...wanted.keys()] } } });
  for (const [folded, name] of wanted) {
    if (known.get(folded) === name) continue;
    await transaction.placeAlias.upsert({
      where: { placeId_folded: { placeId, folded } },
      create: { placeId, folded, name },
      update: { name },
    });
  }
}

/** The zone that a change leads to: the one given, or for null that of the coordinates; undefined: as it was. */
function changedZone(patch: PlacePatch, before: PlaceView): string | undefined {
  if (patch.timeZone !== null) return patch.timeZone;
  return zoneAt(patch.latitude ?? before.latitude, patch.longitude ?? before.longitude);
}

/**
 * Changes a place; its slug stays. Editors and above. Throws version-conflict with both states when it was saved
 * since stamp, its updatedAt.
 */
export async function updatePlace(
  principal: Principal | null,
  slug: string,
  stamp: string,
  patch: PlacePatch,
): Promise<PlaceView> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    await lockNames(transaction);
    const { id, before } = await requirePlace(transaction, slug);
    requireStamp(before, stamp, patch);
    const own = { id, name: before.name };
    await requireFreeGeonamesId(transaction, patch.geonamesId, own);
    const { aliases, parent, ...columns } = patch;
    const name = patch.name ?? before.name;
    await transaction.place.update({
      where: { id },
      data: {
        ...columns,
        folded: foldName(name),
        timeZone: changedZone(patch, before),
        ...(parent === undefined ? {} : { parentId: await parentIdOf(transaction, "place", parent, own) }),
        updatedAt: nextStamp(before),
      },
    });
    await replaceSpellings(transaction, id, otherSpellings(name, aliases ?? before.aliases));
    return (await requirePlace(transaction, slug)).before;
  });
}

/** Deletes a place that nothing uses; throws conflict with the number of uses otherwise. Editors and above. */
export async function deletePlace(principal: Principal | null, slug: string): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const { id, before } = await requirePlace(transaction, slug);
    const [incidents, places] = [
      await transaction.incident.count({ where: { placeId: id } }),
      await transaction.place.count({ where: { parentId: id } }),
    ];
    requireUnused(before.name, { incidents, places });
    const versions = await countVersionsNaming(transaction, { incident: { place: { slug } } });
    requireUnused(before.name, { versions });
    await transaction.place.delete({ where: { id } });
  });
}
