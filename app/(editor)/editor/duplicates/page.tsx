import type { Metadata } from "next";
import { DeskPage, RoleNotice } from "@/components/editor/chrome/desk-page";
import { DistinctList } from "@/components/editor/duplicates/distinct-list";
import { DuplicateList } from "@/components/editor/duplicates/duplicate-list";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { hasRole } from "@/lib/auth/principal";
import { listDistinctPairs, listDuplicates } from "@/lib/incidents/duplicate-queries";
import { catchUpDuplicates, countUncompared } from "@/lib/incidents/duplicate-scan";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../editor-page";
import { compareSoon } from "./compare-soon";
import { duplicateActions } from "./duplicate-actions";

export const metadata: Metadata = { title: "Possible duplicates" };

export default async function DuplicatesPage() {
  const viewer = await requireViewer(paths.duplicates());
  if (!hasRole(viewer, "editor")) {
    return (
      <RoleNotice title="Possible duplicates">
        <p>Merging incidents needs the role editor. An administrator can give it to you.</p>
        <ButtonLink href={paths.editor()}>To the desk</ButtonLink>
      </RoleNotice>
    );
  }
  const { isDone } = await catchUpDuplicates();
  if (!isDone) compareSoon();
  const [{ pairs, total }, distinct, uncompared] = await Promise.all([
    listDuplicates(),
    listDistinctPairs(),
    isDone ? 0 : countUncompared(),
  ]);
  return (
    <DeskPage
      title="Possible duplicates"
      lead={
        total > pairs.length
          ? `The ${pairs.length} most likely of ${numberWords(total)} pairs. Keys: J and K walk, Enter compares, D: not the same.`
          : "Pairs that may be one incident, most likely first. Keys: J and K walk, Enter compares, D: not the same."
      }
    >
      {uncompared > 0 && (
        <Notice role="status">
          <p>
            {numberWords(uncompared)} changed {uncompared === 1 ? "incident is" : "incidents are"} still being
            compared. Reload to see what was found.
          </p>
        </Notice>
      )}
      <DuplicateList pairs={pairs} actions={duplicateActions} />
      <DistinctList pairs={distinct} actions={duplicateActions} />
    </DeskPage>
  );
}
