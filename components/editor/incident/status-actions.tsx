"use client";

import { Button } from "@/components/ui/button";
import type { IncidentView } from "@/lib/incidents/schema";
import type { EditorActions } from "../editor-actions";
import { useReason } from "../form/use-reason";
import styles from "./incident-desk.module.css";

/** What takes an incident back: to its author, or from the public. */
export function StatusActions({
  incident: { publicId, version, status },
  actions,
  onChange,
}: {
  incident: Pick<IncidentView, "publicId" | "version" | "status">;
  actions: Pick<EditorActions, "retractIncident" | "returnIncident">;
  onChange: (work: ReturnType<EditorActions["retractIncident"]>, done: string) => Promise<void>;
}) {
  const retracting = useReason({
    title: "Retract this incident",
    note:
      status === "published"
        ? "Its address stays and shows the reason. Versions stay on the record."
        : "It was never public. It stays on the record and can be restored.",
    act: "Retract incident",
  });
  const returning = useReason({
    title: "Send back as a draft",
    note: "The author sees the reason in the history.",
    act: "Send back",
  });
  if (status === "retracted" || status === "merged") return null;

  async function retract() {
    const reason = await retracting.ask();
    if (reason !== null) await onChange(actions.retractIncident({ publicId, version, reason }), "Retracted.");
  }

  async function sendBack() {
    const reason = await returning.ask();
    if (reason !== null) {
      await onChange(actions.returnIncident({ publicId, version, reason }), "Sent back as a draft.");
    }
  }

  return (
    <section className={styles.section} aria-labelledby="take-back-heading">
      <h2 id="take-back-heading" className={styles.heading}>
        Take back
      </h2>
      <div className={styles.acts}>
        {status === "in_review" && <Button onClick={sendBack}>Send back</Button>}
        <Button onClick={retract}>Retract</Button>
      </div>
      {retracting.dialog}
      {returning.dialog}
    </section>
  );
}
