"use client";

import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { paths } from "@/lib/paths";
import { NameField } from "../form/name-field";
import { searchPublisherOptions } from "../form/name-options";
import { FileDrop } from "./file-drop";
import styles from "./import-form.module.css";
import { type IntakeForm, sendArticle } from "./send-article";

const empty: IntakeForm = { url: "", text: "", file: null, title: "", publisher: "", publishedAt: "" };

function check(form: IntakeForm) {
  const isNothing = form.url.trim() === "" && form.text.trim() === "" && form.file === null;
  return {
    text: isNothing ? "Paste the text, choose a file or give an address." : null,
    url:
      form.url.trim() === "" || /^https?:\/\/\S+$/i.test(form.url.trim())
        ? null
        : "Give an http or https address, such as https://example.org/report.",
    file: form.file && form.text.trim() !== "" ? "Give either a file or a text, not both." : null,
  };
}

/** One form for an article as text, file or address; a stored article opens instead of a second one. */
export function ImportForm() {
  const router = useRouter();
  const form = useForm<IntakeForm>({ mode: "controlled", initialValues: empty, validate: check });
  const [problem, setProblem] = useState("");
  const text = useRef<HTMLTextAreaElement>(null);
  const [running, setRunning] = useState<AbortController | null>(null);

  // Most articles are pasted: the field for them is ready as soon as the page is.
  useEffect(() => text.current?.focus({ preventScroll: true }), []);

  async function send(values: IntakeForm) {
    const sending = new AbortController();
    setRunning(sending);
    setProblem("");
    try {
      const answer = await sendArticle(values, sending.signal);
      if (answer.ok) {
        router.push(paths.workbench(answer.id, answer.isNew ? undefined : "stored"));
        return;
      }
      const atFields = answer.errors.filter(({ path }) => path in empty);
      form.setErrors(Object.fromEntries(atFields.map(({ path, message }) => [path, message])));
      setProblem(answer.message);
    } catch {
      setProblem("Stopped. Nothing was stored.");
    }
    setRunning(null);
  }

  const isSending = running !== null;
  return (
    <form className={styles.form} onSubmit={form.onSubmit(send)} noValidate>
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <TextInput
        label="Address"
        description="Sightline fetches the page. With a text or file below, it says where that is from."
        placeholder="https://"
        inputMode="url"
        {...form.getInputProps("url")}
      />
      <Textarea
        label="Text"
        ref={text}
        description="Paste the article's words, one paragraph a line. Ctrl Enter imports them."
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
        autosize
        minRows={8}
        maxRows={22}
        dir="auto"
        {...form.getInputProps("text")}
      />
      <FileDrop
        file={form.values.file}
        error={form.errors.file}
        onChoose={(file) => form.setFieldValue("file", file)}
      />
      <div className={styles.details}>
        <TextInput
          label="Title (optional)"
          placeholder="The page's title or the first line"
          {...form.getInputProps("title")}
        />
        <NameField
          label="Publisher (optional)"
          value={form.values.publisher}
          error={typeof form.errors.publisher === "string" ? form.errors.publisher : undefined}
          onType={(typed) => form.setFieldValue("publisher", typed)}
          onChoose={({ name }) => form.setFieldValue("publisher", name)}
          search={searchPublisherOptions}
        />
        <TextInput
          type="date"
          label="Published on (optional)"
          description=""
          {...form.getInputProps("publishedAt")}
        />
      </div>
      <div className={styles.actions}>
        <Button type="submit" look="primary" disabled={isSending}>
          {isSending ? "Importing…" : "Import article"}
        </Button>
        {isSending && (
          <>
            <Button onClick={() => running.abort()}>Stop</Button>
            <Progress isAddress={form.values.text.trim() === "" && form.values.file === null} />
          </>
        )}
      </div>
    </form>
  );
}

/** What is being done, with the seconds that it takes so far. */
function Progress({ isAddress }: { isAddress: boolean }) {
  const [seconds, setSeconds] = useState(0);
  const start = useRef(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - start.current) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  const words = isAddress
    ? "Fetching the page, reading its text and looking for incidents"
    : "Storing the text and looking for incidents";
  return (
    <p className={styles.progress}>
      <span role="status">{words}…</span> {seconds > 0 && `${seconds} s`}
    </p>
  );
}
