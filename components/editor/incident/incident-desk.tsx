"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import type { ProposedChange } from "@/lib/incidents/proposed-change-schema";
import type { IncidentRecord, RevisionSummary } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { statusLabels } from "@/lib/taxonomy/words";
import type { EditorActions } from "../editor-actions";
import type { SharedFormContext } from "../form/form-context";
import { CompanyLine } from "../presence/company-line";
import { usePresence } from "../presence/use-presence";
import { CommentThreads } from "../talk/comment-threads";
import { draftKeyOf, type Item, isDirty, publicIdOf } from "../workbench/item";
import { answerOf } from "../workbench/item-commands";
import { ItemForm } from "../workbench/item-form";
import { useDesk } from "../workbench/use-desk";
import { useItemCommands } from "../workbench/use-item-commands";
import styles from "./incident-desk.module.css";
import { LinkList } from "./link-list";
import { ProposalNotice } from "./proposal-notice";
import { StatusActions } from "./status-actions";
import { useIncidentCommands } from "./use-incident-commands";
import { VersionHistory } from "./version-history";

type Props = {
  item: Item;
  revisions: readonly RevisionSummary[];
  retractReason: string | null;
  mergedInto: string | null;
  /** What merges this incident with others, and undoes it. */
  merging: ReactNode;
  campaigns: readonly { slug: string; name: string }[];
  /** mayPublish: is an editor; publishes: may make this one public; proposes: may only propose changes of it. */
  viewer: { id: string; mayPublish: boolean; mayEdit: boolean; publishes: boolean; proposes: boolean };
  open: ProposedChange | null;
  decided: ProposedChange | null;
  actions: EditorActions;
};

/** One stored incident: its form with the claims of all articles, its versions, its links. */
export function IncidentDesk({ actions, viewer, campaigns, ...props }: Props) {
  const router = useRouter();
  const [status, setStatus] = useState("");
  const initial = useMemo(() => [props.item], [props.item]);
  const { desk, items, kept } = useDesk({
    initial,
    actions,
    userId: viewer.id,
    referenceDay: reportDay(props.item.record),
    proposes: viewer.proposes,
  });
  const commands = useItemCommands(desk, (words, wasDone) => {
    setStatus(words);
    // The list of versions is the server's.
    if (wasDone) router.refresh();
  });
  const item = items[0] ?? props.item;
  useIncidentCommands(item, viewer, commands);
  const here = publicIdOf(item) ?? "";
  const company = usePresence(here ? [{ publicId: here, isEditing: isDirty(item) }] : []).get(here);
  const record = item.record;
  if (!record) return null;
  const { incident } = record;

  async function change(work: ReturnType<EditorActions["retractIncident"]>, done: string): Promise<void> {
    const answer = await answerOf(work);
    if (!answer.ok) {
      setStatus(answer.message);
      return;
    }
    desk.store.apply({ type: "saved", id: item.id, record: answer.data, sent: item.form });
    setStatus(done);
    router.refresh();
  }

  async function proposeRestore(restored: number, reason: string): Promise<void> {
    const answer = await answerOf(actions.proposeRestore({ publicId: incident.publicId, restored, reason }));
    if (answer.ok) location.assign(paths.reviewIncident(incident.publicId));
    else setStatus(answer.message);
  }

  async function removeLink(id: string): Promise<void> {
    const answer = await answerOf(actions.deleteLink({ id, publicId: incident.publicId }));
    if (answer.ok && answer.data) desk.store.apply({ type: "refreshed", record: answer.data });
    setStatus(answer.ok ? "Removed the link." : answer.message);
    router.refresh();
  }

  const isClosed = incident.status === "retracted" || incident.status === "merged";
  return (
    <main id="content" className={styles.page}>
      <header className={styles.header}>
        <p className={styles.kind}>
          <Tag tone={incident.status === "published" ? "good" : "plain"}>{statusLabels[incident.status]}</Tag>
          <span>
            {incident.publicId} · version {incident.version}
          </span>
          <CompanyLine company={company} />
        </p>
        <h1 className={styles.title} dir="auto">
          {incident.title}
        </h1>
        <p role="status" className={styles.status}>
          {status}
        </p>
      </header>
      {isClosed && <ClosedNotice reason={props.retractReason} mergedInto={props.mergedInto} />}
      {!isClosed && !viewer.mayEdit && (
        <Notice>
          <p>
            {viewer.proposes
              ? "This incident cannot be changed now."
              : "Contributors change their own drafts only. Ask an editor to change this incident."}
          </p>
        </Notice>
      )}
      {!isClosed && (
        <ProposalNotice open={props.open} decided={props.decided} viewer={viewer} actions={actions} />
      )}
      <div className={styles.columns}>
        <fieldset className={styles.form} disabled={isClosed || !viewer.mayEdit}>
          <ItemForm
            item={item}
            context={formContext(record, actions, campaigns)}
            commands={commands}
            kept={kept.get(draftKeyOf(item))}
            mayPublish={viewer.publishes}
            proposes={viewer.proposes}
            company={company}
            isWholePage
          />
        </fieldset>
        <div className={styles.side}>
          <CommentThreads />
          <Sources record={record} />
          <LinkList links={incident.links} mayRemove={viewer.mayPublish} onRemove={removeLink} />
          {props.merging}
          <VersionHistory
            publicId={incident.publicId}
            current={incident.version}
            revisions={props.revisions}
            mayRestore={viewer.mayPublish && incident.status !== "merged"}
            onRestore={(version, reason) =>
              viewer.proposes
                ? proposeRestore(version, reason)
                : change(
                    actions.restoreIncident({
                      publicId: incident.publicId,
                      version,
                      reason,
                      seen: incident.version,
                    }),
                    `Restored version ${version}.`,
                  )
            }
          />
          {viewer.mayPublish && <StatusActions incident={incident} actions={actions} onChange={change} />}
        </div>
      </div>
    </main>
  );
}

