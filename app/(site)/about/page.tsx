import type { Metadata } from "next";
import Link from "next/link";
import { Prose } from "@/components/ui/prose";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { Table } from "@/components/ui/table";
import { paths } from "@/lib/paths";
import { credibilities, reliabilities } from "@/lib/taxonomy/terms";
import { describeCredibility, describeReliability } from "@/lib/taxonomy/words";

export const metadata: Metadata = {
  title: "Method and sources",
  description: "How Sightline decides what to record, how sure it is, and where its data comes from.",
};

export default function AboutPage() {
  return (
    <ReadingPage narrow>
      <ReadingHeader
        kind="About Sightline"
        title="Method and sources"
        lead="Sightline is a record of security incidents. Every value in it leads to the sentence of the article that it came from, so that you need not take our word for anything."
      />
      <Prose>
        <Claims />
        <Uncertainty />
        <Grades />
        <Permanence />
        <Licences />
        <h2 id="demo">The demo</h2>
        <p>
          A fresh installation shows incidents of 2019 to 2021 in and around Iraq. The events are real and
          taken from the public record. The articles behind them are short texts that we wrote for the demo;
          each is marked as such on its page. Do not cite them as journalism.
        </p>
      </Prose>
    </ReadingPage>
  );
}

function Claims() {
  return (
    <>
      <h2 id="claims">Incidents, articles, claims</h2>
      <p>
        An incident is what happened. An article is a report of it. A claim is what one article says about one
        value of one incident: the date, the place, the number of people killed. Each claim keeps the exact
        words that it rests on and who is said to have said them.
      </p>
      <p>
        When articles differ, all their claims stay. An editor accepts one and gives the reason; the others
        remain beside it as alternatives. A value that no claim backs is marked <em>unsourced</em> until
        somebody finds a sentence for it.
      </p>
      <p>
        Event types are the sub-event types of the ACLED codebook. A drone or rocket that is shot down counts
        as disrupted weapons use.
      </p>
    </>
  );
}

function Uncertainty() {
  return (
    <>
      <h2 id="uncertainty">What we do not know exactly</h2>
      <ul>
        <li>
          Dates are written in EDTF (ISO 8601-2) and have an earliest and a latest bound. A search finds what
          possibly falls into a period, or on request only what certainly does.
        </li>
        <li>Places say how closely they are known: the place itself, near it, its district, its province.</li>
        <li>Casualties are ranges. “None” means that a source reports none; “not reported” means silence.</li>
        <li>
          Those who took part are named with the strength of the attribution: confirmed, claimed, alleged,
          suspected, and by whom.
        </li>
      </ul>
    </>
  );
}

function Grades() {
  return (
    <>
      <h2 id="admiralty">The Admiralty code</h2>
      <p>
        Publishers are graded by reliability, claims by credibility. The two are independent: a reliable
        source can pass on a doubtful claim.
      </p>
      <Table>
        <thead>
          <tr>
            <th scope="col">Reliability of the source</th>
            <th scope="col">Credibility of the claim</th>
          </tr>
        </thead>
        <tbody>
          {reliabilities.map((reliability, index) => (
            <tr key={reliability}>
              <td>{describeReliability(reliability)}</td>
              <td>{describeCredibility(credibilities[index] ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Permanence() {
  return (
    <>
      <h2 id="permanence">Addresses that stay</h2>
      <p>
        An incident keeps its address for ever. If it turns out to be the same as another one, the address
        leads there. If it is retracted, the address says so, and why. Each version has an address of its own,
        with <code>@</code> and its number, which never changes: cite that one.
      </p>
    </>
  );
}

function Licences() {
  return (
    <>
      <h2 id="licences">Data of others</h2>
      <ul>
        <li>
          Names and coordinates of towns: <a href="https://www.geonames.org/">GeoNames</a>, licensed under{" "}
          <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. Bases, embassies and crossings
          are our own table.
        </li>
        <li>
          Country outlines: <a href="https://www.naturalearthdata.com/">Natural Earth</a>, public domain.
        </li>
        <li>
          Articles belong to their publishers. Readers see the quoted paragraphs and a link to the original.
        </li>
      </ul>
      <p>
        Programs read the same record through the <Link href={paths.apiDocs()}>API</Link>.
      </p>
    </>
  );
}
