"use client";

import { type SubmitEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { type TimelineGroup, timelineGroups } from "@/lib/timeline/groups";
import type { Span } from "@/lib/timeline/scale";
import { type ZoneChoice, zoneChoices } from "@/lib/timeline/zone-choice";
import { zoneWords } from "./hero-words";
import { shifted, zoomed } from "./spans";
import styles from "./timeline-toolbar.module.css";

const groupLabels: Record<TimelineGroup, string> = {
  none: "Nothing",
  type: "Event type",
  country: "Country",
  place: "Place",
  actor: "Actor",
};

type Props = {
  /** What stands at the left: counts, or what went wrong. */
  status: string;
  group: TimelineGroup;
  zone: ZoneChoice;
  span: Span;
  whole: Span;
  /** null where nothing new can come, as in the record of another time. */
  following: { isOn: boolean; toggle: () => void } | null;
  onGroup: (group: TimelineGroup) => void;
  onZone: (zone: ZoneChoice) => void;
  onSpan: (span: Span) => void;
  onKeys: () => void;
};

export function TimelineToolbar({ status, group, zone, span, whole, following, ...on }: Props) {
  const { onSpan } = on;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form, and there is no form here
    <div className={styles.toolbar} role="group" aria-label="Timeline">
      <p className={styles.status}>{status}</p>
      <Choice
        label="Group by"
        values={timelineGroups}
        words={groupLabels}
        value={group}
        onChange={on.onGroup}
      />
      <Choice label="Times" values={zoneChoices} words={zoneWords} value={zone} onChange={on.onZone} />
      <JumpToDate span={span} onSpan={onSpan} />
      <div className={styles.buttons}>
        <MoveButton
          className={styles.pan}
          label="Earlier"
          path="M8 2 4 6l4 4"
          onClick={() => onSpan(shifted(span, -0.5))}
        />
        <MoveButton
          className={styles.pan}
          label="Later"
          path="M4 2l4 4-4 4"
          onClick={() => onSpan(shifted(span, 0.5))}
        />
        <MoveButton label="Zoom out" path="M2 6h8" onClick={() => onSpan(zoomed(span, 2))} />
        <MoveButton label="Zoom in" path="M2 6h8M6 2v8" onClick={() => onSpan(zoomed(span, 0.5))} />
        <Button size="small" onClick={() => onSpan(whole)}>
          Fit all
        </Button>
        {following && (
          <Button
            size="small"
            className={styles.now}
            aria-pressed={following.isOn}
            title="Go to now and follow what is published"
            onClick={following.toggle}
          >
            Now
          </Button>
        )}
        <Button
          size="small"
          className={classNames(styles.icon, styles.help)}
          aria-label="Keys"
          title="Keys (?)"
          aria-haspopup="dialog"
          onClick={on.onKeys}
        >
          ?
        </Button>
      </div>
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  values: readonly Value[];
  words: Record<Value, string>;
  value: Value;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, values, words, value, onChange }: ChoiceProps<Value>) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={(event) => onChange(values.find((name) => name === event.target.value) ?? value)}
      >
        {values.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

type MoveButtonProps = { label: string; path: string; onClick: () => void; className?: string };

function MoveButton({ label, path, onClick, className }: MoveButtonProps) {
  return (
    <Button
      size="small"
      className={classNames(styles.icon, className)}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </Button>
  );
}

function JumpToDate({ span, onSpan }: { span: Span; onSpan: (span: Span) => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  async function jump(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("date") ?? "").trim();
    if (text === "") return setProblem(null);
    // Few visits type a date: what reads one is loaded by the first of them.
    const { spanOfDate } = await import("./span-of-date");
    const read = spanOfDate(text, span);
    setProblem(read.ok ? null : read.message);
    if (read.ok) onSpan(read.span);
  }
  return (
    <form className={styles.jump} onSubmit={jump}>
      <label className={styles.field}>
        <span>Go to</span>
        <input
          className={styles.date}
          name="date"
          placeholder="5 July 2021"
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : problemId}
        />
      </label>
      {problem !== null && (
        <p className={styles.problem} id={problemId} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
