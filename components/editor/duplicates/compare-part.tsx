import { ClaimQuote } from "@/components/incidents/claim-quote";
import { classNames } from "@/components/ui/class-names";
import type { ClaimView } from "@/lib/claims/schema";
import { isListPart } from "@/lib/incidents/merge-rules";
import type { MergePart } from "@/lib/incidents/merge-schema";
import type { IncidentRecord } from "@/lib/incidents/schema";
import styles from "./compare.module.css";
import { mergePartLabels, mergePartWords } from "./merge-words";

type Side = "a" | "b";
const sides = ["a", "b"] as const;

const claimsOf = ({ claims }: IncidentRecord, part: MergePart): ClaimView[] =>
  claims.filter(({ field }) => field === (part === "participations" ? "participant" : part));

/** What two incidents say of one part, with the quotes behind it; where they differ one side is chosen. */
export function ComparePart({
  name,
  part,
  records,
  isConflict,
  chosen,
  onChoose,
}: {
  name: string;
  part: MergePart;
  records: Record<Side, IncidentRecord>;
  isConflict: boolean;
  chosen: Side | "both" | undefined;
  onChoose: (side: Side | "both") => void;
}) {
  const quotes = sides.reduce((sum, side) => sum + claimsOf(records[side], part).length, 0);
  if (!isConflict) {
    return (
      <div className={classNames(styles.row, styles.equal)}>
        <p className={styles.name}>{mergePartLabels[part]}</p>
        <div className={styles.equalWords}>
          <Lines lines={mergePartWords(records.a.incident, part)} />
          {quotes > 0 && (
            <details>
              <summary className={styles.toggle}>
                {quotes} {quotes === 1 ? "quote" : "quotes"}
              </summary>
              <div className={styles.cells}>
                {sides.map((side) => (
                  <Quotes key={side} record={records[side]} part={part} />
                ))}
              </div>
            </details>
          )}
        </div>
      </div>
    );
  }
  return (
    <fieldset className={styles.row}>
      <legend className={styles.name}>{mergePartLabels[part]}</legend>
      <div className={styles.cells}>
        {sides.map((side) => (
          <div key={side} className={styles.cell}>
            <label className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={chosen === side}
                onChange={() => onChoose(side)}
                aria-describedby={`${name}-${side}-of`}
              />
              <span className={styles.words}>
                <Lines lines={mergePartWords(records[side].incident, part)} />
                <span id={`${name}-${side}-of`} className={styles.note}>
                  {records[side].incident.publicId}
                </span>
              </span>
            </label>
            <Quotes record={records[side]} part={part} />
          </div>
        ))}
      </div>
      {isListPart(part) && (
        <label className={styles.choice}>
          <input type="radio" name={name} checked={chosen === "both"} onChange={() => onChoose("both")} />
          <span className={styles.words}>Both together</span>
        </label>
      )}
    </fieldset>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className={styles.line} dir="auto">
      {line}
    </span>
  ));
}

function Quotes({ record, part }: { record: IncidentRecord; part: MergePart }) {
  const claims = claimsOf(record, part);
  // A campaign is an editor's own grouping, which no article states.
  if (part === "campaigns") return null;
  if (claims.length === 0) return <p className={styles.unsourced}>No quote backs it.</p>;
  return (
    <div className={styles.quotes}>
      {claims.map((claim) => (
        <ClaimQuote key={claim.id} claim={claim} timeZone={record.incident.timeZone} />
      ))}
    </div>
  );
}
