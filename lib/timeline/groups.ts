/** What the rows of the timeline can stand for. */
export const timelineGroups = ["none", "type", "country", "place", "actor"] as const;
export type TimelineGroup = (typeof timelineGroups)[number];
