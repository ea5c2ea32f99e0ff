import "server-only";
import { z } from "zod";
import { type ReferenceActor, referenceActorSchema } from "@/lib/reference/schema";
import actors from "@/prisma/reference/actors.json";

const referenceActors = z.array(referenceActorSchema).parse(actors);

/** The curated actors in file order; a parent may stand after its children. */
export function listReferenceActors(): ReferenceActor[] {
  return referenceActors;
}
