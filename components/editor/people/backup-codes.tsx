import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import styles from "./people.module.css";

/** Codes that each sign in once where the phone is not at hand; shown this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const text = `${codes.join("\n")}\n`;
  return (
    <Notice tone="caution">
      <div className={styles.section}>
        <p>
          Keep these backup codes where you keep your passwords. Each signs you in once, without the phone.
          They are shown this once.
        </p>
        <ul className={styles.backup}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className={styles.acts}>
          <CopyButton text={text}>Copy</CopyButton>
          <ButtonLink
            size="small"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="sightline-backup-codes.txt"
          >
            Download
          </ButtonLink>
        </div>
      </div>
    </Notice>
  );
}
