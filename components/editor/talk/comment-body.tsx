import { splitBody } from "@/lib/comments/mentions";
import styles from "./comments.module.css";

/** A comment's words: plain text with the people whom it mentions set apart. */
export function CommentBody({ body }: { body: string }) {
  let offset = 0;
  return (
    <p className={styles.body} dir="auto">
      {splitBody(body).map((part) => {
        offset += 1;
        return part.kind === "text" ? (
          part.text
        ) : (
          <span key={`${part.userId} ${offset}`} className={styles.mention}>
            @{part.name}
          </span>
        );
      })}
    </p>
  );
}
