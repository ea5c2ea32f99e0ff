import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import type { ActorInput } from "./schema";

type ActorReference = { slug: string; name: string };

/** Refuses a name or alias that another actor already goes by: an alias belongs to one actor. */
async function requireFreeNames(transaction: Transaction, input: ActorInput): Promise<void> {
  const names = [input.name, ...input.aliases];
  const folded = names.map(foldName);
  const taken = await transaction.actor.findFirst({
    where: { OR: [{ folded: { in: folded } }, { aliases: { some: { folded: { in: folded } } } }] },
    select: { name: true, slug: true },
  });
  if (taken) {
    throw new AppError("conflict", {
      message: `${taken.name} already goes by one of these names.`,
      errors: [
        {
          path: "name",
          message: `${taken.name} (${taken.slug}) already goes by this name. Choose it instead.`,
        },
      ],
    });
  }
}

async function parentId(transaction: Transaction, slug: string | null): Promise<string | null> {
  if (slug === null) {
    return null;
  }
  const parent = await transaction.actor.findUnique({ where: { slug }, select: { id: true } });
  if (!parent) {
    throw new AppError("invalid-input", {
      message: `There is no actor "${slug}".`,
      errors: [{ path: "parent", message: `There is no actor "${slug}".` }],
    });
  }
  return parent.id;
}

/** Adds an actor with its other names. Contributors and above. */
export async function createActor(principal: Principal | null, input: ActorInput): Promise<ActorReference> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    await requireFreeNames(transaction, input);
    const slug = await freeSlug(
      input.name,
      async (wanted) => (await transaction.actor.count({ where: { slug: wanted } })) > 0,
    );
    const aliases = new Map(input.aliases.map((name) => [foldName(name), name]));
    aliases.delete(foldName(input.name));
    return transaction.actor.create({
      data: {
        slug,
        name: input.name,
        folded: foldName(input.name),
        kind: input.kind,
        country: input.country,
        wikidata: input.wikidata,
        description: input.description,
        parentId: await parentId(transaction, input.parent),
        aliases: { create: [...aliases].map(([folded, name]) => ({ folded, name })) },
      },
      select: { slug: true, name: true },
    });
  });
}
