-- Copies of the published incidents hold what their links are called too, not only how many there are.
DROP TRIGGER incident_link_read_change ON incident_link;
CREATE TRIGGER incident_link_read_change
  AFTER INSERT OR DELETE OR UPDATE OF from_id, to_id, type, confidence ON incident_link
  FOR EACH ROW EXECUTE FUNCTION relation_read_change();
