/** One line of the review queue: a draft that was submitted, or a change of a published incident. */
export type ReviewItem = {
  publicId: string;
  kind: "new" | "change";
  title: string;
  by: string;
  /** Who wrote, submitted or proposed it. */
  byIds: string[];
  /** ISO instant. */
  since: string;
  reason: string | null;
  /** Fields that a proposed change is about. */
  fields: string[];
};
