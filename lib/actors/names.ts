import "server-only";
import type { Transaction } from "@/lib/db/client";
import { AppError, type FieldError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import { nextStamp } from "@/lib/names/locking";

type Names = { name: string; aliases: readonly string[] };
type Owner = { id: string; slug: string; name: string; updatedAt: Date };
/** A name that another actor goes by; isMain: as its own name, which cannot be taken from it. */
type Taken = { folded: string; isMain: boolean; owner: Owner };

/** Other names of an actor by folded form, each once and without its own name. */
export function otherNames({ name, aliases }: Names): Map<string, string> {
  const byFolded = new Map(aliases.map((alias) => [foldName(alias), alias]));
  byFolded.delete(foldName(name));
  return byFolded;
}

async function listTaken(
  transaction: Transaction,
  folded: readonly string[],
  ownId: string | null,
): Promise<Taken[]> {
  const names = { in: [...folded] };
  const others = ownId === null ? {} : { id: { not: ownId } };
  const select = { id: true, slug: true, name: true, folded: true, updatedAt: true } as const;
  const mains = await transaction.actor.findMany({ where: { folded: names, ...others }, select });
  const aliases = await transaction.actorAlias.findMany({
    where: { folded: names, actor: others },
    select: { folded: true, actor: { select } },
  });
  return [
    ...mains.map((owner) => ({ folded: owner.folded, isMain: true, owner })),
    ...aliases.map((alias) => ({ folded: alias.folded, isMain: false, owner: alias.actor })),
  ];
}

function errorOf({ folded, isMain, owner }: Taken, { name, aliases }: Names): FieldError {
  const index = aliases.findIndex((alias) => foldName(alias) === folded);
  const path = foldName(name) === folded || index < 0 ? "name" : `aliases.${index}`;
  const whose = `${owner.name} (${owner.slug}) already goes by this name`;
  return {
    path,
    message: isMain ? `${whose}. Choose it instead.` : `${whose}. Take it from there, or leave it out.`,
  };
}

/**
 * Refuses names that another actor goes by: a name belongs to one actor. Other names of the actors whose slugs
 * are in takeFrom are taken from them instead. Throws conflict; its `movable` lists what could be taken so.
 */
export async function claimNames(
  transaction: Transaction,
  names: Names,
  own: { id: string } | null = null,
  takeFrom: readonly string[] = [],
): Promise<void> {
  const folded = [names.name, ...names.aliases].map(foldName);
  const taken = await listTaken(transaction, folded, own?.id ?? null);
  const refused = taken.filter(({ isMain, owner }) => isMain || !takeFrom.includes(owner.slug));
  const [first] = refused;
  if (first) {
    throw new AppError("conflict", {
      message: `${first.owner.name} already goes by one of these names.`,
      errors: refused.map((one) => errorOf(one, names)),
      extra: {
        movable: refused.every(({ isMain }) => !isMain)
          ? [...new Map(refused.map(({ owner: { slug, name } }) => [slug, { slug, name }])).values()]
          : [],
      },
    });
  }
  for (const { folded: name, owner } of taken) {
    await transaction.actorAlias.delete({ where: { folded: name } });
    const updatedAt = nextStamp({ updatedAt: owner.updatedAt.toISOString() });
    await transaction.actor.update({ where: { id: owner.id }, data: { updatedAt } });
  }
}

/** Stores exactly these other names, given by their folded forms. */
export async function replaceAliases(
  transaction: Transaction,
  actorId: string,
  wanted: ReadonlyMap<string, string>,
): Promise<void> {
  const before = await transaction.actorAlias.findMany({ where: { actorId } });
  const known = new Map(before.map((alias) => [alias.folded, alias.name]));
  await transaction.actorAlias.deleteMany({ where: { actorId, folded: { notIn: [...wanted.keys()] } } });
  for (const [folded, name] of wanted) {
    if (!known.has(folded)) await transaction.actorAlias.create({ data: { actorId, folded, name } });
    else if (known.get(folded) !== name)
      await transaction.actorAlias.update({ where: { folded }, data: { name } });
  }
}
