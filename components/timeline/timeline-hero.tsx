"use client";

import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import "./timeline-items.css";
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { numberWords } from "@/lib/incidents/words";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { DensityStrip } from "./density-strip";
import type { Emphasis } from "./drawn-items";
import { IncidentPanel } from "./incident-panel";
import { shifted, spanOf, wholeSpan, zoomed } from "./spans";
import { middleOf } from "./stops";
import styles from "./timeline-hero.module.css";
import { TimelineToolbar } from "./timeline-toolbar";
import { useAddressSpan } from "./use-address-span";
import { useIncident } from "./use-incident";
import { useStops } from "./use-stops";
import { useTimelineView } from "./use-timeline-view";
import { useTimelineWindow } from "./use-timeline-window";
import { useViewState } from "./use-view-state";

type Props = {
  /** Canonical query of the filter alone. */
  filterQuery: string;
  /** The window that the address names, as the server found it. */
  initial: TimelineWindow;
};

export function TimelineHero({ filterQuery, initial }: Props) {
  const { state, write } = useViewState();
  const { data, isPending, problem, want, replace } = useTimelineWindow(initial);
  const [active, setActive] = useState<string | null>(null);
  const keys = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const byKeyboard = useRef(false);
  const shown = useRef({ initial, group: state.group });
  const loaded = useIncident(state.selected, state.asOf);
  const whole = useMemo(() => wholeSpan(data.range), [data.range]);
  const emphasis = useMemo(() => emphasisOf(data, state.selected, active), [data, state.selected, active]);

  const select = (publicId: string) => write({ selected: publicId }, "entry");

  const { host, span, moveTo, reveal, currentSpan, width } = useTimelineView({
    initial,
    data,
    emphasis,
    onSettle: settle,
    onIncident: select,
    onEmptySpace: () => setActive(null),
  });
  const remember = useAddressSpan({ state, range: data.range, write, currentSpan, moveTo });
  const { spoken, step, say, stops } = useStops({ data, active, setActive, currentSpan, reveal, moveTo });

  function settle(next: Span) {
    const covered = spanOf(data);
    const isCovered = next.start >= covered.start && next.end <= covered.end && data.buckets.length === 0;
    if (!isCovered || problem !== null) want({ filterQuery, group: state.group, span: next, width: width() });
    remember(next);
  }

  useEffect(() => {
    if (state.selected !== null) setActive(state.selected);
  }, [state.selected]);

  const showOthers = useEffectEvent(() => {
    if (shown.current.initial !== initial) {
      shown.current = { initial, group: state.group };
      replace(initial);
      moveTo(spanOf(initial), false);
    } else if (shown.current.group !== state.group) {
      shown.current.group = state.group;
      want({ filterQuery, group: state.group, span, width: width() });
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the server or the address changed
  useEffect(() => showOthers(), [initial, state.group]);

  const arrive = useEffectEvent(() => {
    if (loaded?.status !== "ready") return;
    reveal(loaded.publicId, middleOf(loaded.incident));
    if (byKeyboard.current) heading.current?.focus();
    byKeyboard.current = false;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each incident that was selected
  useEffect(() => arrive(), [loaded?.publicId, loaded?.status]);

  function close() {
    if (state.selected === null) return;
    // A record that arrives after this must not take the focus along with its panel.
    byKeyboard.current = false;
    write({ selected: null }, "entry");
    keys.current?.focus({ preventScroll: true });
    say("Panel closed");
  }

  function open() {
    const stop = stops.find(({ id }) => id === active);
    if (stop?.kind === "bucket") moveTo(spanOf(stop.bucket));
    if (stop?.kind !== "incident") return;
    byKeyboard.current = true;
    if (stop.id === state.selected) heading.current?.focus();
    else select(stop.id);
  }

  const onKeyDown = keyHandler(
    new Map([
      ["ArrowRight", () => step("next")],
      ["ArrowLeft", () => step("previous")],
      ["Home", () => step("first")],
      ["End", () => step("last")],
      ["Enter", open],
      ["Escape", close],
      ["+", () => moveTo(zoomed(span, 0.5))],
      ["=", () => moveTo(zoomed(span, 0.5))],
      ["-", () => moveTo(zoomed(span, 2))],
      ["0", () => moveTo(whole)],
      ["PageUp", () => moveTo(shifted(span, -0.8))],
      ["PageDown", () => moveTo(shifted(span, 0.8))],
    ]),
  );

  return (
    <section
      className={styles.hero}
      aria-label="Timeline"
      data-print="hide"
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <DensityStrip
        density={data.density}
        range={data.range ? spanOf(data.range) : whole}
        span={span}
        onBrush={(next, isDone) => {
          moveTo(next, false);
          if (isDone) settle(next);
        }}
      />
      <TimelineToolbar
        status={problem ?? countWords(data, span)}
        group={state.group}
        span={span}
        whole={whole}
        onGroup={(group) => write({ group }, "entry")}
        onSpan={moveTo}
      />
      <div className={styles.stage} data-panel={loaded !== null}>
        <div
          ref={keys}
          className={styles.keys}
          role="application"
          aria-roledescription="timeline"
          aria-label="Incidents in time order"
          aria-describedby="timeline-keys"
          aria-busy={isPending}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the one stop of the Tab key on the timeline
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div ref={host} className={styles.host} />
          {data.range === null && <p className={styles.nothing}>No incident matches these filters.</p>}
        </div>
        {loaded !== null && (
          <IncidentPanel
            loaded={loaded}
            isAmongResults={isPending || data.buckets.length > 0 || isAmong(data, loaded.publicId, span)}
            heading={heading}
            asOf={state.asOf}
            onSelect={select}
            onClose={close}
          />
        )}
      </div>
      <VisuallyHidden id="timeline-keys">
        Left and right arrow keys move through the incidents in time order, Home and End to the first and the
        last, Enter opens one, Escape closes it, plus and minus zoom, 0 shows all. The same incidents are
        listed below.
      </VisuallyHidden>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </section>
  );
}

/** Runs the action of a key that is pressed without Alt, Ctrl or Meta, and keeps it from the page. */
function keyHandler(actions: ReadonlyMap<string, () => void>) {
  return (event: KeyboardEvent) => {
    const action = event.altKey || event.ctrlKey || event.metaKey ? undefined : actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}

function emphasisOf(data: TimelineWindow, selected: string | null, active: string | null): Emphasis {
  const touching = data.links.filter(({ from, to }) => from === selected || to === selected);
  const linked = new Set(touching.map(({ from, to }) => (from === selected ? to : from)));
  return { selected, active, linked };
}

/** Incidents out of the loaded window cannot be judged, and count as among the results. */
function isAmong(data: TimelineWindow, publicId: string, span: Span): boolean {
  const loaded = spanOf(data);
  const isLoaded = span.start >= loaded.start && span.end <= loaded.end;
  return !isLoaded || data.items.some((item) => item.publicId === publicId);
}

function countWords(data: TimelineWindow, span: Span): string {
  const shownItems = data.items.filter(
    (item) => Date.parse(item.latest) >= span.start && Date.parse(item.earliest) <= span.end,
  ).length;
  const bucketed = data.buckets
    .filter(
      ({ start, end }) =>
        (Date.parse(start) + Date.parse(end)) / 2 >= span.start && Date.parse(start) <= span.end,
    )
    .reduce((sum, bucket) => sum + bucket.count, 0);
  const count = shownItems + bucketed;
  return `${numberWords(count)} ${count === 1 ? "incident" : "incidents"} in view, times in UTC`;
}
