import { Button } from "@/components/ui/button";
import { CrossMark } from "@/components/ui/cross-mark";
import { newsWords } from "./live-news";
import styles from "./news-notice.module.css";

/** A quiet line over the timeline: something was published that is not drawn or not in view. */
export function NewsNotice({
  count,
  onShow,
  onDismiss,
}: {
  count: number;
  onShow: () => void;
  onDismiss: () => void;
}) {
  if (count === 0) return null;
  return (
    <div className={styles.notice} data-print="hide">
      <span>{newsWords(count)}</span>
      <Button size="small" onClick={onShow}>
        Show
      </Button>
      <Button size="small" look="quiet" iconOnly aria-label="Not now" title="Not now" onClick={onDismiss}>
        <CrossMark size={10} />
      </Button>
    </div>
  );
}
