import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filterNames } from "@/lib/incidents/filters";
import { fillEveryTable } from "@/scripts/test/every-table";
import { connectPlainly, refusalOf } from "@/scripts/test/refusal";

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

/** Changes that make a copy of a row differ in everything unique but the named index. */
const repeated: Record<string, { table: string; changes: Record<string, unknown> }> = {
  account_provider_id_account_id_key: { table: "account", changes: { id: "2" } },
  actor_alias_folded_key: { table: "actor_alias", changes: {} },
  actor_slug_key: { table: "actor", changes: { wikidata: null } },
  actor_wikidata_key: { table: "actor", changes: { slug: "another", wikidata: "Q1" } },
  api_key_key_key: { table: "api_key", changes: { id: "2" } },
  article_canonical_url_key: { table: "article", changes: { text_sha256: "1".repeat(64) } },
  article_text_sha256_key: { table: "article", changes: { canonical_url: null } },
  campaign_slug_key: { table: "campaign", changes: {} },
  external_id_scheme_value_release_key: { table: "external_id", changes: {} },
  import_run_format_file_sha256_key: { table: "import_run", changes: {} },
  incident_link_from_id_to_id_type_key: { table: "incident_link", changes: {} },
  incident_merge_one_live_key: { table: "incident_merge", changes: {} },
  incident_public_id_key: { table: "incident", changes: {} },
  incident_row_no_key: { table: "incident", changes: { public_id: "ZZZZZZZZ" } },
  participation_incident_id_actor_id_role_key: { table: "participation", changes: {} },
  place_alias_place_id_folded_key: { table: "place_alias", changes: {} },
  place_geonames_id_key: { table: "place", changes: { slug: "another" } },
  place_slug_key: { table: "place", changes: { geonames_id: null } },
  proposed_change_one_open_key: { table: "proposed_change", changes: {} },
  publisher_folded_key: { table: "publisher", changes: { slug: "another" } },
  publisher_slug_key: { table: "publisher", changes: { folded: "another" } },
  read_change_xid_kind_row_no_key: { table: "read_change", changes: { seq: 1_000_000 } },
  rate_limit_key_key: { table: "rate_limit", changes: { id: "2" } },
  revision_incident_id_version_key: { table: "revision", changes: {} },
  saved_search_user_id_name_key: { table: "saved_search", changes: {} },
  session_token_key: { table: "session", changes: { id: "2" } },
  suggestion_article_id_position_key: { table: "suggestion", changes: {} },
  user_email_key: { table: "user", changes: { id: "2" } },
};

describe("every unique key", () => {
  it("has a case here", async () => {
    const query = `SELECT relname AS name FROM pg_index JOIN pg_class c ON c.oid = indexrelid
      WHERE indisunique AND NOT indisprimary AND ${ofOurTables("indrelid")}`;
    expect(await namesOf(query)).toEqual(Object.keys(repeated).sort());
  });

  it.each(Object.entries(repeated))("%s", async (constraint, { table, changes }) => {
    const copy = `INSERT INTO "${table}" SELECT copy.* FROM (SELECT * FROM "${table}" ORDER BY ctid DESC LIMIT 1) row,
      jsonb_populate_record(row::"${table}", $1::jsonb) copy`;
    const withId = { id: "00000000-0000-7000-8000-000000000000", ...changes };
    expect(await refusalOf(client, [[copy, [JSON.stringify(withId)]]])).toMatchObject({
      code: "23505",
      constraint,
    });
  });
});

