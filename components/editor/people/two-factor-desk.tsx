"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/api/action-result";
import { answerOf } from "../workbench/item-commands";
import { AskForm } from "./ask-form";
import { BackupCodes } from "./backup-codes";
import styles from "./people.module.css";
import { QrCode } from "./qr-code";

type Start = { uri: string; secret: string; backupCodes: string[] };

export type TwoFactorActions = {
  start: (input: { password: string }) => Promise<ActionResult<Start>>;
  confirm: (input: { code: string }) => Promise<ActionResult<void>>;
  stop: (input: { password: string }) => Promise<ActionResult<void>>;
  renewCodes: (input: { password: string }) => Promise<ActionResult<{ backupCodes: string[] }>>;
};

/** One's own second factor: set up, turn off, new backup codes. */
export function TwoFactorDesk({ isOn, actions }: { isOn: boolean; actions: TwoFactorActions }) {
  const router = useRouter();
  const [start, setStart] = useState<Start | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [told, setTold] = useState("");

  /** @returns null, or what is wrong. */
  async function run<T>(work: Promise<ActionResult<T>>, done: (data: T) => void): Promise<string | null> {
    const answer = await answerOf(work);
    if (!answer.ok) return answer.message;
    done(answer.data);
    router.refresh();
    return null;
  }

  const begin = (password: string) =>
    run(actions.start({ password }), (data) => {
      setStart(data);
      setTold("");
    });
  const confirm = (code: string) =>
    run(actions.confirm({ code }), () => {
      setCodes(start?.backupCodes ?? null);
      setStart(null);
      setTold("Two-factor sign-in is on.");
    });
  const stop = (password: string) =>
    run(actions.stop({ password }), () => {
      setCodes(null);
      setTold("Two-factor sign-in is off.");
    });
  const renew = (password: string) =>
    run(actions.renewCodes({ password }), ({ backupCodes }) => {
      setCodes(backupCodes);
      setTold("The former backup codes do not work any more.");
    });

  return (
    <>
      {told && (
        <Notice tone="good" role="status">
          {told}
        </Notice>
      )}
      {codes && <BackupCodes codes={codes} />}
      {isOn ? (
        <>
          <p className={styles.note}>On: signing in asks for a code from your app.</p>
          <AskForm key="renew" label="Password" send="Make new backup codes" secret ask={renew} />
          <AskForm key="stop" label="Password" send="Turn two-factor off" secret ask={stop} />
        </>
      ) : start ? (
        <Enrolment start={start} confirm={confirm} />
      ) : (
        <>
          <p className={styles.note}>
            Off: the password alone signs you in. With it on, a stolen password is not enough.
          </p>
          <AskForm key="begin" label="Password" send="Set up two-factor" secret ask={begin} />
        </>
      )}
    </>
  );
}

function Enrolment({ start, confirm }: { start: Start; confirm: (code: string) => Promise<string | null> }) {
  return (
    <div className={styles.code}>
      <QrCode text={start.uri} label="QR code for your authenticator app" />
      <div className={styles.section}>
        <p>Scan this with an authenticator app, or type the secret into it:</p>
        <p className={styles.secret}>
          <code>{start.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
        </p>
        <AskForm key="confirm" label="Code that the app shows" send="Turn it on" ask={confirm} />
      </div>
    </div>
  );
}
