import "server-only";
import { z } from "zod";
import { type ReferencePublisher, referencePublisherSchema } from "@/lib/reference/schema";
import publishers from "@/prisma/reference/publishers.json";

const referencePublishers = z.array(referencePublisherSchema).parse(publishers);

/** The curated publishers in file order. */
export function listReferencePublishers(): ReferencePublisher[] {
  return referencePublishers;
}
