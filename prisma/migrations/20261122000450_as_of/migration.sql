-- The public record as it stood at an instant. The views of schema as_of have the names and the columns of the
-- tables that filters, lists and the timeline read: with "as_of" before "public" in the search path and the
-- instant in the setting sightline.as_of, the same statements answer for that instant.

ALTER TABLE "revision" ADD COLUMN     "date_precision" TEXT;

ALTER TABLE revision ADD CONSTRAINT revision_date_precision_known CHECK (date_precision IN ('day', 'week', 'month', 'year'));

CREATE SCHEMA as_of;

CREATE FUNCTION as_of.instant() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT current_setting('sightline.as_of')::timestamptz
$$;

-- The last version of each incident that was written by then.
CREATE VIEW as_of.known AS
  SELECT DISTINCT ON (r.incident_id) r.incident_id AS id, r.version, r.status, r.date_precision, r.state,
    r.state -> 'incident' AS incident
  FROM public.revision r WHERE r.created_at <= as_of.instant()
  ORDER BY r.incident_id, r.version DESC;

CREATE VIEW as_of.incident AS
  SELECT k.id, o.public_id, k.status, k.version, o.pinned,
    k.incident ->> 'title' AS title,
    k.incident ->> 'summary' AS summary,
    k.incident ->> 'eventType' AS event_type,
    k.incident ->> 'outcome' AS outcome,
    k.incident ->> 'occurred' AS occurred,
    k.incident ->> 'timeZone' AS time_zone,
    (k.incident ->> 'earliest')::timestamptz AS earliest,
    (k.incident ->> 'latest')::timestamptz AS latest,
    -- Versions older than the column: the present precision of the same date, else the length of its bounds.
    coalesce(k.date_precision, CASE WHEN o.occurred = k.incident ->> 'occurred' THEN o.date_precision END,
      CASE WHEN (k.incident ->> 'latest')::timestamptz - (k.incident ->> 'earliest')::timestamptz < interval '25 hours' THEN 'day'
        WHEN (k.incident ->> 'latest')::timestamptz - (k.incident ->> 'earliest')::timestamptz < interval '7 days 1 hour' THEN 'week'
        WHEN (k.incident ->> 'latest')::timestamptz - (k.incident ->> 'earliest')::timestamptz < interval '31 days 1 hour' THEN 'month'
        ELSE 'year' END) AS date_precision,
    p.id AS place_id,
    coalesce(k.incident -> 'place' ->> 'precision', 'unknown') AS place_precision,
    (k.incident -> 'place' ->> 'latitude')::float8 AS latitude,
    (k.incident -> 'place' ->> 'longitude')::float8 AS longitude,
    (k.incident -> 'killed' ->> 'min')::int AS killed_min,
    (k.incident -> 'killed' ->> 'max')::int AS killed_max,
    (k.incident -> 'injured' ->> 'min')::int AS injured_min,
    (k.incident -> 'injured' ->> 'max')::int AS injured_max,
    (k.incident ->> 'createdAt')::timestamptz AS created_at,
    (k.incident ->> 'updatedAt')::timestamptz AS updated_at,
    (k.incident ->> 'publishedAt')::timestamptz AS published_at,
    setweight(to_tsvector('public.sightline', k.incident ->> 'title'), 'A')
      || setweight(to_tsvector('public.sightline', concat_ws(' ', p.name, p.admin1,
           (SELECT string_agg(x.name, ' ') FROM public.place_alias x WHERE x.place_id = p.id),
           (SELECT string_agg(concat_ws(' ', a.name, (SELECT string_agg(x.name, ' ') FROM public.actor_alias x WHERE x.actor_id = a.id)), ' ')
              FROM jsonb_array_elements(k.incident -> 'participations') part JOIN public.actor a ON a.slug = part -> 'actor' ->> 'slug'))), 'B')
      || setweight(to_tsvector('public.sightline', k.incident ->> 'summary'), 'C') AS search
  FROM as_of.known k
  JOIN public.incident o ON o.id = k.id
  LEFT JOIN public.place p ON p.slug = k.incident -> 'place' ->> 'slug';

CREATE VIEW as_of.participation AS
  SELECT k.id AS incident_id, a.id AS actor_id, part ->> 'role' AS role, part ->> 'attribution' AS attribution,
    part ->> 'attributedBy' AS attributed_by, (position - 1)::int AS position
  FROM as_of.known k
  CROSS JOIN LATERAL jsonb_array_elements(k.incident -> 'participations') WITH ORDINALITY AS parts (part, position)
  JOIN public.actor a ON a.slug = part -> 'actor' ->> 'slug';

CREATE VIEW as_of.incident_campaign AS
  SELECT k.id AS incident_id, c.id AS campaign_id
  FROM as_of.known k CROSS JOIN LATERAL jsonb_array_elements(k.incident -> 'campaigns') AS one
  JOIN public.campaign c ON c.slug = one ->> 'slug';

CREATE VIEW as_of.claim AS
  SELECT k.id AS incident_id, (one -> 'article' ->> 'articleId')::uuid AS article_id, one ->> 'field' AS field,
    one ->> 'standing' AS standing
  FROM as_of.known k CROSS JOIN LATERAL jsonb_array_elements(k.state -> 'claims') AS one;

-- Each link stands in the states of both of its ends: the one it leaves from tells of it.
CREATE VIEW as_of.incident_link AS
  SELECT (one ->> 'id')::uuid AS id, k.id AS from_id, o.id AS to_id, one ->> 'type' AS type,
    one ->> 'confidence' AS confidence, one ->> 'note' AS note
  FROM as_of.known k CROSS JOIN LATERAL jsonb_array_elements(k.incident -> 'links') AS one
  JOIN public.incident o ON o.public_id = one ->> 'publicId'
  WHERE one ->> 'direction' = 'outgoing';
