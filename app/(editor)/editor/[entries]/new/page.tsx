import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage, RoleNotice } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { entryDraftKey, entryDraftSchema } from "@/components/editor/names/entry-draft";
import { EntryForm } from "@/components/editor/names/entry-form";
import { EntryTabs } from "@/components/editor/names/entry-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { hasRole } from "@/lib/auth/principal";
import { listFormDrafts } from "@/lib/drafts/queries";
import { emptyValues } from "@/lib/names/entry-form";
import { entryWords, isEntryKind, roleToAdd } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../../editor-page";
import { entryActions } from "../entry-actions";

type Props = { params: Promise<{ entries: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entries } = await params;
  return isEntryKind(entries) ? { title: entryWords[entries].newOne } : {};
}

export default async function NewEntryPage({ params }: Props) {
  const { entries: kind } = await params;
  if (!isEntryKind(kind)) notFound();
  const viewer = await requireViewer(paths.newEntry(kind));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const { many, newOne } = entryWords[kind];
  if (!hasRole(viewer, roleToAdd[kind])) {
    return (
      <RoleNotice title={newOne}>
        <p>{many} are added by editors. An administrator can give you the role.</p>
        <ButtonLink href={paths.entries(kind)}>{many}</ButtonLink>
      </RoleNotice>
    );
  }
  const [kept] = await listFormDrafts(viewer.id, [entryDraftKey(kind, null)]);
  return (
    <DeskPage title={newOne}>
      <EntryTabs />
      <EntryForm
        key={kind}
        kind={kind}
        slug={null}
        stamp={null}
        stored={emptyValues(kind)}
        draft={entryDraftSchema.safeParse(kept?.body).data ?? null}
        userId={viewer.id}
        actions={entryActions}
        mayEdit
        publicHref={null}
      />
    </DeskPage>
  );
}
