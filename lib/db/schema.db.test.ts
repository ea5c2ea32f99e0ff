import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventTypes } from "@/lib/taxonomy/event-types";
import * as terms from "@/lib/taxonomy/terms";
import { fillEveryTable } from "@/scripts/test/every-table";
import { connectPlainly, refusalOf } from "@/scripts/test/refusal";
import { diffToSchema } from "./migrate";

/** Indexes that Prisma's schema language cannot say; the migrations write them by hand. */
const handWritten = /^DROP INDEX "\w+(?:_trgm|_prefix|_search)_idx";$/;

let client: Client;
beforeAll(async () => {
  client = await connectPlainly();
  await fillEveryTable();
});
afterAll(() => client.end());

async function namesOf(query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map(({ name }) => name).sort();
}

const ofOurTables = (column: string) =>
  `${column} IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations')`;

describe("the migrations", () => {
  it("lead to prisma/schema.prisma, apart from the indexes written by hand", async () => {
    const script = await diffToSchema(process.env.DATABASE_URL ?? "", false);
    const statements = script.split("\n").filter((line) => line !== "" && !line.startsWith("--"));
    expect(statements.filter((line) => !handWritten.test(line))).toEqual([]);
  });

  it("leave no table that these tests have no row for", async () => {
    const tables = await namesOf(`SELECT relname AS name FROM pg_class WHERE ${ofOurTables("oid")}`);
    for (const table of tables) {
      expect((await client.query(`SELECT 1 FROM "${table}" LIMIT 1`)).rowCount, table).toBe(1);
    }
  });
});

const tooLong = "x".repeat(301);
const badSlugs = [{ slug: "" }, { slug: "Two Words" }, { slug: "-a" }, { slug: "a--b" }];
const badCountries = [{ country: "iq" }, { country: "I" }];
const badNames = [{ name: "  " }, { name: tooLong }];
const badCoordinates = {
  latitude: [{ latitude: -90.01 }, { latitude: 90.01 }],
  longitude: [{ longitude: -180.01 }, { longitude: 180.01 }],
};
const other = "of nothing known";
const id = "00000000-0000-7000-8000-000000000000";

