import type { Company } from "@/lib/presence/schema";
import { companyWords } from "@/lib/presence/words";
import styles from "./presence.module.css";

/** Who else has the incident open; nothing while nobody has. */
export function CompanyLine({ company }: { company: Company | undefined }) {
  const words = companyWords(company?.people ?? []);
  return words === "" ? null : <span className={styles.company}>{words}</span>;
}