describe("foreign keys", () => {
  it("every one refuses a row that points at nothing", async () => {
    const { rows } = await client.query<{ name: string; table: string; column: string; type: string }>(
      `SELECT conname AS name, conrelid::regclass::text AS table, attname AS column, atttypid::regtype::text AS type
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
       WHERE contype = 'f' AND ${ofOurTables("conrelid")}`,
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const { name, table, column, type } of rows) {
      const digit = column === "a_id" ? "0" : "f";
      const nothing =
        type === "uuid" ? "00000000-0000-7000-8000-000000000000".replace(/0/g, digit) : "nothing";
      const merged = column === "merged_into_id" ? ", status = 'merged'" : "";
      // The triggers have tests of their own and would refuse some of these rows first.
      const refusal = await refusalOf(client, [
        `ALTER TABLE ${table} DISABLE TRIGGER USER`,
        `UPDATE ${table} SET ${column} = '${nothing}'${merged} WHERE ctid = (SELECT ctid FROM ${table} ORDER BY ctid DESC LIMIT 1)`,
      ]);
      expect(refusal, name).toMatchObject({ code: "23503", constraint: name });
    }
  });

  it.each([
    ["an actor of an incident", "DELETE FROM actor WHERE id IN (SELECT actor_id FROM participation)"],
    ["an actor above another", "DELETE FROM actor WHERE id IN (SELECT parent_id FROM actor)"],
    ["a place of an incident", "DELETE FROM place WHERE id IN (SELECT place_id FROM incident)"],
    ["a quoted article", "DELETE FROM article"],
    ["a publisher of an article", "DELETE FROM publisher"],
    ["a campaign with incidents", "DELETE FROM campaign"],
    ["an event type in use", "DELETE FROM event_type WHERE slug IN (SELECT event_type FROM incident)"],
    ["an incident", "DELETE FROM incident WHERE id NOT IN (SELECT from_id FROM incident_link)"],
  ])("keep %s from being deleted", async (_what, statement) => {
    expect((await refusalOf(client, [statement]))?.code).toMatch(/^2300[13]$/);
  });

  it("let an account go: what it made stays, its sessions and keys go with it", async () => {
    await client.query("BEGIN");
    await client.query(`DELETE FROM "user"`);
    const left = await client.query(
      `SELECT (SELECT count(*) FROM session)::int + (SELECT count(*) FROM api_key)::int
         + (SELECT count(*) FROM form_draft)::int AS theirs, (SELECT count(*) FROM incident)::int AS incidents`,
    );
    await client.query("ROLLBACK");
    expect(left.rows).toEqual([{ theirs: 0, incidents: 2 }]);
  });
});

const nextVersion = (change: string) => `UPDATE incident SET version = version + 1, ${change}`;
const childOf = (table: string) => `(SELECT id FROM ${table} WHERE parent_id IS NOT NULL)`;
const quoteElsewhere = "exact = 'These words stand nowhere'";

/** What each trigger says, and the statements that it refuses. */
const forbidden: Record<string, string[]> = {
  actor_parent_cycle: [
    "would be its own ancestor",
    `UPDATE actor SET parent_id = ${childOf("actor")} WHERE parent_id IS NULL`,
  ],
  article_text_immutable: [
    "the text of an article is immutable",
    "UPDATE article SET text = text || ' More.'",
    `UPDATE article SET text_sha256 = '${"2".repeat(64)}'`,
    "UPDATE article SET id = gen_random_uuid()",
  ],
  audit_event_append_only: [
    "audit_event is append-only",
    "UPDATE audit_event SET user_name = 'Another'",
    "DELETE FROM audit_event",
  ],
  audit_event_no_truncate: ["audit_event is append-only", "TRUNCATE audit_event"],
  claim_quote_in_article: [
    "the quote does not stand in article",
    `UPDATE claim SET ${quoteElsewhere}`,
    "INSERT INTO claim (id, incident_id, article_id, field, value, exact, start, \"end\") SELECT gen_random_uuid(), incident_id, article_id, field, value, 'Nowhere', 0, 7 FROM claim",
  ],
  incident_has_revision: [
    "has no revision for version",
    nextVersion("title = 'No revision'"),
    `INSERT INTO incident (id, public_id, title, event_type, occurred, earliest, latest, date_precision, time_zone)
     VALUES (gen_random_uuid(), 'ZZZZZZZZ', 'No revision', 'other', '2021', now(), now(), 'year', 'UTC')`,
  ],
  incident_identity_immutable: [
    "the ids of an incident are immutable",
    `${nextVersion("public_id = 'ZZZZZZZZ'")} WHERE id NOT IN (SELECT to_id FROM incident_link)`,
    `${nextVersion("id = gen_random_uuid()")} WHERE id NOT IN (SELECT to_id FROM incident_link)`,
  ],
  incident_link_quote_in_article: [
    "the quote does not stand in article",
    `UPDATE incident_link SET ${quoteElsewhere}`,
  ],
  incident_version_step: [
    "must go from version",
    "UPDATE incident SET title = 'Same version'",
    "UPDATE incident SET retract_reason = 'Same version'",
    "UPDATE incident SET version = version + 2",
    "UPDATE incident SET version = version",
  ],
  place_parent_cycle: [
    "would be its own ancestor",
    `UPDATE place SET parent_id = ${childOf("place")} WHERE parent_id IS NULL`,
  ],
  revision_append_only: [
    "revision is append-only",
    "UPDATE revision SET reason = 'Another'",
    "DELETE FROM revision",
  ],
  revision_no_truncate: ["revision is append-only", "TRUNCATE revision", "TRUNCATE incident CASCADE"],
};

