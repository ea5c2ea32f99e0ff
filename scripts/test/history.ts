import { expect } from "vitest";
import { database } from "@/lib/db/client";

/** The revisions of an incident, oldest first; fails unless every version up to the stored one has exactly one. */
export async function historyOf(publicId: string) {
  const { version, revisions } = await database().incident.findUniqueOrThrow({
    where: { publicId },
    select: { version: true, revisions: { orderBy: { version: "asc" } } },
  });
  expect(revisions.map((revision) => revision.version)).toEqual(
    Array.from({ length: version }, (_, index) => index + 1),
  );
  return revisions;
}
