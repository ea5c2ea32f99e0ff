import { casualtiesWords } from "@/lib/incidents/words";
import styles from "./casualty-line.module.css";

type Count = { min: number; max: number | null } | null;

/** Casualties in one phrase; deaths stand out, what is not reported stands back. */
export function CasualtyLine({ killed, injured = null }: { killed: Count; injured?: Count }) {
  const tone = killed && killed.min > 0 ? styles.deaths : styles.none;
  return <span className={tone}>{casualtiesWords(killed, injured)}</span>;
}
