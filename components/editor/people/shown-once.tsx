import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import styles from "./people.module.css";

/** A password or key that cannot be shown again. */
export function ShownOnce({ words, secret }: { words: string; secret: string }) {
  return (
    <Notice tone="good" role="status">
      <p>{words} It is shown this once.</p>
      <p className={styles.secret}>
        <code>{secret}</code> <CopyButton text={secret}>Copy</CopyButton>
      </p>
    </Notice>
  );
}
