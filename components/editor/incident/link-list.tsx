"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { describeOccurred } from "@/lib/dates/words";
import type { LinkView } from "@/lib/links/schema";
import { paths } from "@/lib/paths";
import { confidenceLabels, linkLabels } from "@/lib/taxonomy/labels";
import styles from "./incident-desk.module.css";

/** The links of an incident in both directions; editors can remove them. */
export function LinkList({
  links,
  mayRemove,
  onRemove,
}: {
  links: readonly LinkView[];
  mayRemove: boolean;
  onRemove: (id: string) => Promise<void>;
}) {
  const [removing, setRemoving] = useState<string | null>(null);
  async function remove(id: string) {
    setRemoving(id);
    await onRemove(id);
    setRemoving(null);
  }
  return (
    <section className={styles.section} aria-labelledby="links-heading">
      <h2 id="links-heading" className={styles.heading}>
        Links
      </h2>
      {links.length === 0 && (
        <p className={styles.note}>No links yet. They are made on the workbench of an article.</p>
      )}
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link.id} className={styles.line}>
            <div className={styles.what}>
              <p className={styles.note}>
                {linkLabels[link.type][link.direction]}, {confidenceLabels[link.confidence]}
              </p>
              <Link href={paths.editIncident(link.publicId)} dir="auto">
                {link.title}
              </Link>
              <p className={styles.note}>{describeOccurred(link.occurred, "UTC", { style: "short" })}</p>
              {link.quote && (
                <q className={styles.note} dir="auto">
                  {link.quote}
                </q>
              )}
            </div>
            {mayRemove && (
              <Button
                size="small"
                disabled={removing !== null}
                aria-label={`Remove the link to ${link.title}`}
                onClick={() => remove(link.id)}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
