import styles from "./skeleton.module.css";

/** Stands where content will be, in its size (CSS lengths), so that nothing moves when it comes. */
export function Skeleton({ width = "100%", height = "1em" }: { width?: string; height?: string }) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}
