import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { EntryList } from "@/components/editor/names/entry-list";
import { EntrySearch } from "@/components/editor/names/entry-search";
import { EntryTabs } from "@/components/editor/names/entry-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { hasRole } from "@/lib/auth/principal";
import { numberWords } from "@/lib/incidents/words";
import { entryWords, isEntryKind, roleToAdd } from "@/lib/names/entry-kinds";
import { listEntries } from "@/lib/names/queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../editor-page";

type Props = {
  params: Promise<{ entries: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entries } = await params;
  return isEntryKind(entries) ? { title: entryWords[entries].many } : {};
}

export default async function EntriesPage({ params, searchParams }: Props) {
  const { entries: kind } = await params;
  if (!isEntryKind(kind)) notFound();
  const viewer = await requireViewer(paths.entries(kind));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const text = [(await searchParams).q ?? ""].flat().join(" ").slice(0, 200);
  const { lines, total } = await listEntries(kind, text);
  const { many, newOne } = entryWords[kind];
  return (
    <DeskPage
      title={many}
      lead={leadOf(lines.length, total, text)}
      actions={
        hasRole(viewer, roleToAdd[kind]) && (
          <ButtonLink look="primary" href={paths.newEntry(kind)}>
            {newOne}
          </ButtonLink>
        )
      }
    >
      <EntryTabs />
      <EntrySearch key={kind} kind={kind} text={text} />
      {lines.length === 0 ? (
        <p>
          {text.trim() === ""
            ? "There are none yet."
            : "Nothing is called this. Try fewer or other words, or add it."}
        </p>
      ) : (
        <EntryList kind={kind} lines={lines} />
      )}
    </DeskPage>
  );
}

function leadOf(shown: number, total: number, text: string): string {
  if (text.trim() !== "") return `The best ${shown} of ${numberWords(total)} for these words.`;
  return shown < total
    ? `The ${shown} most used of ${numberWords(total)}. Search finds the others.`
    : `${numberWords(total)} in all, the most used first.`;
}