/** For each check of the database: changes to a valid row that only this check refuses. */
const refused: Record<string, Record<string, unknown>[]> = {
  actor_alias_name_present: badNames,
  actor_country_form: badCountries,
  actor_kind_known: [{ kind: other }],
  actor_name_present: badNames,
  actor_parent_other: [{ id, parent_id: id }],
  actor_slug_form: badSlugs,
  actor_wikidata_form: [{ wikidata: "Q0" }, { wikidata: "12" }, { wikidata: "Q12x" }],
  article_direction_known: [{ direction: "ttb" }],
  article_published_from_known: [{ published_on_from: other }],
  article_replaced_by_other: [{ id, replaced_by_id: id }],
  article_sha256_form: [{ text_sha256: "A".repeat(64) }],
  article_text_present: [{ text: "" }, { text: "x".repeat(2_000_001) }],
  article_title_present: [{ title: " " }, { title: "x".repeat(501) }],
  article_url_form: [{ canonical_url: "ftp://example.org/" }, { canonical_url: "javascript:alert(1)" }],
  audit_event_action_present: [{ action: " " }, { action: "x".repeat(101) }],
  campaign_name_present: badNames,
  campaign_slug_form: badSlugs,
  claim_credibility_range: [{ credibility: 0 }, { credibility: 7 }],
  claim_field_known: [{ field: other }],
  claim_quote_present: [{ exact: "" }],
  claim_rejected_reason: [
    { standing: "rejected", reason: null },
    { standing: "rejected", reason: " " },
  ],
  claim_span_order: [{ start: -1 }, { start: 5, end: 5 }],
  claim_standing_known: [{ standing: other }],
  comment_body_present: [{ body: " " }, { body: "x".repeat(5001) }],
  comment_field_known: [{ field: other }],
  distinct_pair_order: [{ a_id: id, b_id: id }],
  duplicate_candidate_order: [{ a_id: id, b_id: id }],
  duplicate_candidate_score_range: [{ score: -0.1 }, { score: 1.1 }],
  event_type_group_known: [{ group: other }],
  event_type_slug_form: [{ slug: "Armed" }, { slug: "a-" }],
  import_run_counts: ["rows_done", "created", "updated", "skipped", "failed"].map((name) => ({ [name]: -1 })),
  import_run_status_known: [{ status: other }],
  incident_bounds_order: [{ earliest: "2021-07-06T00:00:00.001Z", latest: "2021-07-06T00:00:00Z" }],
  incident_coordinates_together: [
    { latitude: null, longitude: 1 },
    { latitude: 1, longitude: null },
  ],
  incident_date_precision_known: [{ date_precision: "minute" }],
  incident_injured_min_first: [{ injured_min: null, injured_max: 3 }],
  incident_injured_range: [{ injured_min: -1 }, { injured_min: 3, injured_max: 2 }],
  incident_killed_min_first: [{ killed_min: null, killed_max: 3 }],
  incident_killed_range: [{ killed_min: -1 }, { killed_min: 3, killed_max: 2 }],
  incident_latitude_range: badCoordinates.latitude.map((point) => ({ ...point, longitude: 1 })),
  incident_link_confidence_known: [{ confidence: "certain" }],
  incident_link_other: [{ from_id: id, to_id: id }],
  incident_link_quote_whole: [{ start: null }, { end: null }, { exact: null }],
  incident_link_span_order: [{ start: -1 }, { start: 5, end: 5 }],
  incident_link_type_known: [{ type: other }],
  incident_longitude_range: badCoordinates.longitude.map((point) => ({ ...point, latitude: 1 })),
  incident_merge_other: [{ winner_id: id, loser_id: id }],
  incident_merge_versions_positive: [{ winner_version: 0 }, { loser_version: 0 }],
  incident_merged_into: [
    { status: "merged", merged_into_id: null },
    { status: "published", merged_into_id: id },
  ],
  incident_merged_into_other: [
    {
      id,
      status: "merged",
      merged_into_id: id,
    },
  ],
  incident_occurred_present: [{ occurred: "" }, { occurred: "x".repeat(101) }],
  incident_outcome_known: [{ outcome: other }],
  incident_place_precision_known: [{ place_precision: other }],
  incident_public_id_form: ["abcdefgh", "ABCDEFGI", "ABCDEFGL", "ABCDEFGO", "ABCDEFGU", "ABCDEFG"].map(
    (public_id) => ({ public_id }),
  ),
  incident_published_at: [{ published_at: null }],
  incident_retract_reason: [
    { status: "retracted", retract_reason: null },
    { status: "retracted", retract_reason: " " },
  ],
  incident_status_known: [{ status: other }],
  incident_title_present: [{ title: " " }, { title: tooLong }],
  incident_unsourced_reason_present: [{ unsourced_reason: " " }, { unsourced_reason: "x".repeat(1001) }],
  incident_version_positive: [{ version: 0 }],
  notification_kind_known: [{ kind: other }],
  participation_attribution_known: [{ attribution: other }],
  participation_role_known: [{ role: other }],
  place_alias_name_present: badNames,
  place_country_form: badCountries,
  place_kind_known: [{ kind: other }],
  place_latitude_range: badCoordinates.latitude,
  place_longitude_range: badCoordinates.longitude,
  place_name_present: badNames,
  place_parent_other: [{ id, parent_id: id }],
  place_slug_form: badSlugs,
  proposed_change_base_version_positive: [{ base_version: 0 }],
  proposed_change_decided: [{ decided_at: "2021-07-06T00:00:00Z" }, { status: "approved" }],
  proposed_change_returned_reason: [
    { status: "returned", decided_at: "2021-07-06T00:00:00Z", decision: null },
    { status: "returned", decided_at: "2021-07-06T00:00:00Z", decision: " " },
  ],
  proposed_change_status_known: [{ status: other, decided_at: "2021-07-06T00:00:00Z" }],
  publisher_country_form: badCountries,
  publisher_homepage_form: [{ homepage: "example.org" }],
  publisher_name_present: badNames,
  publisher_reliability_known: [{ reliability: "G" }],
  publisher_slug_form: badSlugs,
  read_change_kind_known: [{ kind: other }],
  read_change_mark: [{ snapshot: "1:1:" }],
  read_change_row: [{ row_no: null }],
  revision_action_known: [{ action: other }],
  revision_date_precision_known: [{ date_precision: "minute" }],
  revision_status_known: [{ status: other }],
  revision_version_positive: [{ version: 0 }],
  saved_search_name_present: [{ name: " " }, { name: "x".repeat(101) }],
  saved_search_query_length: [{ query: "x".repeat(4001) }],
  suggestion_position_range: [{ position: -1 }],
  suggestion_status_known: [{ status: other }],
  user_role_known: [{ role: "owner" }],
};

