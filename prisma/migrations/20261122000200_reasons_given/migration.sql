-- A check passes when it is unknown: a reason that is missing altogether must be refused as an empty one is.

ALTER TABLE incident
  DROP CONSTRAINT incident_retract_reason,
  ADD CONSTRAINT incident_retract_reason CHECK (status <> 'retracted' OR length(trim(coalesce(retract_reason, ''))) > 0);

ALTER TABLE claim
  DROP CONSTRAINT claim_rejected_reason,
  ADD CONSTRAINT claim_rejected_reason CHECK (standing <> 'rejected' OR length(trim(coalesce(reason, ''))) > 0);
