import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { citationOf } from "@/lib/incidents/citation";
import type { IncidentView } from "@/lib/incidents/schema";
import styles from "./citation-box.module.css";

const styleNames = { apa: "APA", bibtex: "BibTeX", ris: "RIS" } as const;

/** How to cite this version, ready to copy. */
export function CitationBox({ incident }: { incident: IncidentView }) {
  return (
    <div>
      {(["apa", "bibtex", "ris"] as const).map((style) => {
        const text = citationOf(incident, style);
        return (
          <Disclosure key={style} summary={styleNames[style]} open={style === "apa"}>
            <div className={styles.citation}>
              <pre className={styles.text}>{text}</pre>
              <CopyButton text={text}>{`Copy ${styleNames[style]}`}</CopyButton>
            </div>
          </Disclosure>
        );
      })}
    </div>
  );
}
