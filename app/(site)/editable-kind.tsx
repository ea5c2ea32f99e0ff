import "server-only";
import Link from "next/link";
import { hasRole } from "@/lib/auth/principal";
import { getViewer } from "@/lib/auth/session";
import type { EntryKind } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";

/** What stands over the name of an actor, a place or a campaign: its kind, and for editors the way to its form. */
export async function EditableKind({ words, kind, slug }: { words: string; kind: EntryKind; slug: string }) {
  const viewer = await getViewer();
  return (
    <>
      <span>{words}</span>
      {viewer && hasRole(viewer, "editor") && (
        <Link href={paths.editEntry(kind, slug)} prefetch={false} data-print="hide">
          Edit
        </Link>
      )}
    </>
  );
}
