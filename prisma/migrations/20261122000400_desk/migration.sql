-- The editors' desk: changes in review, comments, notifications, presence, saved searches, merges, duplicates, bulk
-- changes, the audit log, texts that replace texts, and the reason for values without a claim.


-- AlterTable
ALTER TABLE "article" ADD COLUMN     "replaced_by_id" UUID;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "unsourced_reason" TEXT;

-- CreateTable
CREATE TABLE "proposed_change" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "base_version" INTEGER NOT NULL,
    "patch" JSONB NOT NULL,
    "reason" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,

    CONSTRAINT "proposed_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "field" TEXT,
    "body" TEXT NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "incident_id" UUID NOT NULL,
    "comment_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "incident_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "is_editing" BOOLEAN NOT NULL DEFAULT false,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("incident_id","user_id")
);

-- CreateTable
CREATE TABLE "saved_search" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "user_id" TEXT,
    "user_name" TEXT NOT NULL,
    "target" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "ip_address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_merge" (
    "id" UUID NOT NULL,
    "winner_id" UUID NOT NULL,
    "loser_id" UUID NOT NULL,
    "winner_version" INTEGER NOT NULL,
    "loser_version" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_candidate" (
    "a_id" UUID NOT NULL,
    "b_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicate_candidate_pkey" PRIMARY KEY ("a_id","b_id")
);