/** The day that "last Tuesday" counts from: that of the articles, where all are of one day. */
function reportDay(record: IncidentRecord | null): string | null {
  const days = new Set(record?.incident.sources.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? null));
  const [day = null] = days;
  return days.size === 1 ? day : null;
}

const formContext = (
  record: IncidentRecord,
  actions: EditorActions,
  campaigns: Props["campaigns"],
): SharedFormContext => ({
  referenceDay: reportDay(record),
  actions,
  campaigns,
  sources: new Map(record.incident.sources.map((source) => [source.articleId, source])),
  articleId: null,
  target: null,
  setTarget: () => {},
  setHover: () => {},
  setQuote: null,
  showClaim: null,
});

function ClosedNotice({ reason, mergedInto }: { reason: string | null; mergedInto: string | null }) {
  return (
    <Notice tone="caution">
      {mergedInto ? (
        <p>
          This incident was merged into <a href={paths.editIncident(mergedInto)}>{mergedInto}</a>.
        </p>
      ) : (
        <p>
          Retracted{reason && `: “${reason}”`}. Restore one of its versions to change it or to make it public
          again.
        </p>
      )}
    </Notice>
  );
}

/** The articles behind the claims; quotes are set where the text is, on the workbench. */
function Sources({ record }: { record: IncidentRecord }) {
  const { sources } = record.incident;
  return (
    <section className={styles.section} aria-labelledby="sources-heading">
      <h2 id="sources-heading" className={styles.heading}>
        Sources
      </h2>
      {sources.length === 0 ? (
        <p className={styles.note}>No claim backs this incident. Open an article and link its words to it.</p>
      ) : (
        <ul className={styles.list}>
          {sources.map((source) => (
            <li key={source.articleId} className={styles.line}>
              <div className={styles.what}>
                <span dir="auto">{source.title}</span>
                <p className={styles.note}>
                  {[source.publisher, source.publishedAt?.slice(0, 10)].filter(Boolean).join(" · ")}
                </p>
              </div>
              <ButtonLink
                size="small"
                href={paths.workbench(source.articleId)}
                aria-label={`Workbench: ${source.title}`}
              >
                Workbench
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
