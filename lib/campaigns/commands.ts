import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { lockNames, nextStamp, requireStamp } from "@/lib/names/locking";
import { countVersionsNaming, requireUnused } from "@/lib/names/uses";
import { type CampaignView, getCampaign } from "./queries";
import type { CampaignInput, CampaignPatch } from "./schema";

/** Adds a campaign. Editors and above. */
export async function createCampaign(
  principal: Principal | null,
  input: CampaignInput,
): Promise<{ slug: string; name: string }> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    const slug = await freeSlug(
      input.name,
      async (wanted) => (await transaction.campaign.count({ where: { slug: wanted } })) > 0,
    );
    return transaction.campaign.create({ data: { ...input, slug }, select: { slug: true, name: true } });
  });
}

async function requireCampaign(transaction: Transaction, slug: string): Promise<CampaignView> {
  const campaign = await getCampaign(slug, transaction);
  if (!campaign) {
    throw new AppError("not-found", { message: `There is no campaign ${slug}.` });
  }
  return campaign;
}

/**
 * Changes a campaign; its slug stays. Editors and above. Throws version-conflict with both states when it was
 * saved since stamp, its updatedAt.
 */
export async function updateCampaign(
  principal: Principal | null,
  slug: string,
  stamp: string,
  patch: CampaignPatch,
): Promise<CampaignView> {
  requireRole(principal, "editor");
  return inTransaction(async (transaction) => {
    await lockNames(transaction);
    const before = await requireCampaign(transaction, slug);
    requireStamp(before, stamp, patch);
    await transaction.campaign.update({
      where: { slug },
      data: { ...patch, updatedAt: nextStamp(before) },
    });
    return requireCampaign(transaction, slug);
  });
}

/** Deletes a campaign that nothing uses; throws conflict with the number of uses otherwise. Editors and above. */
export async function deleteCampaign(principal: Principal | null, slug: string): Promise<void> {
  requireRole(principal, "editor");
  await inTransaction(async (transaction) => {
    const { name } = await requireCampaign(transaction, slug);
    const incidents = await transaction.incidentCampaign.count({ where: { campaign: { slug } } });
    requireUnused(name, { incidents });
    const versions = await countVersionsNaming(transaction, { incident: { campaigns: [{ slug }] } });
    requireUnused(name, { versions });
    await transaction.campaign.delete({ where: { slug } });
  });
}
