import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { statusLabels } from "@/lib/taxonomy/words";
import { dateTimeWords } from "../desk/date-time-words";
import styles from "./compare.module.css";

type Side = "a" | "b";

/** The two incidents by name, and which of them stays. */
export function CompareHeads({
  name,
  records,
  winner,
  mayStay,
  onChoose,
}: {
  name: string;
  records: Record<Side, IncidentRecord>;
  winner: Side;
  mayStay: (side: Side) => boolean;
  onChoose: (side: Side) => void;
}) {
  return (
    <fieldset className={styles.row}>
      <legend className={styles.name}>Which one stays</legend>
      <div className={styles.cells}>
        {(["a", "b"] as const).map((side) => {
          const { incident } = records[side];
          return (
            <div key={side} className={styles.head}>
              <label className={styles.choice}>
                <input
                  type="radio"
                  name={name}
                  checked={winner === side}
                  disabled={!mayStay(side)}
                  onChange={() => onChoose(side)}
                />
                <span className={styles.words}>
                  <strong dir="auto">{incident.title}</strong>
                  <span className={styles.note}>
                    {winner === side
                      ? "Stays, with its address"
                      : mayStay(side)
                        ? "Goes into the other one"
                        : "Not public: it cannot take in a public one"}
                  </span>
                </span>
              </label>
              <p className={styles.facts}>
                <Tag tone={incident.status === "published" ? "good" : "plain"}>
                  {statusLabels[incident.status]}
                </Tag>
                <Link href={paths.editIncident(incident.publicId)}>{incident.publicId}</Link>
                <span>version {incident.version}</span>
                <span>made {dateTimeWords(incident.createdAt)}</span>
              </p>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
