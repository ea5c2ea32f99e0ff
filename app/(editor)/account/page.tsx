import type { Metadata } from "next";
import { cookies } from "next/headers";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { PasswordForm } from "@/components/editor/people/password-form";
import styles from "@/components/editor/people/people.module.css";
import { SessionsList } from "@/components/editor/people/sessions-list";
import { SchemeSwitch } from "@/components/ui/scheme-switch";
import { shownAddress } from "@/lib/auth/address";
import { listOwnSessions } from "@/lib/auth/own-account";
import { paths } from "@/lib/paths";
import { schemeCookie, schemeOf } from "@/lib/scheme";
import { requireViewer } from "../editor-page";
import { changePasswordAction, endOtherSessionsAction } from "./actions";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const viewer = await requireViewer(paths.account());
  const sessions = await listOwnSessions();
  const scheme = schemeOf((await cookies()).get(schemeCookie)?.value);
  return (
    <DeskPage
      narrow
      title={viewer.name}
      lead={`${shownAddress(viewer.email)}, with the role ${viewer.role}.`}
    >
      <section className={styles.section} aria-labelledby="sessions">
        <h2 id="sessions" className={styles.heading}>
          Signed in on
        </h2>
        <SessionsList
          sessions={sessions.map(({ token: _token, ...session }) => session)}
          endOthers={endOtherSessionsAction}
        />
      </section>
      <section className={styles.section} aria-labelledby="password">
        <h2 id="password" className={styles.heading}>
          Password
        </h2>
        <PasswordForm changePassword={changePasswordAction} />
      </section>
      <SchemeSwitch initial={scheme} />
    </DeskPage>
  );
}
