import { uncertaintyFrame } from "@/lib/incidents/uncertainty";
import styles from "./uncertainty-bar.module.css";

const width = 320;
const height = 14;

/** How uncertain a date is: its bounds in the day, the months or the years around them. */
export function UncertaintyBar({
  earliest,
  latest,
  timeZone,
}: {
  earliest: string;
  latest: string;
  timeZone: string;
}) {
  const frame = uncertaintyFrame({ earliest, latest }, timeZone);
  if (!frame || (frame.from === 0 && frame.to === 1 && frame.startLabel === "0:00")) return null;
  const x = frame.from * width;
  const span = Math.max(3, (frame.to - frame.from) * width);
  const words = `Earliest ${frame.earliestLabel}, latest ${frame.latestLabel}`;
  return (
    <figure className={styles.figure}>
      <svg className={styles.bar} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        <path
          className={styles.axis}
          d={`M0 ${height / 2}H${width}M.5 2V${height - 2}M${width - 0.5} 2V${height - 2}`}
        />
        <defs>
          <linearGradient id="uncertainty">
            <stop offset="0" className={styles.edge} />
            <stop offset="0.18" className={styles.middle} />
            <stop offset="0.82" className={styles.middle} />
            <stop offset="1" className={styles.edge} />
          </linearGradient>
        </defs>
        <rect fill="url(#uncertainty)" x={x} y="3" width={span} height={height - 6} rx="4" />
      </svg>
      <figcaption className={styles.labels} aria-hidden="true">
        <span>{frame.startLabel}</span>
        <span className={styles.bounds}>
          {frame.earliestLabel} – {frame.latestLabel}
        </span>
        <span>{frame.endLabel}</span>
      </figcaption>
    </figure>
  );
}
