"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/api/action-result";
import { findSpots, type Sides } from "@/lib/incidents/form-merge";
import { formsOf, type ThreeStates } from "@/lib/incidents/proposed-change-merge";
import type { Approval, ProposedChange } from "@/lib/incidents/proposed-change-schema";
import { paths } from "@/lib/paths";
import type { EditorActions } from "../editor-actions";
import { SpotChoices } from "../form/spot-choices";
import { useReason } from "../form/use-reason";
import { CompanyLine } from "../presence/company-line";
import { usePresence } from "../presence/use-presence";
import { answerOf } from "../workbench/item-commands";
import styles from "./review.module.css";
import { useReviewKeys } from "./use-review-keys";

export type ReviewActions = Pick<EditorActions, "publishIncident" | "returnIncident"> & {
  approveChange: (input: Approval) => Promise<ActionResult<unknown>>;
  returnChange: (input: { id: string; seenAt: string; reason: string }) => Promise<ActionResult<unknown>>;
  takeOverChange: (input: { id: string }) => Promise<ActionResult<unknown>>;
};

type Props = {
  publicId: string;
  /** The stored version, as it was looked at. */
  version: number;
  /** Null for a draft in review. */
  change: (ProposedChange & { states: ThreeStates }) | null;
  viewer: { id: string; isEditor: boolean };
  /** Why this person may not approve; null when they may. */
  refusal: string | null;
  /** Values would become public without a source and without a reason for it. */
  asksWhy: boolean;
  /** The neighbours in the queue. */
  previous: string | null;
  next: string | null;
  actions: ReviewActions;
  children: ReactNode;
};

/** What waits, as it will be public, with what can be decided about it. */
export function ReviewDesk({
  publicId,
  version,
  change,
  viewer,
  refusal,
  actions,
  children,
  ...props
}: Props) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [sides, setSides] = useState<Sides>({});
  const company = usePresence([{ publicId, isEditing: false }]).get(publicId);
  const forms = change && change.baseVersion !== version ? formsOf(change.states) : null;
  const conflicts = forms
    ? findSpots(forms.start, forms.mine, forms.stored).filter(({ isConflict }) => isConflict)
    : [];
  const unchosen = conflicts.filter(({ id }) => sides[id] === undefined).length;
  const returning = useReason({
    title: change ? "Return this change" : "Return this draft",
    note: "Its author reads the reason and can submit it again.",
    act: "Return",
  });

  const explaining = useReason({
    title: "Publish values without a source",
    note: "No quoted words state them. Readers see why they stand all the same.",
    act: "Approve and publish",
  });

  async function run(work: Promise<ActionResult<unknown>>, then: () => void) {
    setBusy(true);
    const answer = await answerOf(work);
    setBusy(false);
    setProblem(answer.ok ? "" : answer.message);
    if (answer.ok) then();
  }

  const goOn = () => {
    router.push(props.next ? paths.reviewIncident(props.next) : paths.review());
    router.refresh();
  };
  const mayApprove = refusal === null && !isBusy;

  async function approve() {
    if (!mayApprove) return;
    if (unchosen > 0) {
      setProblem(
        `Choose in ${unchosen === 1 ? "one place" : `${unchosen} places`} where both changed the same.`,
      );
      return;
    }
    const why = props.asksWhy ? await explaining.ask() : undefined;
    if (why === null) return;
    const work = change
      ? actions.approveChange({
          id: change.id,
          seenAt: change.updatedAt,
          version,
          sides: chosen(sides),
          note: why,
        })
      : actions.publishIncident({ publicId, version, reason: why });
    await run(work, goOn);
  }

  async function giveBack() {
    if (!viewer.isEditor || isBusy) return;
    const reason = await returning.ask();
    if (reason === null) return;
    const work = change
      ? actions.returnChange({ id: change.id, seenAt: change.updatedAt, reason })
      : actions.returnIncident({ publicId, version, reason });
    await run(work, goOn);
  }

  const goTo = (other: string | null) => other && router.push(paths.reviewIncident(other));
  useReviewKeys({
    next: () => goTo(props.next),
    previous: () => goTo(props.previous),
    save: () => void approve(),
    returns: () => void giveBack(),
  });

  return (
    <>
      <div className={styles.bar}>
        {viewer.isEditor && (
          <>
            <Button
              look="primary"
              disabled={!mayApprove}
              aria-keyshortcuts="a"
              onClick={() => void approve()}
            >
              Approve and publish
            </Button>
            <Button disabled={isBusy} aria-keyshortcuts="r" onClick={() => void giveBack()}>
              Return…
            </Button>
          </>
        )}
        <ButtonLink look="quiet" href={paths.editIncident(publicId)}>
          Open the form
        </ButtonLink>
        {change && viewer.isEditor && change.proposedById !== viewer.id && (
          <Button
            look="quiet"
            disabled={isBusy}
            title="The change becomes yours to go on with; somebody else may have to approve it then"
            onClick={() =>
              run(actions.takeOverChange({ id: change.id }), () => router.push(paths.editIncident(publicId)))
            }
          >
            Take over
          </Button>
        )}
        <CompanyLine company={company} />
        <span className={styles.neighbours}>
          {props.previous && <Link href={paths.reviewIncident(props.previous)}>Previous</Link>}
          {props.next && <Link href={paths.reviewIncident(props.next)}>Next</Link>}
        </span>
      </div>
      {refusal !== null && viewer.isEditor && <Notice>{refusal}</Notice>}
      {company && company.version > version && (
        <Notice tone="caution" role="status">
          <p>
            {company.savedBy} saved version {company.version} in the meantime.{" "}
            <Button size="small" onClick={() => router.refresh()}>
              Load it
            </Button>
          </p>
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      {forms && conflicts.length > 0 && (
        <section className={styles.conflicts} aria-labelledby="conflicts-heading">
          <h2 id="conflicts-heading" className={styles.heading}>
            Choose where both changed the same
          </h2>
          <SpotChoices
            spots={conflicts}
            forms={forms}
            sides={sides}
            names={{ mine: "Proposed", stored: "Public now" }}
            onChoose={(spot, side) => setSides({ ...sides, [spot]: side })}
          />
        </section>
      )}
      {children}
      {returning.dialog}
      {explaining.dialog}
    </>
  );
}

const chosen = (sides: Sides): Record<string, "mine" | "stored"> =>
  Object.fromEntries(Object.entries(sides).flatMap(([id, side]) => (side ? [[id, side]] : [])));
