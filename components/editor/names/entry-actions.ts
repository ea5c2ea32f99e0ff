import type { ActionResult } from "@/lib/api/action-result";
import type { EntryKind } from "@/lib/names/entry-kinds";
import type { EditorActions } from "../editor-actions";

/** The server actions of the forms of actors, places, publishers and campaigns. */
export type EntryActions = Pick<EditorActions, "saveFormDraft" | "discardFormDraft"> & {
  save: (input: {
    kind: EntryKind;
    /** Null for a new one; stamp: updatedAt of the state that the form was made from. */
    entry: { slug: string; stamp: string } | null;
    values: Record<string, string>;
    takeAliasesFrom?: string[];
  }) => Promise<ActionResult<{ slug: string; view: { updatedAt: string } | null }>>;
  remove: (input: { kind: EntryKind; slug: string }) => Promise<ActionResult<void>>;
};
