import { memo, type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { timelineKeys } from "./keys";
import styles from "./keys-dialog.module.css";

/** The list of keys; showModal() of the element opens it, and focus returns to where it was. */
export const KeysDialog = memo(function KeysDialog({
  dialog,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
}) {
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="timeline-keys-title"
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="timeline-keys-title" className={styles.title}>
        Keys of the timeline
      </h2>
      <dl className={styles.keys}>
        {timelineKeys.map(({ keys, does }) => (
          <div key={keys} className={styles.row}>
            <dt>
              {keys.split(/, | /).map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <Button type="submit">Close</Button>
      </form>
    </dialog>
  );
});
