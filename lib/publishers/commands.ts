import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import { lockNames, nextStamp, requireStamp } from "@/lib/names/locking";
import { requireUnused } from "@/lib/names/uses";
import { getPublisher, type PublisherView } from "./queries";
import type { PublisherInput, PublisherPatch } from "./schema";

type PublisherReference = { id: string; slug: string; name: string };
const referenceSelect = { id: true, slug: true, name: true } as const;

/** Refuses a name or a domain that another publisher has: articles go to their publisher by these. */
async function requireFree(
  transaction: Transaction,
  { name, domains = [] }: PublisherPatch,
  own: { id: string } | null = null,
): Promise<void> {
  const folded = name === undefined ? null : foldName(name);
  const others = await transaction.publisher.findMany({
    where: {
      OR: [...(folded === null ? [] : [{ folded }]), { domains: { hasSome: domains } }],
      ...(own ? { id: { not: own.id } } : {}),
    },
    select: { name: true, folded: true, domains: true },
  });
  const errors = others.flatMap((other) => [
    ...(other.folded === folded
      ? [{ path: "name", message: `There is a publisher named ${other.name} already.` }]
      : []),
    ...domains.flatMap((domain, index) =>
      other.domains.includes(domain)
        ? [{ path: `domains.${index}`, message: `${domain} is a domain of ${other.name} already.` }]
        : [],
    ),
  ]);
  if (errors[0]) {
    throw new AppError("conflict", { message: errors[0].message, errors });
  }
}

async function insertPublisher(transaction: Transaction, input: PublisherInput): Promise<PublisherReference> {
  const slug = await freeSlug(
    input.name,
    async (wanted) => (await transaction.publisher.count({ where: { slug: wanted } })) > 0,
  );
  return transaction.publisher.create({
    data: { ...input, slug, folded: foldName(input.name) },
    select: referenceSelect,
  });
}

/** Adds a publisher. Editors and above. */
export async function createPublisher(
  principal: Principal | null,
  input: PublisherInput,
): Promise<PublisherReference> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    await lockNames(transaction);
    await requireFree(transaction, input);
    return insertPublisher(transaction, input);
  });
}

async function requirePublisher(
  transaction: Transaction,
  slug: string,
): Promise<{ id: string; before: PublisherView }> {
  const before = await getPublisher(slug, transaction);
  const row = before && (await transaction.publisher.findUnique({ where: { slug }, select: { id: true } }));
  if (!row) {
    throw new AppError("not-found", { message: `There is no publisher ${slug}.` });
  }
  return { id: row.id, before };
}

/**
 * Changes a publisher; its slug stays. Editors and above. Throws version-conflict with both states when it was
 * saved since stamp (its updatedAt), and conflict for a name or a domain that another one has.
 */
export async function updatePublisher(
  principal: Principal | null,
  slug: string,
  stamp: string,
  patch: PublisherPatch,
): Promise<PublisherView> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    await lockNames(transaction);
    const { id, before } = await requirePublisher(transaction, slug);
    requireStamp(before, stamp, patch);
    await requireFree(transaction, patch, { id });
    await transaction.publisher.update({
      where: { id },
      data: {
        ...patch,
        ...(patch.name === undefined ? {} : { folded: foldName(patch.name) }),
        updatedAt: nextStamp(before),
      },
    });
    return (await requirePublisher(transaction, slug)).before;
  });
}

/** Deletes a publisher without articles; throws conflict with their number otherwise. Editors and above. */
export async function deletePublisher(principal: Principal | null, slug: string): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const { id, before } = await requirePublisher(transaction, slug);
    requireUnused(before.name, { articles: before.articles });
    await transaction.publisher.delete({ where: { id } });
  });
}

/** Adds the publisher of an article, unless another import added it a moment ago. */
async function addFoundPublisher(
  transaction: Transaction,
  input: PublisherInput,
): Promise<PublisherReference> {
  const folded = foldName(input.name);
  const slug = await freeSlug(
    input.name,
    async (wanted) => (await transaction.publisher.count({ where: { slug: wanted } })) > 0,
  );
  await transaction.publisher.createMany({ data: [{ ...input, slug, folded }], skipDuplicates: true });
  return transaction.publisher.findUniqueOrThrow({ where: { folded }, select: referenceSelect });
}

/** The publisher of an article: by the domain of its address, else by name, else a new one of this name. */
export async function publisherOf(
  transaction: Transaction,
  article: { name: string | null; url: string | null },
): Promise<PublisherReference | null> {
  const host = article.url ? new URL(article.url).hostname.replace(/^www\./, "") : null;
  if (host) {
    const byDomain = await transaction.publisher.findFirst({
      where: { domains: { has: host } },
      select: referenceSelect,
    });
    if (byDomain) {
      return byDomain;
    }
  }
  const name = article.name?.trim() || host;
  if (!name) {
    return null;
  }
  const byName = await transaction.publisher.findUnique({
    where: { folded: foldName(name) },
    select: referenceSelect,
  });
  return (
    byName ??
    addFoundPublisher(transaction, {
      name: name.slice(0, 200),
      homepage: host ? `https://${host}/` : null,
      country: null,
      reliability: null,
      domains: host ? [host] : [],
    })
  );
}
