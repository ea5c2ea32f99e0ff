-- A name that moves from one actor or place to another changes what finds the incidents of both.

CREATE OR REPLACE FUNCTION name_search_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  key text := CASE TG_TABLE_NAME WHEN 'place_alias' THEN 'place_id' WHEN 'actor_alias' THEN 'actor_id' ELSE 'id' END;
  touched uuid[] := ARRAY[(to_jsonb(OLD) ->> key)::uuid, (to_jsonb(NEW) ->> key)::uuid];
BEGIN
  IF TG_TABLE_NAME IN ('place', 'place_alias') THEN
    UPDATE incident i SET search = incident_search_document(i.id, i.title, i.summary, i.place_id)
      WHERE i.place_id = ANY (touched);
  ELSE
    UPDATE incident i SET search = incident_search_document(i.id, i.title, i.summary, i.place_id)
      WHERE i.id IN (SELECT incident_id FROM participation WHERE actor_id = ANY (touched));
  END IF;
  RETURN NULL;
END $$;
