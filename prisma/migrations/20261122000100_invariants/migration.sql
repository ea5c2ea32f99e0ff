-- The invariants of the data model that Prisma's schema language cannot express.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ---- event types --------------------------------------------------------------------------------

ALTER TABLE event_type
  ADD CONSTRAINT event_type_group_known CHECK ("group" IN ('battles', 'explosions-remote-violence', 'violence-against-civilians', 'protests', 'riots', 'strategic-developments')),
  ADD CONSTRAINT event_type_slug_form CHECK (slug ~ '^[a-z]+(-[a-z]+)*$');

INSERT INTO event_type (slug, "group", label, position) VALUES
  ('armed-clash', 'battles', 'Armed clash', 1),
  ('government-regains-territory', 'battles', 'Government regains territory', 2),
  ('non-state-actor-overtakes-territory', 'battles', 'Non-state actor overtakes territory', 3),
  ('chemical-weapon', 'explosions-remote-violence', 'Chemical weapon', 4),
  ('air-drone-strike', 'explosions-remote-violence', 'Air or drone strike', 5),
  ('suicide-bomb', 'explosions-remote-violence', 'Suicide bomb', 6),
  ('shelling-artillery-missile-attack', 'explosions-remote-violence', 'Shelling, artillery or missile attack', 7),
  ('remote-explosive-landmine-ied', 'explosions-remote-violence', 'Remote explosive, landmine or IED', 8),
  ('grenade', 'explosions-remote-violence', 'Grenade', 9),
  ('sexual-violence', 'violence-against-civilians', 'Sexual violence', 10),
  ('attack', 'violence-against-civilians', 'Attack', 11),
  ('abduction-forced-disappearance', 'violence-against-civilians', 'Abduction or forced disappearance', 12),
  ('peaceful-protest', 'protests', 'Peaceful protest', 13),
  ('protest-with-intervention', 'protests', 'Protest with intervention', 14),
  ('excessive-force-against-protesters', 'protests', 'Excessive force against protesters', 15),
  ('violent-demonstration', 'riots', 'Violent demonstration', 16),
  ('mob-violence', 'riots', 'Mob violence', 17),
  ('agreement', 'strategic-developments', 'Agreement', 18),
  ('arrests', 'strategic-developments', 'Arrests', 19),
  ('change-to-group-activity', 'strategic-developments', 'Change to group or activity', 20),
  ('disrupted-weapons-use', 'strategic-developments', 'Disrupted weapons use', 21),
  ('headquarters-or-base-established', 'strategic-developments', 'Headquarters or base established', 22),
  ('looting-property-destruction', 'strategic-developments', 'Looting or property destruction', 23),
  ('non-violent-transfer-of-territory', 'strategic-developments', 'Non-violent transfer of territory', 24),
  ('other', 'strategic-developments', 'Other', 25);

-- ---- checks -------------------------------------------------------------------------------------

