import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import styles from "./operation-card.module.css";

type Field = { name: string; kind: string; required: boolean; note: string | null; where?: string };

type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  access: string | null;
  parameters: Field[];
  body: { fields: Field[]; example: unknown } | null;
};

/** One operation of the API: what it does, what it takes, and how to call it. */
export function OperationCard({ operation, base }: { operation: Operation; base: string }) {
  const { parameters, body } = operation;
  return (
    <article className={styles.card} aria-labelledby={operation.id}>
      <h3 className={styles.head} id={operation.id}>
        <code className={styles.method}>{operation.method}</code> <code>{operation.path}</code>
      </h3>
      <p>
        {operation.summary}. {operation.access}
      </p>
      <pre className={styles.example}>{curlOf(operation, base)}</pre>
      {parameters.length > 0 && <Fields title="Parameters" fields={parameters} />}
      {body && body.fields.length > 0 && <Fields title="Body" fields={body.fields} />}
    </article>
  );
}

function Fields({ title, fields }: { title: string; fields: readonly Field[] }) {
  return (
    <Disclosure summary={title} note={fields.length}>
      <Table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <code>{field.name}</code>
              </th>
              <td>
                {field.note && `${field.note}: `}
                {field.kind}
                {field.required && ", required"}
                {field.where && field.where !== "query" && `, in the ${field.where}`}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}

function curlOf({ method, path, parameters, body, access }: Operation, base: string): string {
  const sample = parameters.some((field) => field.name === "country") ? "?country=IQ" : "";
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${base}${path}${sample}"`,
    ...(access ? ['-H "Authorization: Bearer $SIGHTLINE_KEY"'] : []),
    ...(parameters.some((field) => field.name === "If-Match" && field.required)
      ? [`-H 'If-Match: "3"'`]
      : []),
    ...(body ? ["-H 'Content-Type: application/json'", `-d '${JSON.stringify(body.example)}'`] : []),
  ];
  return lines.join(" \\\n  ");
}
