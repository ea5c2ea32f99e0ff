import { z } from "zod";
import { type PublicUpdate, publicUpdateKinds } from "./news";

export const publicUpdateSchema: z.ZodType<PublicUpdate> = z.object({
  kind: z.enum(publicUpdateKinds),
  publicId: z.string(),
  version: z.int(),
  at: z.string(),
});
