import { type ExcerptPart, excerptOf } from "@/lib/articles/excerpt";
import type { ArticleMark } from "@/lib/articles/schema";
import { type Span, segments } from "@/lib/articles/segments";
import { sentenceAnchor } from "@/lib/incidents/claim-groups";
import { paths } from "@/lib/paths";
import styles from "./article-text.module.css";

type Props = {
  articleId: string;
  text: string;
  direction: "ltr" | "rtl";
  marks: readonly ArticleMark[];
  /** Number of each incident beside the text, by its publicId. */
  numbers: ReadonlyMap<string, number>;
  /** Whether all of it is shown, not only what is quoted. */
  whole: boolean;
};

/** An article's text with its quotes marked; behind each quote, the numbers of the incidents it backs. */
export function ArticleText({ articleId, text, direction, marks, numbers, whole }: Props) {
  return (
    <div className={styles.text} dir={direction}>
      {excerptOf(text, marks, whole).map((part) =>
        part.kind === "hidden" ? (
          <HiddenParagraphs key={part.start} part={part} />
        ) : (
          <p key={part.paragraph.start}>
            {part.spans.map((span) => (
              <MarkedSpan
                key={span.start}
                articleId={articleId}
                text={text}
                span={span}
                paragraph={part.paragraph}
                marks={marks}
                numbers={numbers}
              />
            ))}
          </p>
        ),
      )}
    </div>
  );
}

function HiddenParagraphs({ part }: { part: Extract<ExcerptPart, { kind: "hidden" }> }) {
  const words = part.paragraphs === 1 ? "1 paragraph" : `${part.paragraphs} paragraphs`;
  return (
    <p className={styles.hidden} dir="ltr">
      {words} not shown
    </p>
  );
}

type SpanProps = Pick<Props, "articleId" | "text" | "marks" | "numbers"> & { span: Span; paragraph: Span };

function MarkedSpan({ articleId, text, span, paragraph, marks, numbers }: SpanProps) {
  return (
    <>
      {span.start > paragraph.start && "… "}
      {segments(text, marks, span).map((segment) => {
        if (segment.marks.length === 0) return segment.text;
        const begins = segment.marks.some((mark) => mark.start === segment.start);
        const ended = segment.marks.filter((mark) => mark.end === segment.end);
        return (
          <span key={segment.start}>
            <mark className={styles.mark} id={begins ? `q-${segment.start}` : undefined}>
              {segment.text}
            </mark>
            <References articleId={articleId} marks={ended} numbers={numbers} />
          </span>
        );
      })}
      {span.end < paragraph.end && " …"}
    </>
  );
}

function References({ articleId, marks, numbers }: Pick<Props, "articleId" | "numbers" | "marks">) {
  const first = new Map(marks.toReversed().map((mark) => [mark.publicId, mark]));
  const ordered = [...first.values()].sort(
    (a, b) => (numbers.get(a.publicId) ?? 0) - (numbers.get(b.publicId) ?? 0),
  );
  return ordered.map((mark) => {
    const anchor =
      mark.field === "link" ? "earlier" : sentenceAnchor({ article: { articleId }, quote: mark });
    return (
      <a
        key={mark.publicId}
        className={styles.reference}
        href={`${paths.incident(mark.publicId, mark.incidentTitle)}#${anchor}`}
        aria-label={`Incident ${numbers.get(mark.publicId) ?? ""}: ${mark.incidentTitle}`}
        title={mark.incidentTitle}
      >
        {numbers.get(mark.publicId)}
      </a>
    );
  });
}
