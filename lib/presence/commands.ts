import "server-only";
import type { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listCompany } from "./queries";
import type { Company, heartbeatSchema } from "./schema";

const forgottenAfterMs = 3_600_000;

/** Notes which incidents somebody has open, and answers who else is there. Contributors and above. */
export async function beat(
  principal: Principal | null,
  { here, watched, left }: z.output<typeof heartbeatSchema>,
): Promise<Company[]> {
  requireRole(principal, "contributor");
  const userId = principal.id;
  if (userId === null) {
    throw new AppError("forbidden", { message: "Only people are present." });
  }
  const ids = [...here.map(({ publicId }) => publicId), ...left];
  const incidents = ids.length === 0 ? [] : await incidentIds(ids);
  const idOf = (publicId: string) => incidents.find((one) => one.publicId === publicId)?.id;
  const seenAt = new Date();
  await database().presence.deleteMany({
    where: {
      userId,
      OR: [
        { incidentId: { in: left.flatMap((one) => idOf(one) ?? []) } },
        { seenAt: { lt: new Date(seenAt.getTime() - forgottenAfterMs) } },
      ],
    },
  });
  for (const { publicId, isEditing } of here) {
    const incidentId = idOf(publicId);
    if (incidentId) {
      await database().presence.upsert({
        where: { incidentId_userId: { incidentId, userId } },
        create: { incidentId, userId, isEditing, seenAt },
        update: { isEditing, seenAt },
        select: { userId: true },
      });
    }
  }
  return listCompany([...new Set([...watched, ...here.map(({ publicId }) => publicId)])], userId);
}

const incidentIds = (publicIds: string[]) =>
  database().incident.findMany({
    where: { publicId: { in: publicIds } },
    select: { id: true, publicId: true },
  });
