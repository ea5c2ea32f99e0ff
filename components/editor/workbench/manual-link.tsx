"use client";

import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LinkInput } from "@/lib/links/schema";
import { confidenceLabels, linkLabels } from "@/lib/taxonomy/labels";
import { type Confidence, confidences, type LinkType, linkTypes } from "@/lib/taxonomy/terms";
import { NameField } from "../form/name-field";
import { type NameOption, searchIncidentOptions } from "../form/name-options";
import { type Item, publicIdOf } from "./item";
import styles from "./link-panel.module.css";
import type { TextSelection } from "./text-selection";

export type CreateLink = (link: LinkInput) => Promise<string | null>;

/** The element id of the form's first field. */
export const linkFromId = "link-from";

const typeChoices = linkTypes.map((value) => ({ value, label: linkLabels[value].outgoing }));
const confidenceChoices = confidences.map((value) => ({ value, label: confidenceLabels[value] }));

type Chosen = { publicId: string | null; typed: string };
const nothing: Chosen = { publicId: null, typed: "" };

/** The incidents of this article whose titles hold what is typed, then published ones. */
async function searchBoth(
  stored: readonly Item[],
  typed: string,
  signal: AbortSignal,
): Promise<NameOption[]> {
  const isAlike = (item: Item) => item.form.title.toLowerCase().includes(typed.toLowerCase());
  const here = stored.filter(isAlike).map(optionOf);
  const found = await searchIncidentOptions(typed, signal);
  return [...here, ...found.filter(({ key }) => !here.some((one) => one.key === key))];
}

/** A link from one incident to another, of this article or published elsewhere. */
export function ManualLink({
  items,
  active,
  articleId,
  selection,
  createLink,
}: {
  items: readonly Item[];
  active: Item | undefined;
  articleId: string;
  selection: TextSelection | null;
  createLink: CreateLink;
}) {
  const stored = items.filter((item) => publicIdOf(item) !== null);
  const [chosenFrom, setFrom] = useState<Chosen | null>(null);
  const [to, setTo] = useState<Chosen>(nothing);
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
  // Unless somebody chose otherwise, the link leads from the incident in hand.
  const inHand = stored.find((item) => item.id === active?.id);
  const from = chosenFrom ?? (inHand ? { publicId: publicIdOf(inHand), typed: inHand.form.title } : nothing);
  const search = (typed: string, signal: AbortSignal) => searchBoth(stored, typed, signal);

  async function create() {
    if (!from.publicId || !to.publicId) {
      setProblem("Choose both incidents from the lists under their fields.");
      return;
    }
    setSending(true);
    const refused = await createLink({
      from: from.publicId,
      to: to.publicId,
      type,
      confidence,
      note: null,
      articleId: quote ? articleId : null,
      quote,
    });
    setSending(false);
    setProblem(refused);
    if (refused !== null) return;
    setFrom(null);
    setTo(nothing);
    setQuote(null);
  }

  return (
    <fieldset className={styles.form}>
      <legend className={styles.legend}>Link two incidents</legend>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <NameField
        id={linkFromId}
        label="From: the later one, or the effect"
        placeholder="Words of its title"
        value={from.typed}
        onType={(typed) => setFrom({ publicId: null, typed })}
        onChoose={({ key, name }) => setFrom({ publicId: key, typed: name })}
        search={search}
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
          Create link
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
