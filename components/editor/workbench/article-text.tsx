"use client";

import { memo, useMemo } from "react";
import { classNames } from "@/components/ui/class-names";
import { paragraphSpans, type Span, segments } from "@/lib/articles/segments";
import type { ClaimTarget } from "@/lib/incidents/form";
import styles from "./article-pane.module.css";
import { isSameTarget, type TextMark } from "./text-marks";

type Shown = { activeId: string | null; target: ClaimTarget | null };

/** The article's paragraphs with the quotes of all incidents marked in them. */
export function ArticleText({
  text,
  direction,
  marks,
  activeId,
  target,
}: Shown & { text: string; direction: "ltr" | "rtl"; marks: readonly TextMark[] }) {
  const paragraphs = useMemo(() => paragraphSpans(text), [text]);
  return (
    <div className={styles.text} dir={direction}>
      {paragraphs.map((span) => {
        const own = marks.filter((mark) => mark.start < span.end && mark.end > span.start);
        const isActive = own.some((mark) => mark.itemId === activeId);
        return (
          <Paragraph
            key={span.start}
            text={text}
            span={span}
            marks={own}
            signature={own
              .map((mark) => `${mark.itemId}${mark.claimKey}${mark.start}-${mark.end}${mark.group}`)
              .join()}
            activeId={isActive ? activeId : null}
            target={isActive ? target : null}
          />
        );
      })}
    </div>
  );
}

type ParagraphProps = Shown & { text: string; span: Span; marks: readonly TextMark[]; signature: string };

const Paragraph = memo(
  function Paragraph({ text, span, marks, activeId, target }: ParagraphProps) {
    const firsts = new Set<string>();
    return (
      <p>
        {segments(text, marks, span).map((segment) => {
          if (segment.marks.length === 0) {
            return (
              <span key={segment.start} data-start={segment.start}>
                {segment.text}
              </span>
            );
          }
          const shown = segment.marks.find((mark) => mark.itemId === activeId) ?? segment.marks[0];
          const isFirst = shown !== undefined && !firsts.has(shown.itemId);
          if (shown) firsts.add(shown.itemId);
          const isActive = shown?.itemId === activeId;
          const isFocused = segment.marks.some(
            (mark) => mark.itemId === activeId && isSameTarget(mark.target, target),
          );
          return (
            <mark
              key={segment.start}
              data-start={segment.start}
              data-items={[...new Set(segment.marks.map(({ itemId }) => itemId))].join(" ")}
              data-claims={segment.marks.map((mark) => `${mark.itemId}/${mark.claimKey}`).join(" ")}
              data-number={isFirst ? shown?.number : undefined}
              data-group={shown?.group ?? undefined}
              className={classNames(styles.mark, isActive && styles.active, isFocused && styles.focused)}
            >
              {segment.text}
            </mark>
          );
        })}
      </p>
    );
  },
  (before, after) =>
    before.signature === after.signature &&
    before.activeId === after.activeId &&
    before.target === after.target &&
    before.text === after.text,
);
