"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type ClaimTarget, claimsOf, type IncidentForm } from "@/lib/incidents/form";
import { fieldValue } from "@/lib/incidents/form-values";
import { claimFieldLabels } from "@/lib/taxonomy/words";
import { CommentBubble } from "../talk/comment-bubble";
import { ClaimLines } from "./claim-lines";
import { partId, useIncidentForm } from "./form-context";
import styles from "./sourced-field.module.css";

const fieldTarget = (field: ClaimTarget["field"]): ClaimTarget => ({ field, participant: null });

/** A field with its label, the words of articles that back it, and the way to set them. */
export function SourcedField({
  field,
  label = claimFieldLabels[field],
  part = field,
  children,
}: {
  field: ClaimTarget["field"];
  label?: string;
  part?: string;
  children: ReactNode;
}) {
  const { id } = useIncidentForm();
  const target = fieldTarget(field);
  return (
    <SourceScope target={target}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={partId(id, part)}>
          {label}
        </label>
        <span className={styles.source}>
          <CommentBubble field={field} />
          <QuoteButton target={target} name={label} />
        </span>
      </div>
      {children}
      <ClaimLines target={target} />
    </SourceScope>
  );
}

/** Notes that its field is used or pointed at, so that the article shows the words behind it. */
export function SourceScope({ target, children }: { target: ClaimTarget; children: ReactNode }) {
  const { setTarget, setHover } = useIncidentForm();
  return (
    <div
      role="none"
      className={styles.scope}
      onFocus={() => setTarget(target)}
      onMouseEnter={() => setHover(target)}
      onMouseLeave={() => setHover(null)}
    >
      {children}
    </div>
  );
}

/** "Set quote": the selected words of the article become the field's quote. */
export function QuoteButton({ target, name }: { target: ClaimTarget; name: string }) {
  const { form, articleId, setQuote, fromModel } = useIncidentForm();
  const isUnsourced = claimsOf(form, target).length === 0 && !isBlank(form, target);
  return (
    <span className={styles.source}>
      {fromModel?.includes(target.field) && <Tag>from the model</Tag>}
      {isUnsourced && <span className={styles.missing}>no source</span>}
      {articleId !== null && (
        <Button
          look="quiet"
          size="small"
          className={styles.quote}
          disabled={setQuote === null}
          title={setQuote ? "Set quote from selection (Q)" : "Select words in the article first"}
          // The selection in the article must outlive the press.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setQuote?.(target, "replace")}
        >
          Set quote
          <VisuallyHidden> of {name} from the selected words</VisuallyHidden>
        </Button>
      )}
    </span>
  );
}

/** A field that says nothing needs no source, nor does the editor's own wording. */
function isBlank(form: IncidentForm, target: ClaimTarget): boolean {
  if (target.field === "title" || target.field === "summary") return true;
  const value = fieldValue(form, target);
  return value === null || value === "" || value === "unknown";
}
