"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SuggestedLinkView } from "@/lib/articles/schema";
import type { LinkInput } from "@/lib/links/schema";
import { confidenceLabels, linkLabels } from "@/lib/taxonomy/labels";
import { type Confidence, confidences, type LinkType, linkTypes } from "@/lib/taxonomy/terms";
import { NameField } from "../form/name-field";
import { type NameOption, searchIncidentOptions } from "../form/name-options";
import type { Item } from "./item";
import styles from "./link-panel.module.css";
import type { TextSelection } from "./text-selection";

type CreateLink = (link: LinkInput) => Promise<string | null>;

type Props = {
  items: readonly Item[];
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

const publicIdOf = (item: Item | undefined): string | null => item?.record?.incident.publicId ?? null;

const hasLink = (from: Item | undefined, to: Item | undefined, type: LinkType): boolean =>
  from?.record?.incident.links.some(
    (link) => link.direction === "outgoing" && link.type === type && link.publicId === publicIdOf(to),
  ) ?? false;

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
    setProblem(
      await createLink({
        from: fromId,
        to: toId,
        type: link.type,
        confidence: "medium",
        note: null,
        articleId: link.quote ? articleId : null,
        quote: link.quote && { exact: link.quote.exact, start: link.quote.start, end: link.quote.end },
      }),
    );
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

const typeChoices = linkTypes.map((value) => ({ value, label: linkLabels[value].outgoing }));
const confidenceChoices = confidences.map((value) => ({ value, label: confidenceLabels[value] }));

function ManualLink({ items, articleId, selection, createLink }: Props) {
  const stored = items.filter((item) => publicIdOf(item) !== null);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState<{ publicId: string | null; typed: string }>({ publicId: null, typed: "" });
  const [type, setType] = useState<LinkType>("response-to");
  const [confidence, setConfidence] = useState<Confidence>("medium");
  const [quote, setQuote] = useState<TextSelection | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);

  if (stored.length === 0) {
    return (
      <p className={styles.note}>Save an incident first: links lead from one saved incident to another.</p>
    );
  }
  const fromId = from || publicIdOf(stored[0]);

  async function search(typed: string, signal: AbortSignal): Promise<NameOption[]> {
    const isAlike = (item: Item) => item.form.title.toLowerCase().includes(typed.toLowerCase());
    const here = stored.filter((item) => publicIdOf(item) !== fromId && isAlike(item)).map(optionOf);
    const found = await searchIncidentOptions(typed, signal);
    return [...here, ...found.filter(({ key }) => key !== fromId && !here.some((one) => one.key === key))];
  }

  async function create() {
    if (!fromId || !to.publicId) {
      setProblem("Choose the other incident from the list.");
      return;
    }
    setSending(true);
    const refused = await createLink({
      from: fromId,
      to: to.publicId,
      type,
      confidence,
      note: null,
      articleId: quote ? articleId : null,
      quote,
    });
    setSending(false);
    setProblem(refused);
    if (refused === null) {
      setTo({ publicId: null, typed: "" });
      setQuote(null);
    }
  }

  return (
    <fieldset className={styles.form}>
      <legend className={styles.legend}>Link two incidents</legend>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <NativeSelect
        id="link-from"
        label="From: the later one, or the effect"
        value={fromId ?? ""}
        data={stored.map((item) => ({ value: publicIdOf(item) ?? "", label: item.form.title }))}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <NativeSelect
          label="Type of link"
          value={type}
          data={typeChoices}
          onChange={(event) => setType(event.currentTarget.value as LinkType)}
        />
        <NativeSelect
          label="Confidence"
          value={confidence}
          data={confidenceChoices}
          onChange={(event) => setConfidence(event.currentTarget.value as Confidence)}
        />
      </div>
      <NameField
        label="To: the earlier one, or the cause"
        placeholder="Words of its title"
        value={to.typed}
        onType={(typed) => setTo({ publicId: null, typed })}
        onChoose={({ key, name }) => setTo({ publicId: key, typed: name })}
        search={search}
      />
      {quote && (
        <q className={styles.quote} dir="auto">
          {quote.exact}
        </q>
      )}
      <div className={styles.actions}>
        <Button disabled={isSending} onClick={create}>
          Link incidents
        </Button>
        {selection && (
          <Button
            look="quiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setQuote({ exact: selection.exact, start: selection.start, end: selection.end })}
          >
            Quote the selected words
          </Button>
        )}
        {quote && (
          <Button look="quiet" onClick={() => setQuote(null)}>
            Remove quote
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const optionOf = (item: Item): NameOption => ({
  key: publicIdOf(item) ?? "",
  name: item.form.title,
  note: "In this article",
});
