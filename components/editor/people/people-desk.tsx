"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { ActionResult } from "@/lib/api/action-result";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import styles from "./people.module.css";
import { ShownOnce } from "./shown-once";

type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  lastSeenAt: string | null;
};

export type PeopleActions = {
  addUser: (input: {
    email: string;
    name: string;
    role: Role;
  }) => Promise<ActionResult<{ email: string; password: string | null }>>;
  setRole: (input: { userId: string; role: Role }) => Promise<ActionResult<void>>;
  setDisabled: (input: { userId: string; isDisabled: boolean }) => Promise<ActionResult<void>>;
};

/** Who has an account, with which role; and a form for the next one. */
export function PeopleDesk({
  people,
  ownId,
  actions,
}: {
  people: readonly Person[];
  ownId: string;
  actions: PeopleActions;
}) {
  const router = useRouter();
  const [told, setTold] = useState("");
  const [isBusy, setBusy] = useState(false);

  async function run(work: Promise<ActionResult<void>>, done: string) {
    setBusy(true);
    const answer = await answerOf(work);
    setBusy(false);
    setTold(answer.ok ? done : answer.message);
    router.refresh();
  }

  return (
    <section className={styles.section} aria-labelledby="people">
      <h2 id="people" className={styles.heading}>
        People
      </h2>
      <p role="status" className={styles.note}>
        {told}
      </p>
      <Table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">Last seen</th>
            <th scope="col">Account</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.isDisabled ? styles.disabled : undefined}>
              <th scope="row">{person.name}</th>
              <td>{person.email}</td>
              <td>
                <NativeSelect
                  className={styles.role}
                  aria-label={`Role of ${person.name}`}
                  value={person.role}
                  data={[...roles]}
                  disabled={isBusy || person.id === ownId}
                  onChange={(event) => {
                    const role = event.currentTarget.value as Role;
                    void run(
                      actions.setRole({ userId: person.id, role }),
                      `${person.name} now has the role ${role}.`,
                    );
                  }}
                />
              </td>
              <td className={styles.when}>
                {person.lastSeenAt ? dateTimeWords(person.lastSeenAt) : "not signed in"}
              </td>
              <td>
                <Button
                  size="small"
                  disabled={isBusy || person.id === ownId}
                  aria-label={`${person.isDisabled ? "Enable" : "Disable"} ${person.name}`}
                  onClick={() =>
                    run(
                      actions.setDisabled({ userId: person.id, isDisabled: !person.isDisabled }),
                      person.isDisabled ? `Enabled ${person.name}.` : `Disabled ${person.name}.`,
                    )
                  }
                >
                  {person.isDisabled ? "Enable" : "Disable"}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <AddPerson addUser={actions.addUser} />
    </section>
  );
}

function AddPerson({ addUser }: Pick<PeopleActions, "addUser">) {
  const router = useRouter();
  const [made, setMade] = useState<{ email: string; password: string } | null>(null);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const form = useForm({
    initialValues: { email: "", name: "", role: "editor" as Role },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : "Give an e-mail address") },
  });

  async function add(values: typeof form.values) {
    setSending(true);
    const answer = await answerOf(addUser({ ...values, email: values.email.trim() }));
    setSending(false);
    setMade(null);
    if (!answer.ok) {
      form.setErrors(Object.fromEntries(answer.errors.map(({ path, message }) => [path, message])));
      setProblem(answer.message);
      return;
    }
    const { email, password } = answer.data;
    if (password) setMade({ email, password });
    setProblem("");
    form.reset();
    router.refresh();
  }

  return (
    <form className={styles.section} onSubmit={form.onSubmit(add)} noValidate>
      <h3>Add a person</h3>
      {made && <ShownOnce words={`The password of ${made.email}.`} secret={made.password} />}
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.row}>
        <TextInput label="E-mail" inputMode="email" autoComplete="off" {...form.getInputProps("email")} />
        <TextInput label="Name (optional)" autoComplete="off" {...form.getInputProps("name")} />
        <NativeSelect label="Role" data={[...roles]} {...form.getInputProps("role")} />
      </div>
      <div>
        <Button type="submit" disabled={isSending}>
          Add person
        </Button>
      </div>
    </form>
  );
}
