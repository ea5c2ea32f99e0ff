/** What the values of incidents are counted by, in the order of the page. */
export const facetNames = [
  "type",
  "country",
  "place",
  "actor",
  "role",
  "outcome",
  "campaign",
  "publisher",
  "precision",
  "linked",
] as const;
export type FacetName = (typeof facetNames)[number];
