import type { Metadata } from "next";
import Link from "next/link";
import { OperationCard } from "@/components/api-docs/operation-card";
import { Prose } from "@/components/ui/prose";
import { Columns, ReadingHeader, ReadingPage, ReadingSection } from "@/components/ui/reading";
import { Table } from "@/components/ui/table";
import { describeOperations } from "@/lib/api/describe";
import { baseUrl } from "@/lib/env";
import { errorCodes, errorStatus, errorTitle } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { keyScopes, keyScopeWords } from "@/lib/taxonomy/key-scopes";
import styles from "./page.module.css";

export const metadata: Metadata = {
  title: "API",
  description: "How programs read and write Sightline over HTTP.",
};

export default function ApiDocsPage() {
  const operations = describeOperations();
  const base = `${baseUrl()}/api/v1`;
  const groups = [...new Set(operations.map((operation) => operation.group))];
  return (
    <ReadingPage>
      <Columns
        main={
          <>
            <ReadingHeader
              kind="For programs"
              title="HTTP API"
              lead="Everything that the pages show, as JSON. Reading needs no account."
            />
            <Prose>
              <p>
                The machine-readable description is{" "}
                <a href={paths.api.description()}>
                  <code>openapi.json</code>
                </a>
                ; this page is made from it. All addresses begin with <code>{base}</code>.
              </p>
              <p>
                Writing needs a session or an API key, sent as{" "}
                <code>Authorization: Bearer &lt;api key&gt;</code>. Contributors make keys on their{" "}
                <Link href={paths.account()}>account page</Link>, whoever runs this site also with{" "}
                <code>npm run api-key -- create EMAIL --name NAME --scope SCOPE</code>. A change names the
                version it started from in <code>If-Match</code>, in quotes; when somebody was faster the
                answer is 412 with both states.
              </p>
              <p>
                A key acts with its owner’s role, or with less where its scope says so; a request beyond it is
                answered with 403.
              </p>
              <dl className={styles.scopes}>
                {keyScopes.map((scope) => (
                  <div key={scope}>
                    <dt>
                      <code>{scope}</code>
                    </dt>
                    <dd>{keyScopeWords[scope]}</dd>
                  </div>
                ))}
              </dl>
            </Prose>
            {groups.map((group) => (
              <ReadingSection key={group} id={group} title={group}>
                {operations
                  .filter((operation) => operation.group === group)
                  .map((operation) => (
                    <OperationCard key={operation.id} operation={operation} base={base} />
                  ))}
              </ReadingSection>
            ))}
            <Errors />
          </>
        }
        side={
          <nav aria-label="Operations" className={styles.contents}>
            {[...groups, "errors"].map((group) => (
              <a key={group} href={`#${group}`}>
                {group}
              </a>
            ))}
          </nav>
        }
      />
    </ReadingPage>
  );
}

function Errors() {
  return (
    <ReadingSection
      id="errors"
      title="errors"
      note="Errors are problem documents (RFC 9457), application/problem+json. errors names the fields that cannot be used."
    >
      <Table>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {errorCodes.map((code) => (
            <tr key={code} id={code}>
              <td>
                <code>{code}</code>
              </td>
              <td>{errorStatus(code)}</td>
              <td>{errorTitle(code)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ReadingSection>
  );
}
