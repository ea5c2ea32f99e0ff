import type { Metadata } from "next";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { ImportForm } from "@/components/editor/intake/import-form";
import { hasRole } from "@/lib/auth/principal";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../../editor-page";

export const metadata: Metadata = { title: "Import article" };

export default async function NewArticlePage() {
  const viewer = await requireViewer(paths.newArticle());
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  return (
    <DeskPage
      narrow
      title="Import article"
      lead="Sightline keeps the text as it is and proposes the incidents that it reports."
    >
      <ImportForm />
    </DeskPage>
  );
}
