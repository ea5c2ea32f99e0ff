"use client";

import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import "./timeline-items.css";
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useShownZone } from "@/components/ui/use-shown-zone";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatInstant } from "@/lib/dates/words";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { DensityStrip } from "./density-strip";
import { counterOf, emphasisOf, isAmong, viewWords } from "./hero-words";
import { IncidentPanel } from "./incident-panel";
import { KeysDialog } from "./keys-dialog";
import { NewsNotice } from "./news-notice";
import { spanOf, wholeSpan } from "./spans";
import { middleOf } from "./stops";
import styles from "./timeline-hero.module.css";
import { TimelineToolbar } from "./timeline-toolbar";
import { useAddressSpan } from "./use-address-span";
import { useIncident } from "./use-incident";
import { useLive } from "./use-live";
import { useStops } from "./use-stops";
import { useTimelineKeys } from "./use-timeline-keys";
import { useTimelineView } from "./use-timeline-view";
import { useTimelineWindow } from "./use-timeline-window";
import { useViewState } from "./use-view-state";

type Props = {
  /** Canonical query of the filter alone. */
  filterQuery: string;
  /** What the search marks in titles. */
  terms: readonly string[];
  /** The window that the address names, as the server found it. */
  initial: TimelineWindow;
};

export function TimelineHero({ filterQuery, initial, terms }: Props) {
  const { state, write } = useViewState();
  const { choice: zoneChoice, zone, choose: chooseZone } = useShownZone();
  const { group, selected } = state;
  const { data, isPending, problem, want, refresh, replace } = useTimelineWindow(initial);
  const [active, setActive] = useState<string | null>(null);
  const keys = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const keysDialog = useRef<HTMLDialogElement>(null);
  const byKeyboard = useRef(false);
  const countsAloud = useRef(false);
  const shown = useRef({ filterQuery, group });
  const loaded = useIncident(selected, state.asOf);
  const whole = useMemo(() => wholeSpan(data.range), [data.range]);
  const emphasis = useMemo(() => emphasisOf(data, selected, active), [data, selected, active]);
  const countIn = useMemo(() => counterOf(data), [data]);

  const select = (publicId: string) => write({ selected: publicId }, "entry");

  const { host, span, moveTo, reveal, currentSpan, width } = useTimelineView({
    initial,
    data,
    emphasis,
    zone: zoneChoice,
    onSettle: settle,
    onIncident: select,
    onEmptySpace: () => setActive(null),
  });
  const remember = useAddressSpan({ state, range: data.range, write, currentSpan, moveTo });
  const moving = { currentSpan, reveal, moveTo };
  const { spoken, step, stepGroup, say, stops } = useStops({ data, active, setActive, zone, ...moving });
  const live = useLive({
    isOn: state.asOf === null,
    filterQuery,
    currentSpan,
    refresh: () => refresh(wanted(currentSpan())),
    moveTo,
    say,
  });

  function wanted(of: Span) {
    return { filterQuery, group, span: of, width: width() };
  }

  function settle(next: Span) {
    const isKnown = want(wanted(next));
    if (isKnown) sayCount();
    remember(next);
  }

  function sayCount() {
    if (countsAloud.current) say(viewWords(countIn(currentSpan()), zoneChoice));
    countsAloud.current = false;
  }

  /** A movement that was asked for by key is answered by what is in view then. */
  function go(next: Span) {
    countsAloud.current = true;
    moveTo(next);
  }

  useEffect(() => {
    if (selected !== null) setActive(selected);
  }, [selected]);

  const begin = useEffectEvent(() => replace(initial, { filterQuery, group }));
  useEffect(() => begin(), []);

  const showOthers = useEffectEvent(() => {
    if (shown.current.filterQuery !== filterQuery) {
      replace(initial, { filterQuery, group });
      moveTo(spanOf(initial), false);
    } else if (shown.current.group !== group) {
      want(wanted(span));
    }
    shown.current = { filterQuery, group };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the server or the address changed
  useLayoutEffect(() => showOthers(), [filterQuery, initial, group]);

  const countAloud = useEffectEvent(() => sayCount());
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another answer has come
  useEffect(() => countAloud(), [data]);

  const arrive = useEffectEvent(() => {
    if (loaded?.status !== "ready") return;
    reveal(loaded.publicId, middleOf(loaded.incident));
    if (byKeyboard.current) heading.current?.focus();
    byKeyboard.current = false;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each incident that was selected
  useEffect(() => arrive(), [loaded?.publicId, loaded?.status]);

  function close() {
    if (selected === null) return;
    // A record that arrives after this must not take the focus along with its panel.
    byKeyboard.current = false;
    write({ selected: null }, "entry");
    keys.current?.focus({ preventScroll: true });
    say("Panel closed");
  }

  function open() {
    const stop = stops.find(({ id }) => id === active);
    if (stop?.kind === "bucket") go(spanOf(stop.bucket));
    if (stop?.kind !== "incident") return;
    byKeyboard.current = true;
    if (stop.id === selected) heading.current?.focus();
    else select(stop.id);
  }

  const onKeyDown = useTimelineKeys({
    span,
    whole,
    zoneChoice,
    step,
    stepGroup,
    go,
    open,
    close,
    say,
    write,
    chooseZone,
    follow: state.asOf === null ? live.toggle : null,
    list: () => keysDialog.current?.showModal(),
  });

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
        words={spanWords(span, zone)}
        onBrush={(next, isDone) => {
          countsAloud.current = isDone;
          moveTo(next, false);
        }}
      />
      <TimelineToolbar
        status={problem ?? viewWords(countIn(span), zoneChoice)}
        group={group}
        zone={zoneChoice}
        span={span}
        whole={whole}
        following={state.asOf === null ? { isOn: live.isFollowing, toggle: live.toggle } : null}
        onGroup={(next) => write({ group: next }, "entry")}
        onZone={chooseZone}
        onSpan={moveTo}
        onKeys={() => keysDialog.current?.showModal()}
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
        <NewsNotice count={live.news.length} onShow={live.show} onDismiss={live.dismiss} />
        {loaded !== null && (
          <IncidentPanel
            loaded={loaded}
            zone={zone}
            terms={terms}
            isAmongResults={isPending || data.buckets.length > 0 || isAmong(data, loaded.publicId, span)}
            heading={heading}
            asOf={state.asOf}
            onSelect={select}
            onClose={close}
          />
        )}
      </div>
      <VisuallyHidden id="timeline-keys">
        Left and right arrow keys move through the incidents in time order, up and down to another group, Home
        and End to the first and the last, Enter opens one, Escape closes it, plus and minus zoom, 0 shows
        all, the question mark lists every key. The same incidents are listed below.
      </VisuallyHidden>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      <KeysDialog dialog={keysDialog} />
    </section>
  );
}

const spanWords = ({ start, end }: Span, zone: string | null): string =>
  `${formatInstant(new Date(start), zone ?? "UTC")} to ${formatInstant(new Date(end), zone ?? "UTC")}`;
