"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { ProposedChange } from "@/lib/incidents/proposed-change-schema";
import { paths } from "@/lib/paths";
import type { EditorActions } from "../editor-actions";
import { answerOf } from "../workbench/item-commands";

type Props = {
  /** The change that waits for review, anybody's. */
  open: ProposedChange | null;
  /** The last of one's own that was decided. */
  decided: ProposedChange | null;
  viewer: { id: string; proposes: boolean };
  actions: Pick<EditorActions, "withdrawChange" | "reopenChange">;
};

/** What waits for review beside the published incident, and what became of one's own proposal. */
export function ProposalNotice({ open, decided, viewer, actions }: Props) {
  const [problem, setProblem] = useState("");

  async function run(work: ReturnType<EditorActions["withdrawChange"]>) {
    const answer = await answerOf(work);
    // The form begins anew from another state.
    if (answer.ok) location.reload();
    else setProblem(answer.message);
  }

  const words = problem && <p role="alert">{problem}</p>;
  if (open?.proposedById === viewer.id) {
    return (
      <Notice tone="caution">
        <p>
          Your change waits for review; the form shows it. Readers see the published version until somebody
          approves it.{" "}
          <ButtonLink size="small" href={paths.reviewIncident(open.publicId)}>
            See the difference
          </ButtonLink>{" "}
          <Button size="small" onClick={() => run(actions.withdrawChange({ id: open.id }))}>
            Withdraw it
          </Button>
        </p>
        {words}
      </Notice>
    );
  }
  if (open) {
    return (
      <Notice tone="caution">
        <p>
          {open.proposedBy} proposed a change of this incident{open.reason && `: “${open.reason}”`}.{" "}
          {viewer.proposes && "Until it is decided, no other one can be proposed. "}
          <ButtonLink size="small" href={paths.reviewIncident(open.publicId)}>
            Review it
          </ButtonLink>
        </p>
      </Notice>
    );
  }
  if (decided?.status === "returned") {
    return (
      <Notice tone="caution">
        <p>
          {decided.decidedBy} sent your change back: “{decided.decision}”{" "}
          <Button size="small" onClick={() => run(actions.reopenChange({ id: decided.id }))}>
            Go on with it
          </Button>
        </p>
        {words}
      </Notice>
    );
  }
  return null;
}
