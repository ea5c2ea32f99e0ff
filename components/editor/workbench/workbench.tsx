"use client";

import { useMemo, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import type { ArticleView, ModelReport, SuggestedLinkView } from "@/lib/articles/schema";
import type { QuoteLeftBehind, SourceView } from "@/lib/claims/schema";
import type { EditorCommand } from "../chrome/editor-keys";
import type { EditorActions } from "../editor-actions";
import type { SharedFormContext } from "../form/form-context";
import { usePresence } from "../presence/use-presence";
import { ArticleHeader } from "./article-header";
import { ArticlePane } from "./article-pane";
import { IncidentCard } from "./incident-card";
import { draftKeyOf, type Item, isBackground, isDirty, newKeys, publicIdOf } from "./item";
import { ItemForm } from "./item-form";
import { LinkPanel } from "./link-panel";
import { linkFromId } from "./manual-link";
import { ProgressBar } from "./progress-bar";
import { SelectionBar } from "./selection-bar";
import { type AllItems, useAllItems } from "./use-all-items";
import { useDesk } from "./use-desk";
import { useItemCommands } from "./use-item-commands";
import { focusField, useWorkbench } from "./use-workbench";
import { useWorkbenchKeys } from "./use-workbench-keys";
import styles from "./workbench.module.css";

type Props = {
  article: ArticleView;
  model: ModelReport | null;
  leftBehind: readonly QuoteLeftBehind[];
  items: readonly Item[];
  suggestedLinks: readonly SuggestedLinkView[];
  sources: readonly SourceView[];
  campaigns: readonly { slug: string; name: string }[];
  /** proposes: changes of published incidents wait for review. */
  viewer: { id: string; mayPublish: boolean; proposes: boolean };
  actions: EditorActions;
  /** True when the import found the text stored already. */
  wasStored: boolean;
};

/** The article on the left, its incidents on the right. */
export function Workbench({ article, viewer, actions, campaigns, ...props }: Props) {
  const [status, setStatus] = useState("");
  const newItems = useMemo(
    () => ({ keys: newKeys(article.id), articleId: article.id, timeZone: article.timeZone ?? "UTC" }),
    [article.id, article.timeZone],
  );
  const { desk, items, kept } = useDesk({
    initial: props.items,
    actions,
    userId: viewer.id,
    referenceDay: article.publishedOn,
    proposes: viewer.proposes,
    newItems,
  });
  const commands = useItemCommands(desk, setStatus);
  const bench = useWorkbench(article, desk, items, setStatus);
  const all = useAllItems({
    desk,
    items,
    suggestedLinks: props.suggestedLinks,
    articleId: article.id,
    mayPublish: viewer.mayPublish,
    announce: setStatus,
    onAttention: (id) => bench.activate(id, "focus"),
  });
  const sources = useMemo(
    () => new Map(props.sources.map((source) => [source.articleId, source])),
    [props.sources],
  );
  const active = items.find(({ id }) => id === bench.activeId);
  const activeId = publicIdOf(active);
  const company = usePresence(
    active && activeId !== null ? [{ publicId: activeId, isEditing: isDirty(active) }] : [],
    items.flatMap((item) => publicIdOf(item) ?? []),
  );

  const context: SharedFormContext = {
    referenceDay: article.publishedOn,
    actions,
    campaigns,
    sources,
    articleId: article.id,
    target: bench.target,
    setTarget: bench.aim,
    setHover: bench.setHover,
    setQuote: bench.selection ? bench.setQuote : null,
    showClaim: bench.showClaim,
  };

  useWorkbenchKeys(
    workbenchKeys({ bench, all, commands, active, mayPublish: viewer.mayPublish, announce: setStatus }),
  );

  const card = (item: Item) => (
    <IncidentCard
      key={item.id}
      item={item}
      number={bench.numbers.get(item.id) ?? 0}
      isActive={item.id === bench.activeId}
      referenceDay={article.publishedOn}
      company={company.get(publicIdOf(item) ?? "")}
      onToggle={() => bench.activate(item.id === bench.activeId ? null : item.id)}
    >
      <ItemForm
        item={item}
        context={context}
        commands={commands}
        kept={kept.get(draftKeyOf(item))}
        mayPublish={viewer.mayPublish}
        proposes={viewer.proposes}
        company={company.get(publicIdOf(item) ?? "")}
      />
    </IncidentCard>
  );
  const background = bench.listed.filter(isBackground);
  const foreground = bench.listed.filter((item) => !isBackground(item));

  return (
    <main id="content" className={styles.workbench}>
      <ArticlePane
        frame={bench.frame}
        header={
          <ArticleHeader
            article={article}
            model={props.model}
            leftBehind={props.leftBehind}
            wasStored={props.wasStored}
            actions={actions}
          />
        }
        footer={<SelectionBar bench={bench} active={active} />}
        text={article.text}
        direction={article.direction}
        marks={bench.marks}
        activeId={bench.activeId}
        target={bench.target}
        onSelect={bench.setSelection}
        onActivate={(ids) => bench.activate(nextOf(ids, bench.activeId))}
      />
      <section className={styles.side} aria-label="Incidents of this article">
        <ProgressBar
          all={all}
          items={items}
          status={status}
          onNew={bench.addItem}
          isSignedOut={[...kept.values()].some(({ isSignedOut }) => isSignedOut)}
        />
        <div className={styles.cards}>
          {foreground.length === 0 && <NothingProposed />}
          <ul className={styles.list}>{foreground.map(card)}</ul>
          {background.length > 0 && (
            <details
              className={styles.background}
              open={background.some(({ id }) => id === bench.activeId) || undefined}
            >
              <summary className={styles.summary}>
                Background: {background.length} {background.length === 1 ? "incident" : "incidents"} that the
                article recalls
              </summary>
              <ul className={styles.list}>{background.map(card)}</ul>
            </details>
          )}
          <LinkPanel
            items={bench.listed}
            active={active}
            numbers={bench.numbers}
            suggestedLinks={props.suggestedLinks}
            articleId={article.id}
            selection={bench.selection}
            createLink={bench.createLink}
          />
        </div>
      </section>
    </main>
  );
}

function NothingProposed() {
  return (
    <EmptyState title="Nothing is proposed for this text">
      <p>Select the words that report an incident, then press N. Or begin with an empty form.</p>
    </EmptyState>
  );
}

/** Where several incidents share words, pressing again goes from one to the next. */
const nextOf = (ids: readonly string[], activeId: string | null): string | null =>
  ids[(ids.indexOf(activeId ?? "") + 1) % ids.length] ?? null;

type KeyContext = {
  bench: ReturnType<typeof useWorkbench>;
  all: AllItems;
  commands: ReturnType<typeof useItemCommands>;
  active: Item | undefined;
  mayPublish: boolean;
  announce: (words: string) => void;
};

function workbenchKeys({ bench, all, commands, active, mayPublish, announce }: KeyContext) {
  const move = (by: 1 | -1) => {
    const at = bench.listed.findIndex(({ id }) => id === bench.activeId);
    const next = at < 0 ? bench.listed.at(by === 1 ? 0 : -1) : bench.listed[at + by];
    if (next) bench.activate(next.id, "focus");
  };
  const quote = (how: "replace" | "add") => {
    if (!bench.selection) announce("Select words in the article first.");
    else if (!active || !bench.lastTarget) announce("Go to a field first, then select its words.");
    else bench.setQuote(bench.lastTarget, how);
  };
  const isUsable = active && !active.busy && !active.isRejected;
  const keys: Record<Exclude<EditorCommand, "help" | "merge" | "distinct" | "returns">, () => void> = {
    next: () => move(1),
    previous: () => move(-1),
    edit: () => active && focusField(active.id, "title"),
    save: () => isUsable && void commands.save(active.id),
    publish: () => {
      if (!mayPublish) announce("Publishing needs a review here. Submit it instead.");
      else if (isUsable) void commands.step(active.id, "publish");
    },
    reject: () =>
      active && !active.record && active.suggestion && void commands.decide(active.id, !active.isRejected),
    setQuote: () => quote("replace"),
    addQuote: () => quote("add"),
    acceptAll: () => void all.accept(),
    publishAll: () => void all.publish(),
    linkAll: () => void all.link(),
    leaveOut: () => void all.leaveOut(),
    newIncident: bench.addItem,
    link: () => document.getElementById(linkFromId)?.focus(),
    article: () => bench.frame.current?.focus(),
  };
  return keys;
}
