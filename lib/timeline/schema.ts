import { z } from "zod";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { confidences, linkTypes, outcomes } from "@/lib/taxonomy/terms";
import { facetNames } from "./facet-names";
import { maxItems } from "./scale";

/** An incident that is worth drawing by itself; earliest and latest are ISO instants. */
const timelineItemSchema = z.object({
  publicId: z.string(),
  title: z.string(),
  eventType: z.enum(eventTypes),
  outcome: z.enum(outcomes),
  occurred: z.string(),
  earliest: z.string(),
  latest: z.string(),
  timeZone: z.string(),
  place: z.string().nullable(),
  country: z.string().nullable(),
  killedMin: z.int().nullable(),
  /** Keys of the groups that the item stands in; one for every grouping but actor. */
  groups: z.array(z.string()),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

const timelineBucketSchema = z.object({
  start: z.string(),
  end: z.string(),
  group: z.string(),
  count: z.int(),
});
export type TimelineBucket = z.infer<typeof timelineBucketSchema>;

const timelineLinkSchema = z.object({
  from: z.string(),
  to: z.string(),
  type: z.enum(linkTypes),
  confidence: z.enum(confidences),
});
export type TimelineLink = z.infer<typeof timelineLinkSchema>;

/** A link of a drawn incident to a published one that is not drawn, because it is in a bucket or outside the window. */
const timelineStubSchema = z.object({
  /** The drawn incident, and the other one. */
  publicId: z.string(),
  other: z.string(),
  /** outgoing: the drawn incident is the later one or the effect. */
  direction: z.enum(["outgoing", "incoming"]),
  type: z.enum(linkTypes),
  /** Earliest instant of the other incident. */
  at: z.string(),
  /** Group of the bucket that counts the other incident; null when none does, as outside the window or the filters. */
  group: z.string().nullable(),
});
export type TimelineStub = z.infer<typeof timelineStubSchema>;

/** The answer for one window of the timeline. */
export const timelineWindowSchema = z.object({
  items: z.array(timelineItemSchema).max(maxItems),
  buckets: z.array(timelineBucketSchema),
  links: z.array(timelineLinkSchema),
  stubs: z.array(timelineStubSchema),
  groups: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
  /** Incidents that match the filters inside the window. */
  total: z.int(),
  /** The window that was answered. */
  start: z.string(),
  end: z.string(),
  /** Bounds of everything that matches the filters; null when nothing matches. */
  range: z.object({ start: z.string(), end: z.string() }).nullable(),
  /** Counts over the whole range in equal steps, for the density strip. */
  density: z.array(z.int()),
});
export type TimelineWindow = z.infer<typeof timelineWindowSchema>;

/** At most this many stubs in one answer, those of the most significant incidents. */
export const maxStubs = 1000;

/** At most this many places, actors and publishers, beside those that the filter asks for. */
export const maxFacetValues = 100;

/** Counts for every facet, each counted without its own filter; type holds groups and types. */
export const facetsSchema = z.record(
  z.enum(facetNames),
  z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), group: z.string().optional() })),
);
export type Facets = z.infer<typeof facetsSchema>;