ALTER TABLE incident
  ADD CONSTRAINT incident_public_id_form CHECK (public_id ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  ADD CONSTRAINT incident_status_known CHECK (status IN ('draft', 'in_review', 'published', 'retracted', 'merged')),
  ADD CONSTRAINT incident_merged_into CHECK ((status = 'merged') = (merged_into_id IS NOT NULL)),
  ADD CONSTRAINT incident_merged_into_other CHECK (merged_into_id <> id),
  ADD CONSTRAINT incident_retract_reason CHECK (status <> 'retracted' OR length(trim(retract_reason)) > 0),
  ADD CONSTRAINT incident_published_at CHECK (status <> 'published' OR published_at IS NOT NULL),
  ADD CONSTRAINT incident_version_positive CHECK (version >= 1),
  ADD CONSTRAINT incident_title_present CHECK (length(trim(title)) BETWEEN 1 AND 300),
  ADD CONSTRAINT incident_outcome_known CHECK (outcome IN ('completed', 'intercepted', 'failed', 'foiled', 'threatened', 'unknown')),
  ADD CONSTRAINT incident_bounds_order CHECK (earliest <= latest),
  ADD CONSTRAINT incident_occurred_present CHECK (length(occurred) BETWEEN 1 AND 100),
  ADD CONSTRAINT incident_date_precision_known CHECK (date_precision IN ('day', 'week', 'month', 'year')),
  ADD CONSTRAINT incident_place_precision_known CHECK (place_precision IN ('exact', 'near', 'district', 'province', 'country', 'region', 'unknown')),
  ADD CONSTRAINT incident_latitude_range CHECK (latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT incident_longitude_range CHECK (longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT incident_coordinates_together CHECK ((latitude IS NULL) = (longitude IS NULL)),
  ADD CONSTRAINT incident_killed_range CHECK (killed_min >= 0 AND (killed_max IS NULL OR killed_min <= killed_max)),
  ADD CONSTRAINT incident_killed_min_first CHECK (killed_max IS NULL OR killed_min IS NOT NULL),
  ADD CONSTRAINT incident_injured_range CHECK (injured_min >= 0 AND (injured_max IS NULL OR injured_min <= injured_max)),
  ADD CONSTRAINT incident_injured_min_first CHECK (injured_max IS NULL OR injured_min IS NOT NULL);

ALTER TABLE actor
  ADD CONSTRAINT actor_kind_known CHECK (kind IN ('state', 'state-force', 'coalition', 'militia', 'armed-group', 'political-group', 'organisation', 'person', 'civilians', 'other')),
  ADD CONSTRAINT actor_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT actor_name_present CHECK (length(trim(name)) BETWEEN 1 AND 200),
  ADD CONSTRAINT actor_country_form CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT actor_wikidata_form CHECK (wikidata ~ '^Q[1-9][0-9]*$'),
  ADD CONSTRAINT actor_parent_other CHECK (parent_id <> id);

ALTER TABLE actor_alias ADD CONSTRAINT actor_alias_name_present CHECK (length(trim(name)) BETWEEN 1 AND 200);

ALTER TABLE participation
  ADD CONSTRAINT participation_role_known CHECK (role IN ('perpetrator', 'target', 'defender', 'claimant', 'accused', 'other')),
  ADD CONSTRAINT participation_attribution_known CHECK (attribution IN ('confirmed', 'claimed', 'alleged', 'suspected'));

ALTER TABLE place
  ADD CONSTRAINT place_kind_known CHECK (kind IN ('country', 'province', 'district', 'city', 'town', 'village', 'neighbourhood', 'base', 'airport', 'embassy', 'consulate', 'crossing', 'border', 'port', 'field', 'refinery', 'camp', 'prison', 'dam', 'site', 'region', 'sea')),
  ADD CONSTRAINT place_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT place_name_present CHECK (length(trim(name)) BETWEEN 1 AND 200),
  ADD CONSTRAINT place_country_form CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT place_latitude_range CHECK (latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT place_longitude_range CHECK (longitude BETWEEN -180 AND 180),
  ADD CONSTRAINT place_parent_other CHECK (parent_id <> id);

ALTER TABLE place_alias ADD CONSTRAINT place_alias_name_present CHECK (length(trim(name)) BETWEEN 1 AND 200);

ALTER TABLE publisher
  ADD CONSTRAINT publisher_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT publisher_name_present CHECK (length(trim(name)) BETWEEN 1 AND 200),
  ADD CONSTRAINT publisher_country_form CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT publisher_reliability_known CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  ADD CONSTRAINT publisher_homepage_form CHECK (homepage ~ '^https?://');

CREATE UNIQUE INDEX article_canonical_url_key ON article (canonical_url) WHERE canonical_url IS NOT NULL;
ALTER TABLE article
  ADD CONSTRAINT article_title_present CHECK (length(trim(title)) BETWEEN 1 AND 500),
  ADD CONSTRAINT article_text_present CHECK (length(text) BETWEEN 1 AND 2000000),
  ADD CONSTRAINT article_sha256_form CHECK (text_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT article_direction_known CHECK (direction IN ('ltr', 'rtl')),
  ADD CONSTRAINT article_published_from_known CHECK (published_on_from IN ('given', 'text', 'inferred')),
  ADD CONSTRAINT article_url_form CHECK (canonical_url ~ '^https?://');

ALTER TABLE suggestion
  ADD CONSTRAINT suggestion_status_known CHECK (status IN ('open', 'accepted', 'rejected')),
  ADD CONSTRAINT suggestion_position_range CHECK (position >= 0);

ALTER TABLE claim
  ADD CONSTRAINT claim_field_known CHECK (field IN ('title', 'summary', 'occurred', 'place', 'eventType', 'outcome', 'killed', 'injured', 'participant')),
  ADD CONSTRAINT claim_quote_present CHECK (length(exact) > 0),
  ADD CONSTRAINT claim_span_order CHECK (start >= 0 AND "end" > start),
  ADD CONSTRAINT claim_credibility_range CHECK (credibility BETWEEN 1 AND 6),
  ADD CONSTRAINT claim_standing_known CHECK (standing IN ('accepted', 'alternative', 'rejected')),
  ADD CONSTRAINT claim_rejected_reason CHECK (standing <> 'rejected' OR length(trim(reason)) > 0);

ALTER TABLE incident_link
  ADD CONSTRAINT incident_link_other CHECK (from_id <> to_id),
  ADD CONSTRAINT incident_link_type_known CHECK (type IN ('retaliation-for', 'response-to', 'follows', 'part-of', 'same-campaign', 'see-also')),
  ADD CONSTRAINT incident_link_confidence_known CHECK (confidence IN ('high', 'medium', 'low')),
  ADD CONSTRAINT incident_link_quote_whole CHECK ((exact IS NULL) = (start IS NULL) AND (exact IS NULL) = ("end" IS NULL) AND (exact IS NULL OR article_id IS NOT NULL)),
  ADD CONSTRAINT incident_link_span_order CHECK (start >= 0 AND "end" > start);

ALTER TABLE campaign
  ADD CONSTRAINT campaign_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT campaign_name_present CHECK (length(trim(name)) BETWEEN 1 AND 200);

ALTER TABLE distinct_pair ADD CONSTRAINT distinct_pair_order CHECK (a_id < b_id);

ALTER TABLE revision
  ADD CONSTRAINT revision_version_positive CHECK (version >= 1),
  ADD CONSTRAINT revision_status_known CHECK (status IN ('draft', 'in_review', 'published', 'retracted', 'merged')),
  ADD CONSTRAINT revision_action_known CHECK (action IN ('create', 'update', 'submit', 'publish', 'retract', 'merge', 'unmerge', 'restore', 'link', 'unlink'));

ALTER TABLE import_run
  ADD CONSTRAINT import_run_status_known CHECK (status IN ('running', 'finished', 'failed')),
  ADD CONSTRAINT import_run_counts CHECK (rows_done >= 0 AND created >= 0 AND updated >= 0 AND skipped >= 0 AND failed >= 0);

ALTER TABLE "user" ADD CONSTRAINT user_role_known CHECK (role IN ('viewer', 'contributor', 'editor', 'admin'));

-- ---- what never changes -------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_no_truncate BEFORE TRUNCATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION article_text_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the text of an article is immutable' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER article_text_immutable BEFORE UPDATE ON article
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.text_sha256 IS DISTINCT FROM NEW.text_sha256
    OR OLD.id IS DISTINCT FROM NEW.id)
  EXECUTE FUNCTION article_text_immutable();

CREATE FUNCTION incident_identity_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ids of an incident are immutable' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER incident_identity_immutable BEFORE UPDATE ON incident
  FOR EACH ROW WHEN (OLD.public_id IS DISTINCT FROM NEW.public_id OR OLD.id IS DISTINCT FROM NEW.id)
  EXECUTE FUNCTION incident_identity_immutable();

-- Every change of an incident is the next version, so that a lost update cannot pass unseen.
CREATE FUNCTION incident_version_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'incident % must go from version % to %, not %', OLD.public_id, OLD.version, OLD.version + 1, NEW.version
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER incident_version_step
  BEFORE UPDATE OF version, status, merged_into_id, title, summary, event_type, outcome, occurred, earliest, latest,
    date_precision, time_zone, place_id, place_precision, latitude, longitude, killed_min, killed_max, injured_min,
    injured_max, pinned, retract_reason, published_at ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_version_step();

-- No version without its revision, checked when the transaction ends.
CREATE FUNCTION incident_has_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM revision WHERE incident_id = NEW.id AND version = NEW.version) THEN
    RAISE EXCEPTION 'incident % has no revision for version %', NEW.public_id, NEW.version
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER incident_has_revision AFTER INSERT OR UPDATE OF version ON incident
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION incident_has_revision();

-- A quote stands in its article, letter for letter.
CREATE FUNCTION quote_in_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.exact IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM article WHERE id = NEW.article_id AND strpos(text, NEW.exact) > 0) THEN
    RAISE EXCEPTION 'the quote does not stand in article %', NEW.article_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER claim_quote_in_article BEFORE INSERT OR UPDATE OF exact, article_id ON claim
  FOR EACH ROW EXECUTE FUNCTION quote_in_article();
CREATE TRIGGER incident_link_quote_in_article BEFORE INSERT OR UPDATE OF exact, article_id ON incident_link
  FOR EACH ROW EXECUTE FUNCTION quote_in_article();

-- No actor or place is its own ancestor. A new row has no descendants yet, so only a new parent can close a circle.
CREATE FUNCTION refuse_parent_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ancestor uuid := NEW.parent_id;
  steps int := 0;
BEGIN
  WHILE ancestor IS NOT NULL LOOP
    IF ancestor = NEW.id OR steps > 50 THEN
      RAISE EXCEPTION '% % would be its own ancestor', TG_TABLE_NAME, NEW.slug USING ERRCODE = 'check_violation';
    END IF;
    EXECUTE format('SELECT parent_id FROM %I WHERE id = $1', TG_TABLE_NAME) INTO ancestor USING ancestor;
    steps := steps + 1;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER actor_parent_cycle BEFORE UPDATE OF parent_id ON actor
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_parent_cycle();
CREATE TRIGGER place_parent_cycle BEFORE UPDATE OF parent_id ON place
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_parent_cycle();

-- ---- text search --------------------------------------------------------------------------------

CREATE TEXT SEARCH CONFIGURATION sightline (COPY = english);
ALTER TEXT SEARCH CONFIGURATION sightline
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- Weights: A title, B actor and place names with their other spellings, C summary.
CREATE FUNCTION incident_search_document(incident_id uuid, title text, summary text, place_id uuid) RETURNS tsvector
LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('sightline', title), 'A')
    || setweight(to_tsvector('sightline', concat_ws(' ',
         (SELECT concat_ws(' ', p.name, p.admin1, (SELECT string_agg(a.name, ' ') FROM place_alias a WHERE a.place_id = p.id))
            FROM place p WHERE p.id = $4),
         (SELECT string_agg(concat_ws(' ', a.name, (SELECT string_agg(x.name, ' ') FROM actor_alias x WHERE x.actor_id = a.id)), ' ')
            FROM participation pa JOIN actor a ON a.id = pa.actor_id WHERE pa.incident_id = $1))), 'B')
    || setweight(to_tsvector('sightline', summary), 'C')
$$;

CREATE FUNCTION incident_search_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := incident_search_document(NEW.id, NEW.title, NEW.summary, NEW.place_id);
  RETURN NEW;
END $$;

CREATE TRIGGER incident_search_refresh BEFORE INSERT OR UPDATE OF title, summary, place_id ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_search_refresh();

CREATE FUNCTION participation_search_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE incident i SET search = incident_search_document(i.id, i.title, i.summary, i.place_id)
    WHERE i.id = coalesce(NEW.incident_id, OLD.incident_id);
  RETURN NULL;
END $$;

CREATE TRIGGER participation_search_refresh AFTER INSERT OR DELETE OR UPDATE OF actor_id ON participation
  FOR EACH ROW EXECUTE FUNCTION participation_search_refresh();

CREATE FUNCTION name_search_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME IN ('place', 'place_alias') THEN
    UPDATE incident i SET search = incident_search_document(i.id, i.title, i.summary, i.place_id)
      WHERE i.place_id = (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> CASE TG_TABLE_NAME WHEN 'place' THEN 'id' ELSE 'place_id' END)::uuid;
  ELSE
    UPDATE incident i SET search = incident_search_document(i.id, i.title, i.summary, i.place_id)
      WHERE i.id IN (SELECT incident_id FROM participation
        WHERE actor_id = (coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> CASE TG_TABLE_NAME WHEN 'actor' THEN 'id' ELSE 'actor_id' END)::uuid);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER actor_search_refresh AFTER UPDATE OF name ON actor FOR EACH ROW EXECUTE FUNCTION name_search_refresh();
CREATE TRIGGER place_search_refresh AFTER UPDATE OF name, admin1 ON place FOR EACH ROW EXECUTE FUNCTION name_search_refresh();
CREATE TRIGGER actor_alias_search_refresh AFTER INSERT OR UPDATE OR DELETE ON actor_alias FOR EACH ROW EXECUTE FUNCTION name_search_refresh();
CREATE TRIGGER place_alias_search_refresh AFTER INSERT OR UPDATE OR DELETE ON place_alias FOR EACH ROW EXECUTE FUNCTION name_search_refresh();

-- ---- indexes ------------------------------------------------------------------------------------

CREATE INDEX incident_search_idx ON incident USING gin (search);
CREATE INDEX incident_title_trgm_idx ON incident USING gin (title gin_trgm_ops);
CREATE INDEX incident_published_range_idx ON incident USING gist (tstzrange(earliest, latest, '[]')) WHERE status = 'published';
CREATE INDEX incident_published_order_idx ON incident (earliest DESC, public_id) WHERE status = 'published';
CREATE INDEX actor_folded_trgm_idx ON actor USING gin (folded gin_trgm_ops);
CREATE INDEX actor_alias_folded_trgm_idx ON actor_alias USING gin (folded gin_trgm_ops);
CREATE INDEX place_folded_trgm_idx ON place USING gin (folded gin_trgm_ops);
CREATE INDEX place_alias_folded_trgm_idx ON place_alias USING gin (folded gin_trgm_ops);
CREATE INDEX place_folded_prefix_idx ON place (folded text_pattern_ops);
CREATE INDEX publisher_folded_trgm_idx ON publisher USING gin (folded gin_trgm_ops);
CREATE INDEX place_area_idx ON place (country) WHERE kind IN ('country', 'province');
