"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { SuggestedLinkView } from "@/lib/articles/schema";
import { linkLabels } from "@/lib/taxonomy/labels";
import type { LinkType } from "@/lib/taxonomy/terms";
import { hasLink, linkInput } from "./all-items";
import { type Item, publicIdOf } from "./item";
import styles from "./link-panel.module.css";
import { type CreateLink, ManualLink } from "./manual-link";
import type { TextSelection } from "./text-selection";

type Props = {
  items: readonly Item[];
  /** The incident whose form is open. */
  active: Item | undefined;
  numbers: ReadonlyMap<string, number>;
  suggestedLinks: readonly SuggestedLinkView[];
  articleId: string;
  selection: TextSelection | null;
  /** Answers with what went wrong, or null. */
  createLink: CreateLink;
};

/** Links between the incidents of an article: proposed ones to confirm, stored ones, and one by hand. */
export function LinkPanel(props: Props) {
  const { items, suggestedLinks } = props;
  return (
    <section className={styles.panel} aria-labelledby="links-heading">
      <h2 id="links-heading" className={styles.heading}>
        Links
      </h2>
      {suggestedLinks.length > 0 && (
        <ul className={styles.list}>
          {suggestedLinks.map((link) => (
            <SuggestedLink key={`${link.from}-${link.to}-${link.type}`} link={link} {...props} />
          ))}
        </ul>
      )}
      <StoredLinks items={items} suggestedLinks={suggestedLinks} />
      <ManualLink {...props} />
    </section>
  );
}

function SuggestedLink({ link, items, numbers, articleId, createLink }: Props & { link: SuggestedLinkView }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const from = items.find((item) => item.suggestion?.position === link.from);
  const to = items.find((item) => item.suggestion?.position === link.to);
  if (!from || !to || from.isRejected || to.isRejected) return null;
  const [fromId, toId] = [publicIdOf(from), publicIdOf(to)];
  const isDone = hasLink(from, to, link.type);

  async function create() {
    if (!fromId || !toId) return;
    setSending(true);
    setProblem(await createLink(linkInput(link, { from: fromId, to: toId }, articleId)));
    setSending(false);
  }

  return (
    <li className={styles.link}>
      <div>
        <p>
          <Ends from={from} to={to} type={link.type} numbers={numbers} />
        </p>
        {link.quote && (
          <q className={styles.quote} dir="auto">
            {link.quote.exact}
          </q>
        )}
        {problem && <p className={styles.problem}>{problem}</p>}
      </div>
      {isDone ? (
        <span className={styles.done}>Linked</span>
      ) : (
        <Button
          size="small"
          disabled={isSending || !fromId || !toId}
          title={fromId && toId ? undefined : "Save both incidents first"}
          onClick={create}
        >
          Create link
          <VisuallyHidden>
            {" "}
            from {numbers.get(from.id)} to {numbers.get(to.id)}
          </VisuallyHidden>
        </Button>
      )}
    </li>
  );
}

function Ends({
  from,
  to,
  type,
  numbers,
}: {
  from: Item;
  to: Item;
  type: LinkType;
  numbers: ReadonlyMap<string, number>;
}) {
  return (
    <>
      <End item={from} number={numbers.get(from.id)} />{" "}
      <strong className={styles.type}>{linkLabels[type].outgoing.toLowerCase()}</strong>{" "}
      <End item={to} number={numbers.get(to.id)} />
    </>
  );
}

const End = ({ item, number }: { item: Item; number: number | undefined }) => (
  <span>
    <span className={styles.number}>{number}</span> {item.form.title.trim() || "Incident without a title"}
  </span>
);

/** Links that incidents of the page have beyond the proposed ones. */
function StoredLinks({ items, suggestedLinks }: Pick<Props, "items" | "suggestedLinks">) {
  const isSuggested = (from: Item, toId: string, type: LinkType) =>
    suggestedLinks.some(
      (link) =>
        link.type === type &&
        link.from === from.suggestion?.position &&
        items.some((item) => item.suggestion?.position === link.to && publicIdOf(item) === toId),
    );
  const links = items.flatMap((item) =>
    (item.record?.incident.links ?? [])
      .filter((link) => link.direction === "outgoing" && !isSuggested(item, link.publicId, link.type))
      .map((link) => ({ item, link })),
  );
  if (links.length === 0) return null;
  return (
    <ul className={styles.list}>
      {links.map(({ item, link }) => (
        <li key={link.id} className={styles.link}>
          <p>
            {item.form.title}{" "}
            <strong className={styles.type}>{linkLabels[link.type].outgoing.toLowerCase()}</strong>{" "}
            {link.title}
          </p>
          <span className={styles.done}>Linked</span>
        </li>
      ))}
    </ul>
  );
}
