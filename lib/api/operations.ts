import { z } from "zod";
import { actorInputSchema, actorPatchSchema } from "@/lib/actors/schema";
import { articleInputSchema, articleViewSchema } from "@/lib/articles/schema";
import { suggestionsSchema } from "@/lib/articles/suggestion-output";
import { campaignInputSchema, campaignPatchSchema } from "@/lib/campaigns/schema";
import { claimViewSchema } from "@/lib/claims/schema";
import { citationStyles } from "@/lib/incidents/citation";
import { filterNames, filterParameters } from "@/lib/incidents/filters";
import { mergeBodySchema, unmergeBodySchema, unmergeViewSchema } from "@/lib/incidents/merge-schema";
import { proposedChangeSchema } from "@/lib/incidents/proposed-change-schema";
import {
  incidentInputSchema,
  incidentPatchSchema,
  incidentViewSchema,
  reasonSchema,
  restoreInputSchema,
  stepInputSchema,
} from "@/lib/incidents/schema";
import { incidentSorts } from "@/lib/incidents/sorts";
import { incidentChainSchema } from "@/lib/incidents/summary";
import { linkInputSchema, linkViewSchema } from "@/lib/links/schema";
import { placeInputSchema, placePatchSchema } from "@/lib/places/schema";
import { publisherInputSchema, publisherPatchSchema } from "@/lib/publishers/schema";
import { searchSuggestionsSchema } from "@/lib/search/schema";
import type { Role } from "@/lib/taxonomy/terms";
import { timelineGroups } from "@/lib/timeline/groups";
import { facetsSchema, timelineWindowSchema } from "@/lib/timeline/schema";

type Method = "get" | "post" | "patch" | "delete";

export type Operation = {
  method: Method;
  /** As in OpenAPI, with {name} for what varies. */
  path: string;
  summary: string;
  /** The least role that may do it; null for everybody. */
  role: Role | null;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Status and schema of the answer; null for an empty one. */
  answer: { status: number; schema: z.ZodType | null; mediaType?: string };
  /** Another way in which it may be done, with its words. */
  otherAnswer?: { status: number; schema: z.ZodType; description: string };
  /** stamp: it holds updatedAt, and is required. */
  ifMatch?: "required" | "optional" | "stamp";
};

/** The filter parameters as a query; each may be repeated. */
const filterQuery = z.object(
  Object.fromEntries(
    filterNames.map((name) => [
      name,
      z.array(z.string()).optional().meta({ description: filterParameters[name].label }),
    ]),
  ),
);

const asOf = z.string().optional().meta({
  description: "A date or date-time: the public record as it stood then (a date: at its end, UTC)",
});
const asOfQuery = z.object({ asOf });

const listQuery = filterQuery.extend({
  asOf,
  sort: z.enum(incidentSorts).optional(),
  limit: z.int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});

const nameQuery = z.object({ q: z.string().optional(), limit: z.int().min(1).max(50).optional() });
const record = z.record(z.string(), z.unknown());
const list = z.object({ data: z.array(record) });
const incident = { status: 200, schema: incidentViewSchema };

