import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { entryDraftKey, entryDraftSchema } from "@/components/editor/names/entry-draft";
import { EntryForm } from "@/components/editor/names/entry-form";
import { incidentsOf } from "@/components/editor/names/entry-list";
import { EntryTabs } from "@/components/editor/names/entry-tabs";
import { Notice } from "@/components/ui/notice";
import { getActor } from "@/lib/actors/queries";
import { hasRole } from "@/lib/auth/principal";
import { getCampaign } from "@/lib/campaigns/queries";
import { listFormDrafts } from "@/lib/drafts/queries";
import { numberWords } from "@/lib/incidents/words";
import { valuesOf } from "@/lib/names/entry-form";
import { type EntryKind, isEntryKind } from "@/lib/names/entry-kinds";
import { countIncidentsOf } from "@/lib/names/queries";
import { paths } from "@/lib/paths";
import { getPlace } from "@/lib/places/queries";
import { getPublisher } from "@/lib/publishers/queries";
import { requireViewer } from "../../../editor-page";
import { entryActions } from "../entry-actions";

type Props = { params: Promise<{ entries: string; slug: string }> };

type Stored = Record<string, unknown> & { slug: string; name: string; updatedAt: string };

const reads: Record<EntryKind, (slug: string) => Promise<Stored | null>> = {
  actors: getActor,
  places: getPlace,
  publishers: getPublisher,
  campaigns: getCampaign,
};

const load = cache((kind: EntryKind, slug: string) => reads[kind](slug));

const publicPages: Record<EntryKind, ((slug: string) => string) | null> = {
  actors: paths.actor,
  places: paths.place,
  publishers: null,
  campaigns: paths.campaign,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entries, slug } = await params;
  const entry = isEntryKind(entries) ? await load(entries, slug) : null;
  return entry ? { title: `Edit ${entry.name}` } : {};
}

export default async function EntryPage({ params }: Props) {
  const { entries: kind, slug } = await params;
  if (!isEntryKind(kind)) notFound();
  const viewer = await requireViewer(paths.editEntry(kind, slug));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const entry = await load(kind, slug);
  if (!entry) notFound();
  const [incidents, [kept]] = await Promise.all([
    countIncidentsOf(kind, slug),
    listFormDrafts(viewer.id, [entryDraftKey(kind, slug)]),
  ]);
  const mayEdit = hasRole(viewer, "editor");
  return (
    <DeskPage
      title={entry.name}
      lead={
        <>
          Address {slug}, which never changes.{" "}
          {incidents === 0 ? (
            "No incident names it."
          ) : (
            <>
              Used by{" "}
              <Link href={incidentsOf(kind, slug)} prefetch={false}>
                {numberWords(incidents)} {incidents === 1 ? "incident" : "incidents"}
              </Link>
              .
            </>
          )}
        </>
      }
    >
      <EntryTabs />
      {!mayEdit && (
        <Notice>
          <p>Editors change names. Ask one of them, or an administrator for the role.</p>
        </Notice>
      )}
      <EntryForm
        key={`${kind} ${slug}`}
        kind={kind}
        slug={slug}
        stamp={entry.updatedAt}
        stored={valuesOf(kind, entry)}
        draft={entryDraftSchema.safeParse(kept?.body).data ?? null}
        userId={viewer.id}
        actions={entryActions}
        mayEdit={mayEdit}
        publicHref={publicPages[kind]?.(slug) ?? null}
      />
    </DeskPage>
  );
}