// search.db.test.ts proves what these do.
const searchTriggers = [
  "actor_alias_search_refresh",
  "actor_search_refresh",
  "article_search_refresh",
  "campaign_search_refresh",
  "claim_search_added",
  "claim_search_moved",
  "claim_search_removed",
  "incident_campaign_search_added",
  "incident_campaign_search_moved",
  "incident_campaign_search_removed",
  "incident_search_refresh",
  "incident_search_words",
  "participation_search_refresh",
  "place_alias_search_refresh",
  "place_search_refresh",
  "publisher_search_refresh",
];

// lib/timeline/memory/*.db.test.ts prove what these do.
const readTriggers = [
  "actor_read_change",
  "article_read_change",
  "article_read_lock",
  "campaign_read_change",
  "claim_read_change",
  "incident_campaign_read_change",
  "incident_link_read_change",
  "incident_read_change",
  "incident_read_lock",
  "participation_read_change",
  "place_read_change",
  "publisher_read_change",
];

describe("every trigger", () => {
  it("has a case here", async () => {
    const query = `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND ${ofOurTables("tgrelid")}`;
    expect(await namesOf(query)).toEqual(
      [...Object.keys(forbidden), ...searchTriggers, ...readTriggers].sort(),
    );
  });

  it.each(Object.entries(forbidden))("%s", async (_trigger, [says = "", ...statements]) => {
    for (const statement of statements) {
      expect((await refusalOf(client, [statement]))?.message, statement).toContain(says);
    }
  });

  it("an incident may take the next version together with its revision", async () => {
    const revision = `INSERT INTO revision (id, incident_id, version, action, status, state, changes, user_name)
      SELECT gen_random_uuid(), id, version, 'update', status, '{}', '[]', 'Test' FROM incident`;
    expect(await refusalOf(client, [nextVersion("title = 'Next'"), revision])).toBeNull();
    expect(await refusalOf(client, [revision])).toMatchObject({ code: "23505" });
  });
});

/** The indexes that serve each filter parameter; a new filter names its own here. */
const filterIndexes = {
  q: ["incident_search_idx", "search_word_word_trgm_idx"],
  from: ["incident_published_range_idx"],
  to: ["incident_published_range_idx"],
  time: ["incident_published_range_idx"],
  type: ["incident_event_type_idx"],
  country: ["place_country_idx", "incident_place_id_idx"],
  place: ["place_slug_key", "place_parent_id_idx", "incident_place_id_idx"],
  actor: ["actor_slug_key", "actor_parent_id_idx", "participation_actor_id_role_idx"],
  role: ["participation_actor_id_role_idx"],
  outcome: ["incident_outcome_idx"],
  campaign: ["campaign_slug_key", "incident_campaign_campaign_id_idx"],
  publisher: ["publisher_slug_key", "article_publisher_id_idx", "claim_article_id_idx"],
  killedMin: ["incident_killed_min_idx"],
  precision: ["incident_date_precision_idx"],
  bbox: ["incident_latitude_longitude_idx"],
  linked: ["incident_link_from_id_to_id_type_key", "incident_link_to_id_idx"],
  updatedSince: ["incident_status_updated_at_idx"],
  status: ["incident_status_earliest_idx"],
} as const satisfies Record<(typeof filterNames)[number], readonly string[]>;

describe("indexes", () => {
  it.each(filterNames)("the filter %s has its own", async (name) => {
    const present = await namesOf("SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'");
    expect(present).toEqual(expect.arrayContaining([...filterIndexes[name]]));
  });

  it("names are found by a part of them", async () => {
    const tables = ["actor", "actor_alias", "place", "place_alias", "publisher"];
    const present = await namesOf(
      "SELECT indexname AS name FROM pg_indexes WHERE indexdef LIKE '%gin_trgm_ops%'",
    );
    expect(present).toEqual(expect.arrayContaining(tables.map((table) => `${table}_folded_trgm_idx`)));
  });
});
