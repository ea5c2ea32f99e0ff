export const publicUpdateKinds = ["published", "updated", "retracted"] as const;

/** A change of what is public: which version of which incident came with it, and when (ISO). */
export type PublicUpdate = {
  kind: (typeof publicUpdateKinds)[number];
  publicId: string;
  version: number;
  at: string;
};

/** Name of the event that tells that more may have changed than is told one by one: read everything again. */
export const rereadEvent = "reread";

/** What the listeners are told. */
export type UpdateNews = PublicUpdate | typeof rereadEvent;
