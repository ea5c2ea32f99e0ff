"use client";

import { type SubmitEvent, useState } from "react";
import { paths } from "@/lib/paths";
import { type Scheme, schemeOf, schemes } from "@/lib/scheme";
import styles from "./scheme-switch.module.css";

const labels: Record<Scheme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Shows a scheme at once and keeps the choice. */
export async function chooseScheme(scheme: Scheme): Promise<void> {
  show(scheme);
  const body = new FormData();
  body.set("scheme", scheme);
  await fetch(paths.scheme(), { method: "POST", body, redirect: "manual" });
}

function show(scheme: Scheme): void {
  const root = document.documentElement;
  if (scheme === "system") {
    delete root.dataset.scheme;
    delete root.dataset.mantineColorScheme;
  } else {
    root.dataset.scheme = scheme;
    root.dataset.mantineColorScheme = scheme;
  }
}

/** Light, dark or as the device says. Without a script it is an ordinary form. */
export function SchemeSwitch({ initial }: { initial: Scheme }) {
  const [current, setCurrent] = useState(initial);

  async function choose(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter;
    const scheme = schemeOf(pressed instanceof HTMLButtonElement ? pressed.value : undefined);
    setCurrent(scheme);
    await chooseScheme(scheme);
  }

  return (
    <form className={styles.form} action={paths.scheme()} method="post" onSubmit={choose}>
      <fieldset>
        <legend className={styles.legend}>Colours</legend>
        {schemes.map((scheme) => (
          <button
            key={scheme}
            className={styles.option}
            type="submit"
            name="scheme"
            value={scheme}
            aria-pressed={scheme === current}
          >
            {labels[scheme]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
