import "server-only";
import zoneAt from "@photostructure/tz-lookup";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import type { PlaceInput } from "./schema";

type PlaceReference = { slug: string; name: string; timeZone: string | null };

/** Adds a place; its time zone follows from its coordinates unless given. Contributors and above. */
export async function createPlace(principal: Principal | null, input: PlaceInput): Promise<PlaceReference> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    const parent =
      input.parent === null
        ? null
        : await transaction.place.findUnique({ where: { slug: input.parent }, select: { id: true } });
    if (input.parent !== null && !parent) {
      throw new AppError("invalid-input", {
        message: `There is no place "${input.parent}".`,
        errors: [{ path: "parent", message: `There is no place "${input.parent}".` }],
      });
    }
    const slug = await freeSlug(
      input.name,
      async (wanted) => (await transaction.place.count({ where: { slug: wanted } })) > 0,
    );
    const aliases = new Map(input.aliases.map((name) => [foldName(name), name]));
    aliases.delete(foldName(input.name));
    return transaction.place.create({
      data: {
        slug,
        name: input.name,
        folded: foldName(input.name),
        kind: input.kind,
        country: input.country,
        admin1: input.admin1,
        latitude: input.latitude,
        longitude: input.longitude,
        parentId: parent?.id ?? null,
        timeZone: input.timeZone ?? zoneAt(input.latitude, input.longitude),
        aliases: { create: [...aliases].map(([folded, name]) => ({ folded, name })) },
      },
      select: { slug: true, name: true, timeZone: true },
    });
  });
}