-- CreateTable
CREATE TABLE "bulk_change" (
    "id" UUID NOT NULL,
    "change" JSONB NOT NULL,
    "items" JSONB NOT NULL,
    "created_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposed_change_incident_id_idx" ON "proposed_change"("incident_id");

-- CreateIndex
CREATE INDEX "proposed_change_status_created_at_idx" ON "proposed_change"("status", "created_at");

-- CreateIndex
CREATE INDEX "proposed_change_created_by_id_idx" ON "proposed_change"("created_by_id");

-- CreateIndex
CREATE INDEX "comment_incident_id_created_at_idx" ON "comment"("incident_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_created_by_id_idx" ON "comment"("created_by_id");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_idx" ON "notification"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_incident_id_idx" ON "notification"("incident_id");

-- CreateIndex
CREATE INDEX "notification_comment_id_idx" ON "notification"("comment_id");

-- CreateIndex
CREATE INDEX "presence_user_id_idx" ON "presence"("user_id");

-- CreateIndex
CREATE INDEX "presence_seen_at_idx" ON "presence"("seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_search_user_id_name_key" ON "saved_search"("user_id", "name");

-- CreateIndex
CREATE INDEX "audit_event_created_at_idx" ON "audit_event"("created_at");

-- CreateIndex
CREATE INDEX "audit_event_user_id_idx" ON "audit_event"("user_id");

-- CreateIndex
CREATE INDEX "incident_merge_winner_id_idx" ON "incident_merge"("winner_id");

-- CreateIndex
CREATE INDEX "incident_merge_loser_id_idx" ON "incident_merge"("loser_id");

-- CreateIndex
CREATE INDEX "duplicate_candidate_b_id_idx" ON "duplicate_candidate"("b_id");

-- CreateIndex
CREATE INDEX "duplicate_candidate_score_idx" ON "duplicate_candidate"("score");

-- CreateIndex
CREATE INDEX "bulk_change_created_by_id_created_at_idx" ON "bulk_change"("created_by_id", "created_at");

-- CreateIndex
CREATE INDEX "article_replaced_by_id_idx" ON "article"("replaced_by_id");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_change" ADD CONSTRAINT "proposed_change_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_change" ADD CONSTRAINT "proposed_change_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposed_change" ADD CONSTRAINT "proposed_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_merge" ADD CONSTRAINT "incident_merge_winner_id_fkey" FOREIGN KEY ("winner_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_merge" ADD CONSTRAINT "incident_merge_loser_id_fkey" FOREIGN KEY ("loser_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_merge" ADD CONSTRAINT "incident_merge_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_merge" ADD CONSTRAINT "incident_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_a_id_fkey" FOREIGN KEY ("a_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_b_id_fkey" FOREIGN KEY ("b_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change" ADD CONSTRAINT "bulk_change_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_change" ADD CONSTRAINT "bulk_change_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "incident_updated_at_id_idx" ON "incident"("updated_at", "id");

-- ---- what Prisma's language cannot say ------------------------------------------------------------

ALTER TABLE incident ADD CONSTRAINT incident_unsourced_reason_present CHECK (length(trim(unsourced_reason)) BETWEEN 1 AND 1000);

ALTER TABLE article ADD CONSTRAINT article_replaced_by_other CHECK (replaced_by_id <> id);

ALTER TABLE proposed_change
  ADD CONSTRAINT proposed_change_status_known CHECK (status IN ('open', 'approved', 'returned', 'withdrawn')),
  ADD CONSTRAINT proposed_change_decided CHECK ((status = 'open') = (decided_at IS NULL)),
  ADD CONSTRAINT proposed_change_base_version_positive CHECK (base_version >= 1),
  ADD CONSTRAINT proposed_change_returned_reason CHECK (status <> 'returned' OR length(trim(coalesce(decision, ''))) > 0);
CREATE UNIQUE INDEX proposed_change_one_open_key ON proposed_change (incident_id) WHERE status = 'open';

ALTER TABLE comment
  ADD CONSTRAINT comment_body_present CHECK (removed_at IS NOT NULL OR length(trim(body)) BETWEEN 1 AND 5000),
  ADD CONSTRAINT comment_field_known CHECK (field IN ('title', 'summary', 'occurred', 'place', 'eventType', 'outcome', 'killed', 'injured', 'participant'));

ALTER TABLE notification
  ADD CONSTRAINT notification_kind_known CHECK (kind IN ('mention', 'comment', 'submitted', 'published', 'returned', 'changed', 'merged'));

ALTER TABLE saved_search
  ADD CONSTRAINT saved_search_name_present CHECK (length(trim(name)) BETWEEN 1 AND 100),
  ADD CONSTRAINT saved_search_query_length CHECK (length(query) <= 4000);

ALTER TABLE audit_event ADD CONSTRAINT audit_event_action_present CHECK (length(trim(action)) BETWEEN 1 AND 100);

ALTER TABLE incident_merge
  ADD CONSTRAINT incident_merge_other CHECK (winner_id <> loser_id),
  ADD CONSTRAINT incident_merge_versions_positive CHECK (winner_version >= 1 AND loser_version >= 1);
CREATE UNIQUE INDEX incident_merge_one_live_key ON incident_merge (loser_id) WHERE undone_at IS NULL;

ALTER TABLE duplicate_candidate
  ADD CONSTRAINT duplicate_candidate_order CHECK (a_id < b_id),
  ADD CONSTRAINT duplicate_candidate_score_range CHECK (score BETWEEN 0 AND 1);

ALTER TABLE revision
  DROP CONSTRAINT revision_action_known,
  ADD CONSTRAINT revision_action_known CHECK (action IN ('create', 'update', 'submit', 'return', 'publish', 'retract', 'merge', 'unmerge', 'restore', 'link', 'unlink', 'bulk', 'undo', 'reanchor'));

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DROP TRIGGER incident_version_step ON incident;
CREATE TRIGGER incident_version_step
  BEFORE UPDATE OF version, status, merged_into_id, title, summary, event_type, outcome, occurred, earliest, latest,
    date_precision, time_zone, place_id, place_precision, latitude, longitude, killed_min, killed_max, injured_min,
    injured_max, pinned, retract_reason, unsourced_reason, published_at ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_version_step();

-- A desk finds the names of anything while it is typed, tolerant of spelling.
CREATE INDEX campaign_name_trgm_idx ON campaign USING gin (lower(name) gin_trgm_ops);
CREATE INDEX article_title_trgm_idx ON article USING gin (title gin_trgm_ops);
