"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { formOfRecord } from "@/lib/incidents/form-of-record";
import { paths } from "@/lib/paths";
import type { Company } from "@/lib/presence/schema";
import { ConflictView } from "../form/conflict-view";
import { FormProvider, type SharedFormContext } from "../form/form-context";
import { IncidentFields } from "../form/incident-fields";
import { useReason } from "../form/use-reason";
import { NewerVersion } from "../presence/newer-version";
import type { Kept } from "./draft-keeper";
import styles from "./incident-card.module.css";
import { type Item, isDirty } from "./item";
import { LikeIncidents } from "./like-incidents";
import type { ItemCommands } from "./use-item-commands";

/** The form of one item with all that can be done to it. */
export function ItemForm({
  item,
  context,
  commands,
  kept,
  mayPublish,
  proposes,
  company,
  isWholePage = false,
}: {
  item: Item;
  context: SharedFormContext;
  commands: ItemCommands;
  kept: Kept | undefined;
  mayPublish: boolean;
  /** Changes of published incidents wait for review. */
  proposes: boolean;
  /** Who else has the incident open, and which version is stored. */
  company: Company | undefined;
  /** On the incident's own page, which needs no link to itself. */
  isWholePage?: boolean;
}) {
  const { id, form, errors, record, conflict } = item;
  const marked = record === null ? item.suggestion?.fromModel : undefined;
  const fromModel = marked === "all" ? undefined : marked;
  return (
    <FormProvider
      value={{
        ...context,
        id,
        form,
        errors,
        start: item.start,
        fromModel,
        edit: (change) => commands.edit(id, change),
      }}
    >
      <LikeIncidents item={item} commands={commands} />
      <Restored item={item} commands={commands} />
      <NewerVersion item={item} company={company} commands={commands} />
      <IncidentFields />
      <Problem item={item} />
      {conflict && (
        <ConflictView
          key={conflict.incident.version}
          start={item.start}
          mine={form}
          stored={formOfRecord(conflict, item.articleId)}
          storedVersion={conflict.incident.version}
          onMerge={(merged) => commands.merge(id, merged)}
        />
      )}
      <div className={styles.actions}>
        <Actions
          item={item}
          commands={commands}
          mayPublish={mayPublish}
          isProposing={proposes && record?.incident.status === "published"}
        />
        {record && !isWholePage && (
          <ButtonLink look="quiet" href={paths.editIncident(record.incident.publicId)}>
            History and links
          </ButtonLink>
        )}
        {record?.incident.status === "published" && (
          <ButtonLink look="quiet" href={paths.incident(record.incident.publicId, record.incident.title)}>
            Permalink
          </ButtonLink>
        )}
        <KeptLine item={item} kept={kept} />
      </div>
    </FormProvider>
  );
}

function Restored({ item, commands }: { item: Item; commands: ItemCommands }) {
  if (!item.restoredAt) return null;
  return (
    <Notice role="status">
      <p>
        Restored what you typed at <Clock at={item.restoredAt} />.{" "}
        <Button size="small" onClick={() => commands.revert(item.id)}>
          Discard it
        </Button>
      </p>
    </Notice>
  );
}

function Problem({ item: { problem } }: { item: Item }) {
  if (!problem) return null;
  return (
    <Notice tone="danger" role="alert">
      <p>
        {problem.words}{" "}
        {problem.isSignedOut && (
          <a href={paths.signIn()} target="_blank" rel="noreferrer">
            Sign in again in another tab, then save.
          </a>
        )}
        {problem.isStale && (
          <Button size="small" onClick={() => window.location.reload()}>
            Reload
          </Button>
        )}
      </p>
    </Notice>
  );
}

const busyWords = {
  saving: "Saving…",
  submitting: "Submitting…",
  publishing: "Publishing…",
  deciding: "…",
} as const;

function Actions({
  item,
  commands,
  mayPublish,
  isProposing,
}: {
  item: Item;
  commands: ItemCommands;
  mayPublish: boolean;
  isProposing: boolean;
}) {
  const { id, busy, record } = item;
  const status = record?.incident.status ?? null;
  const isBusy = busy !== null;
  if (status === "retracted" || status === "merged") return null;
  if (item.isRejected) {
    return (
      <Button disabled={isBusy} onClick={() => void commands.decide(id, false)}>
        Open again
      </Button>
    );
  }
  if (isProposing) return <ProposeAction item={item} commands={commands} />;
  const saveWords = status === null || status === "draft" ? "Save draft" : "Save changes";
  const canStep = status === null || status === "draft";
  return (
    <>
      <Button
        look={mayPublish && (canStep || status === "in_review") ? "plain" : "primary"}
        disabled={isBusy || (record !== null && !isDirty(item))}
        onClick={() => void commands.save(id)}
      >
        {busy === "saving" ? busyWords.saving : saveWords}
      </Button>
      {mayPublish && (canStep || status === "in_review") && (
        <Button look="primary" disabled={isBusy} onClick={() => void commands.step(id, "publish")}>
          {busy === "publishing" ? busyWords.publishing : "Publish"}
        </Button>
      )}
      {canStep && (
        <Button disabled={isBusy} onClick={() => void commands.step(id, "submit")}>
          {busy === "submitting" ? busyWords.submitting : "Submit for review"}
        </Button>
      )}
      {record === null && (
        <Button
          disabled={isBusy}
          onClick={() => (item.suggestion ? void commands.decide(id, true) : commands.remove(id))}
        >
          {item.suggestion ? "Reject" : "Discard"}
        </Button>
      )}
    </>
  );
}

/** A change of what is public asks why, once; what follows goes into the same proposal. */
function ProposeAction({ item, commands }: { item: Item; commands: ItemCommands }) {
  const { ask, dialog } = useReason({
    title: "Propose this change",
    note: "The published version stays until somebody approves it. Say what is wrong with it, and who says so.",
    act: "Propose change",
  });

  async function propose() {
    if (item.proposal) {
      await commands.save(item.id);
      return;
    }
    const reason = await ask();
    if (reason !== null) await commands.save(item.id, reason);
  }

  return (
    <>
      <Button look="primary" disabled={item.busy !== null || !isDirty(item)} onClick={() => void propose()}>
        {item.busy === "saving" ? busyWords.saving : item.proposal ? "Update proposal" : "Propose change"}
      </Button>
      {dialog}
    </>
  );
}

function KeptLine({ item, kept }: { item: Item; kept: Kept | undefined }) {
  if (!kept || (item.record && !isDirty(item))) return null;
  return (
    <span className={styles.kept}>
      {kept.where === "server" ? "Kept at" : "Kept on this device at"} <Clock at={kept.at} />
    </span>
  );
}

/** Hours and minutes on this device's clock, which the server does not know. */
function Clock({ at }: { at: string }) {
  return (
    <time dateTime={at} suppressHydrationWarning>
      {new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}
    </time>
  );
}
