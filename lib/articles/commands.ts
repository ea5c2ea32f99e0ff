import "server-only";
import { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database, type Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { Extraction } from "@/lib/extraction/proposal";
import { publisherOf } from "@/lib/publishers/commands";
import { type Intake, readIntake } from "./intake/read-intake";
import { type Decided, positionsBeside } from "./keep-decided";
import { extractionInfoOf, type Proposals, proposeIncidents } from "./propose";
import { requireEditorWhereQuoted } from "./public-quotes";
import { type AfterReplacing, giveUpAddress, replaceBy } from "./replacing";
import type { ArticleInput } from "./schema";

export type ImportedArticle = { id: string; created: boolean };

type StoredLike = { sameText: string | null; sameAddress: string | null };

/** The stored articles with the same text and under the same address. */
async function findStored(address: string | null, sha256: string | null): Promise<StoredLike> {
  const find = (where: Prisma.ArticleWhereUniqueInput | Prisma.ArticleWhereInput | null) =>
    where && database().article.findFirst({ where, select: { id: true }, orderBy: { createdAt: "asc" } });
  const [byText, byAddress] = await Promise.all([
    find(sha256 === null ? null : { textSha256: sha256 }),
    find(address === null ? null : { canonicalUrl: address }),
  ]);
  return { sameText: byText?.id ?? null, sameAddress: byAddress?.id ?? null };
}

async function storeSuggestions(
  transaction: Transaction,
  articleId: string,
  extraction: Extraction | null,
): Promise<void> {
  if (extraction && extraction.incidents.length > 0) {
    await transaction.suggestion.createMany({
      data: extraction.incidents.map((proposal, position) => ({ articleId, position, proposal })),
    });
  }
}

// Extraction is plain data by its types, so it is JSON.
const asJson = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** So often others may take the same address at the same time before an import gives up. */
const storeAttempts = 5;

/**
 * Stores an article given as text, page or address, and what extraction proposes for it. The same text gives
 * the stored article, and so does an address under which one is stored, unless isAgain asks for the page as it
 * is now. Another text under a stored address takes the place of the stored one. Contributors and above.
 */
export async function storeReport(
  principal: Principal | null,
  input: ArticleInput,
  { isAgain = false, afterReplacing }: { isAgain?: boolean; afterReplacing: AfterReplacing },
): Promise<ImportedArticle> {
  requireRole(principal, "contributor");
  const intake = await readIntake(input, async (address) =>
    isAgain ? null : (await findStored(address, null)).sameAddress,
  );
  if ("storedId" in intake) {
    return { id: intake.storedId, created: false };
  }
  let stored = await findStored(intake.canonicalUrl, intake.textSha256);
  const extraction = stored.sameText === null ? await proposeIncidents(intake) : null;
  for (let attempt = 1; stored.sameText === null; attempt += 1) {
    const { sameAddress } = stored;
    const replaced = sameAddress === null ? null : { id: sameAddress, afterReplacing };
    try {
      return { id: await storeArticle(principal, intake, extraction, replaced), created: true };
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === "conflict";
      if (!isTaken || attempt === storeAttempts) throw error;
      // Somebody else stored the same text or took the address between the look and the write.
      stored = await findStored(intake.canonicalUrl, intake.textSha256);
    }
  }
  return { id: stored.sameText, created: false };
}

function storeArticle(
  principal: Principal,
  intake: Intake,
  extraction: Proposals | null,
  replaced: { id: string; afterReplacing: AfterReplacing } | null,
): Promise<string> {
  const publishedOn = intake.publishedOn ?? extraction?.article.publishedOn ?? null;
  return inTransaction(async (transaction) => {
    if (replaced) {
      await giveUpAddress(transaction, replaced.id);
    }
    const publisher = await publisherOf(transaction, {
      name: intake.publisherName,
      url: intake.canonicalUrl,
    });
    const { id } = await transaction.article.create({
      data: {
        canonicalUrl: intake.canonicalUrl,
        title: intake.title,
        byline: intake.byline,
        publisherId: publisher?.id ?? null,
        language: intake.language,
        direction: intake.direction,
        publishedAt: intake.publishedAt,
        publishedOn: publishedOn === null ? null : new Date(`${publishedOn}T00:00:00Z`),
        publishedOnFrom: intake.publishedOn ? "given" : (extraction?.article.publishedOnFrom ?? null),
        timeZone: intake.timeZone ?? extraction?.article.timeZone ?? null,
        text: intake.text,
        textSha256: intake.textSha256,
        snapshot: intake.snapshot,
        suggestedLinks: asJson(extraction?.links ?? []),
        extractionInfo: extraction ? asJson(extractionInfoOf(extraction)) : undefined,
        createdById: principal.id,
      },
      select: { id: true },
    });
    await storeSuggestions(transaction, id, extraction);
    if (replaced) {
      await replaceBy(transaction, replaced.id, id);
      await replaced.afterReplacing(transaction, { id, replacedId: replaced.id, text: intake.text });
    }
    return id;
  });
}

/** Why only editors say that a quoted report is of another day. */
export const publicationDayIsPublic =
  "Published incidents quote this report, so readers see its day. Ask an editor to change it.";

const dayOf = (date: Date | null): string | undefined => date?.toISOString().slice(0, 10);

/**
 * Proposes again for a stored article, for example after actors or places were added. What was
 * accepted or rejected stays decided; only the open proposals are replaced. Contributors and above; another
 * publication day of a report that published incidents quote, editors.
 */
export async function proposeAgain(
  principal: Principal | null,
  articleId: string,
  options: { publishedOn?: string } = {},
): Promise<void> {
  requireRole(principal, "contributor");
  const isId = z.uuid().safeParse(articleId).success;
  const article = await database().article.findFirst({
    where: { id: isId ? articleId : { in: [] } },
    select: {
      text: true,
      title: true,
      language: true,
      publishedOn: true,
      publishedOnFrom: true,
      timeZone: true,
    },
  });
  if (!article) {
    throw new AppError("not-found", { message: "There is no such article." });
  }
  if (options.publishedOn !== undefined && options.publishedOn !== dayOf(article.publishedOn)) {
    await requireEditorWhereQuoted(principal, articleId, publicationDayIsPublic);
  }
  const known = article.publishedOnFrom === "given" ? dayOf(article.publishedOn) : undefined;
  const publishedOn = options.publishedOn ?? known ?? null;
  const extraction = await proposeIncidents({ ...article, publishedOn });
  await inTransaction(async (transaction) => {
    // Decisions and other new proposals wait, or this waits for them.
    await transaction.$queryRaw`SELECT 1 FROM article WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
    await transaction.$queryRaw`SELECT 1 FROM suggestion WHERE article_id = ${articleId}::uuid FOR UPDATE`;
    const decided = await transaction.suggestion.findMany({
      where: { articleId, status: { not: "open" } },
      select: { position: true, proposal: true },
    });
    await transaction.suggestion.deleteMany({ where: { articleId, status: "open" } });
    const merged = keepDecided(decided, extraction);
    if (merged.rows.length > 0) {
      await transaction.suggestion.createMany({ data: merged.rows.map((row) => ({ ...row, articleId })) });
    }
    const day = options.publishedOn ?? extraction?.article.publishedOn;
    await transaction.article.update({
      where: { id: articleId },
      data: {
        suggestedLinks: asJson(merged.links),
        extractionInfo: extraction ? asJson(extractionInfoOf(extraction)) : undefined,
        ...(day ? { publishedOn: new Date(`${day}T00:00:00Z`) } : {}),
        ...(options.publishedOn ? { publishedOnFrom: "given" } : {}),
      },
      select: { id: true },
    });
  });
}

/** What was decided keeps its position, whatever is proposed again. */
function keepDecided(decided: readonly Decided[], extraction: Extraction | null) {
  const proposals = extraction?.incidents ?? [];
  const positions = positionsBeside(decided, proposals);
  const rows = proposals.flatMap((proposal, index) => {
    const at = positions[index];
    return at && !at.isDecided ? [{ position: at.position, proposal: asJson(proposal) }] : [];
  });
  const links = (extraction?.links ?? []).map((link) => ({
    ...link,
    from: positions[link.from]?.position ?? link.from,
    to: positions[link.to]?.position ?? link.to,
  }));
  return { rows, links };
}

/** Throws not-found when there is no proposal with this id. */
export async function requireSuggestion(transaction: Transaction, id: string): Promise<void> {
  if ((await transaction.suggestion.count({ where: { id } })) === 0) {
    throw new AppError("not-found", { message: "There is no such proposal: it was replaced by newer ones." });
  }
}

/** Sets a proposal aside, or opens it again. Contributors and above. */
export async function decideSuggestion(
  principal: Principal | null,
  suggestionId: string,
  decision: "rejected" | "open",
): Promise<void> {
  requireRole(principal, "contributor");
  await inTransaction(async (transaction) => {
    const { count } = await transaction.suggestion.updateMany({
      where: { id: suggestionId, status: { not: "accepted" } },
      data: {
        status: decision,
        decidedById: decision === "open" ? null : principal.id,
        decidedAt: decision === "open" ? null : new Date(),
      },
    });
    if (count === 0) {
      await requireSuggestion(transaction, suggestionId);
      throw new AppError("conflict", {
        message: "This proposal was accepted already: retract its incident instead.",
      });
    }
  });
}