export const operations: readonly Operation[] = [
  {
    method: "get",
    path: "/incidents",
    summary: "List incidents that match the filters",
    role: null,
    query: listQuery,
    answer: {
      status: 200,
      schema: z.object({
        data: z.array(incidentViewSchema),
        total: z.int(),
        nextCursor: z.string().nullable(),
      }),
    },
  },
  {
    method: "post",
    path: "/incidents",
    summary: "Create a draft with its claims",
    role: "contributor",
    body: incidentInputSchema,
    answer: { status: 201, schema: incidentViewSchema },
  },
  {
    method: "get",
    path: "/incidents/{publicId}",
    summary:
      "One incident; with @version in the id, that version. One that was merged answers 308 with the Location of the incident that it is now, also below this path",
    role: null,
    query: asOfQuery,
    answer: incident,
  },
  {
    method: "patch",
    path: "/incidents/{publicId}",
    summary: "Change an incident; where a change of what is public has to be reviewed, propose it",
    role: "contributor",
    body: incidentPatchSchema,
    ifMatch: "required",
    answer: incident,
    otherAnswer: {
      status: 202,
      schema: proposedChangeSchema,
      description: "The change waits for review; the published version stays",
    },
  },
  {
    method: "post",
    path: "/incidents/{publicId}/submit",
    summary: "Hand a draft to the reviewers",
    role: "contributor",
    body: stepInputSchema,
    ifMatch: "optional",
    answer: incident,
  },
  {
    method: "post",
    path: "/incidents/{publicId}/publish",
    summary: "Make an incident public",
    role: "editor",
    body: stepInputSchema,
    ifMatch: "optional",
    answer: incident,
  },
  {
    method: "post",
    path: "/incidents/{publicId}/retract",
    summary: "Take an incident back; its address then tells the reason",
    role: "editor",
    body: reasonSchema,
    ifMatch: "optional",
    answer: incident,
  },
  {
    method: "post",
    path: "/incidents/{publicId}/restore",
    summary: "Bring an earlier version back as a new one",
    role: "editor",
    ifMatch: "optional",
    body: restoreInputSchema,
    answer: incident,
  },
  {
    method: "post",
    path: "/incidents/{publicId}/merge",
    summary: "Merge an incident into another one, which is the answer; the address of the first leads there",
    role: "editor",
    body: mergeBodySchema,
    ifMatch: "optional",
    answer: incident,
  },
  {
    method: "post",
    path: "/incidents/{publicId}/unmerge",
    summary: "Undo the merge of an incident into another one",
    role: "editor",
    body: unmergeBodySchema,
    answer: { status: 200, schema: unmergeViewSchema },
  },
  {
    method: "get",
    path: "/proposed-changes",
    summary: "Changes of published incidents that wait for review, longest waiting first",
    role: "contributor",
    answer: { status: 200, schema: z.object({ data: z.array(proposedChangeSchema) }) },
  },
  {
    method: "get",
    path: "/incidents/{publicId}/claims",
    summary: "What articles say about each field, with quotes",
    role: null,
    query: asOfQuery,
    answer: { status: 200, schema: z.object({ data: z.array(claimViewSchema) }) },
  },
  {
    method: "get",
    path: "/incidents/{publicId}/revisions",
    summary: "The versions of an incident, newest first",
    role: null,
    answer: { status: 200, schema: list },
  },
  {
    method: "get",
    path: "/incidents/{publicId}/chain",
    summary: "What led to an incident and what followed",
    role: null,
    query: z.object({ depth: z.int().min(1).max(10).optional() }),
    answer: { status: 200, schema: incidentChainSchema },
  },
  {
    method: "get",
    path: "/incidents/{publicId}/citation",
    summary: "How to cite an incident",
    role: null,
    query: z.object({ style: z.enum(citationStyles).optional() }),
    answer: { status: 200, schema: z.string(), mediaType: "text/plain" },
  },
  {
    method: "post",
    path: "/links",
    summary: "Link two incidents, from the later or the effect to the earlier or the cause",
    role: "contributor",
    body: linkInputSchema,
    answer: { status: 201, schema: linkViewSchema },
  },
  {
    method: "delete",
    path: "/links/{id}",
    summary: "Remove a link",
    role: "editor",
    answer: { status: 204, schema: null },
  },
  {
    method: "get",
    path: "/timeline",
    summary:
      "One window of the timeline: the incidents for which `width` (CSS pixels) has room, at most 400, counts for the rest, links",
    role: null,
    query: filterQuery.extend({
      asOf,
      start: z.string().optional(),
      end: z.string().optional(),
      width: z.int().min(1).max(20_000).optional(),
      group: z.enum(timelineGroups).optional(),
    }),
    answer: { status: 200, schema: timelineWindowSchema },
  },
  {
    method: "get",
    path: "/facets",
    summary: "Counts for every facet, each without its own filter",
    role: null,
    query: filterQuery.extend({ asOf }),
    answer: { status: 200, schema: facetsSchema },
  },
  {
    method: "get",
    path: "/search",
    summary: "What the words typed so far may mean: event types, actors, places, campaigns and incidents",
    role: null,
    query: nameQuery,
    answer: { status: 200, schema: searchSuggestionsSchema },
  },
  {
    method: "get",
    path: "/updates",
    summary:
      "Server-sent events: published, updated and retracted, each with publicId, version and at; reread when more changed than is told. Last-Event-ID resumes, with at least one event for each change",
    role: null,
    query: z.object({
      after: z.string().optional().meta({
        description: "Id of the last event, where the header Last-Event-ID cannot be sent: publicId@version",
      }),
    }),
    answer: { status: 200, schema: z.string(), mediaType: "text/event-stream" },
  },
  {
    method: "post",
    path: "/articles",
    summary: "Import an article as text, page or address (200 with the stored one when it is there already)",
    role: "contributor",
    body: articleInputSchema,
    answer: {
      status: 201,
      schema: z.object({ article: articleViewSchema, suggestions: suggestionsSchema }),
    },
  },
  {
    method: "get",
    path: "/articles/{id}",
    summary: "One article; its text and proposals for contributors and above",
    role: null,
    answer: {
      status: 200,
      schema: z.object({
        article: articleViewSchema.extend({ text: z.string().nullable() }),
        suggestions: suggestionsSchema.nullable(),
      }),
    },
  },
  {
    method: "post",
    path: "/articles/{id}/suggestions",
    summary: "Propose incidents again",
    role: "contributor",
    body: z.strictObject({ publishedOn: z.iso.date().optional() }),
    answer: { status: 200, schema: suggestionsSchema },
  },
  ...names("actors", "actor", { input: actorInputSchema, patch: actorPatchSchema }, "contributor"),
  ...names("places", "place", { input: placeInputSchema, patch: placePatchSchema }, "contributor"),
  ...names("publishers", "publisher", { input: publisherInputSchema, patch: publisherPatchSchema }, "editor"),
  ...names("campaigns", "campaign", { input: campaignInputSchema, patch: campaignPatchSchema }, "editor"),
];

// A declaration: the list above uses it while this file is still being read.
function aOrAn(one: string): string {
  return `${/^[aeiou]/.test(one) ? "an" : "a"} ${one}`;
}

function names(
  collection: string,
  one: string,
  { input, patch }: { input: z.ZodType; patch: z.ZodType },
  role: Role,
): Operation[] {
  const path = `/${collection}/{slug}`;
  return [
    {
      method: "get",
      path: `/${collection}`,
      summary: `Find ${collection} by name`,
      role: null,
      query: nameQuery,
      answer: { status: 200, schema: list },
    },
    {
      method: "post",
      path: `/${collection}`,
      summary: `Add ${aOrAn(one)}`,
      role,
      body: input,
      answer: { status: 201, schema: record },
    },
    {
      method: "get",
      path,
      summary: `One of the ${collection}; its updatedAt is also the ETag`,
      role: null,
      answer: { status: 200, schema: record },
    },
    {
      method: "patch",
      path,
      summary: `Change ${aOrAn(one)}; its slug stays`,
      role: "editor",
      body: patch,
      ifMatch: "stamp",
      answer: { status: 200, schema: record },
    },
    {
      method: "delete",
      path,
      summary: `Delete ${aOrAn(one)} that nothing uses`,
      role: "editor",
      answer: { status: 204, schema: null },
    },
  ];
}
