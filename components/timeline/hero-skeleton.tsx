import { Skeleton } from "@/components/ui/skeleton";
import styles from "./timeline-hero.module.css";

/** The frame of the timeline before it is there, part for part of the same height. */
export function HeroSkeleton() {
  return (
    <div className={styles.hero} aria-hidden="true">
      <div className={styles.stripSkeleton}>
        <Skeleton height="40px" />
      </div>
      <div className={styles.toolbarSkeleton}>
        <Skeleton width="140px" height="16px" />
      </div>
      <div className={styles.stage}>
        <div className={styles.keys}>
          <div className={styles.rowsSkeleton}>
            {["38%", "64%", "22%", "51%", "30%", "72%", "45%"].map((left, index) => (
              <span key={left} style={{ marginLeft: left }}>
                <Skeleton width={index % 2 ? "150px" : "190px"} height="20px" />
              </span>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