/** Statement that adds a copy of the first row of a table with these changes. Checks come before keys. */
const copyWith = (table: string, changes: Record<string, unknown>): [string, unknown[]] => [
  `INSERT INTO "${table}" SELECT copy.* FROM (SELECT * FROM "${table}" ORDER BY ctid DESC LIMIT 1) row,
     jsonb_populate_record(row::"${table}", $1::jsonb) copy`,
  [JSON.stringify(changes)],
];

describe("every check", () => {
  it("has a case here", async () => {
    const query = `SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND ${ofOurTables("conrelid")}`;
    expect(await namesOf(query)).toEqual(Object.keys(refused).sort());
  });

  it.each(Object.entries(refused))("%s", async (constraint, cases) => {
    const { rows } = await client.query<{ table: string }>(
      "SELECT relname AS table FROM pg_constraint JOIN pg_class c ON c.oid = conrelid WHERE conname = $1",
      [constraint],
    );
    for (const changes of cases) {
      const refusal = await refusalOf(client, [copyWith(rows[0]?.table ?? "", changes)]);
      expect(refusal, JSON.stringify(changes)).toMatchObject({ code: "23514", constraint });
    }
  });
});

describe("closed vocabularies", () => {
  const vocabularies: Record<string, readonly string[]> = {
    actor_kind_known: terms.actorKinds,
    claim_field_known: terms.claimFields,
    claim_standing_known: terms.claimStandings,
    incident_link_confidence_known: terms.confidences,
    incident_link_type_known: terms.linkTypes,
    incident_outcome_known: terms.outcomes,
    incident_place_precision_known: terms.placePrecisions,
    incident_status_known: terms.incidentStatuses,
    notification_kind_known: terms.notificationKinds,
    participation_attribution_known: terms.attributions,
    participation_role_known: terms.participationRoles,
    place_kind_known: terms.placeKinds,
    proposed_change_status_known: terms.proposedChangeStatuses,
    publisher_reliability_known: terms.reliabilities,
    revision_action_known: terms.revisionActions,
    revision_status_known: terms.incidentStatuses,
    user_role_known: terms.roles,
  };

  it.each(Object.entries(vocabularies))("%s allows what the application knows", async (name, values) => {
    const { rows } = await client.query<{ definition: string }>(
      "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1",
      [name],
    );
    const allowed = [...(rows[0]?.definition ?? "").matchAll(/'([^']+)'/g)].map((match) => match[1]);
    expect(allowed.sort()).toEqual([...values].sort());
  });

  it("event types are those of the taxonomy", async () => {
    expect(await namesOf("SELECT slug AS name FROM event_type")).toEqual([...eventTypes].sort());
  });
});
