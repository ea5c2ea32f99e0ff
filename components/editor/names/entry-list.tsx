import Link from "next/link";
import { Table } from "@/components/ui/table";
import { getCountry } from "@/lib/geo/countries";
import { numberWords } from "@/lib/incidents/words";
import type { EntryLine } from "@/lib/names/entry-kinds";
import { type EntryKind, entryWords } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";
import { actorKindLabels, placeKindLabels } from "@/lib/taxonomy/words";
import { DeskLines } from "../desk/desk-lines";
import styles from "./entry-list.module.css";

const kindLabels: Record<string, string> = { ...actorKindLabels, ...placeKindLabels };

/** The incidents of the table that an entry of a kind stands for. */
export const incidentsOf = (kind: EntryKind, slug: string): string =>
  paths.incidentTable(`${entryWords[kind].one}=${slug}`);

function noteOf({ kind, within, country, reliability }: EntryLine): string {
  const parts = [
    kind && (kindLabels[kind] ?? kind),
    within,
    country && (getCountry(country)?.name ?? country),
    reliability && `reliability ${reliability}`,
  ];
  // A state force is often a part of what is also its country.
  return [...new Set(parts.filter(Boolean))].join(" · ");
}

/** Entries of a list of names, each with the incidents that name it. */
export function EntryList({ kind, lines }: { kind: EntryKind; lines: readonly EntryLine[] }) {
  return (
    <DeskLines>
      <Table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What it is</th>
            <th scope="col" className={styles.number}>
              Incidents
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.slug}>
              <th scope="row">
                <Link href={paths.editEntry(kind, line.slug)} prefetch={false} dir="auto" data-line>
                  {line.name}
                </Link>
                {line.matched && <span className={styles.matched}> “{line.matched}”</span>}
              </th>
              <td className={styles.note}>{noteOf(line)}</td>
              <td className={styles.number}>
                {line.incidents === 0 ? (
                  <span className={styles.none}>0</span>
                ) : (
                  <Link href={incidentsOf(kind, line.slug)} prefetch={false}>
                    {numberWords(line.incidents)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </DeskLines>
  );
}
