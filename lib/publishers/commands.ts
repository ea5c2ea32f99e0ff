import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { foldName } from "@/lib/geo/fold";
import type { PublisherInput } from "./schema";

type PublisherReference = { id: string; slug: string; name: string };
const referenceSelect = { id: true, slug: true, name: true } as const;

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
    const existing = await transaction.publisher.findUnique({
      where: { folded: foldName(input.name) },
      select: referenceSelect,
    });
    if (existing) {
      throw new AppError("conflict", {
        message: `There is a publisher named ${existing.name} already.`,
        errors: [{ path: "name", message: `There is a publisher named ${existing.name} already.` }],
      });
    }
    return insertPublisher(transaction, input);
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
