import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { freeSlug } from "@/lib/db/free-slug";
import { inTransaction } from "@/lib/db/transaction";
import type { CampaignInput } from "./schema";

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
