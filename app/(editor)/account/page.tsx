import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { KeysDesk } from "@/components/editor/people/keys-desk";
import { PasswordForm } from "@/components/editor/people/password-form";
import styles from "@/components/editor/people/people.module.css";
import { SessionsList } from "@/components/editor/people/sessions-list";
import { TwoFactorDesk } from "@/components/editor/people/two-factor-desk";
import { Notice } from "@/components/ui/notice";
import { SchemeSwitch } from "@/components/ui/scheme-switch";
import { shownAddress } from "@/lib/auth/address";
import { listOwnApiKeys } from "@/lib/auth/api-keys";
import { listOwnSessions } from "@/lib/auth/own-account";
import { hasRole } from "@/lib/auth/principal";
import { principalOfViewer, type Viewer } from "@/lib/auth/session";
import { hasTwoFactor } from "@/lib/auth/two-factor";
import { paths } from "@/lib/paths";
import { schemeCookie, schemeOf } from "@/lib/scheme";
import { requireViewer } from "../editor-page";
import {
  changePasswordAction,
  confirmTwoFactorAction,
  createOwnKeyAction,
  endOtherSessionsAction,
  renewBackupCodesAction,
  revokeOwnKeyAction,
  startTwoFactorAction,
  stopTwoFactorAction,
} from "./actions";

export const metadata: Metadata = { title: "Account" };

const twoFactorActions = {
  start: startTwoFactorAction,
  confirm: confirmTwoFactorAction,
  stop: stopTwoFactorAction,
  renewCodes: renewBackupCodesAction,
};

export default async function AccountPage() {
  const viewer = await requireViewer(paths.account());
  const sessions = await listOwnSessions();
  const scheme = schemeOf((await cookies()).get(schemeCookie)?.value);
  const mail = shownAddress(viewer.email);
  return (
    <DeskPage
      narrow
      title={viewer.name}
      lead={viewer.needsTwoFactor ? mail : `${mail}, with the role ${viewer.role}.`}
    >
      {viewer.needsTwoFactor && (
        <Notice tone="caution" role="status">
          This site requires two-factor sign-in for your role. Until you set it up below, you can only read.
        </Notice>
      )}
      <Part id="two-factor" title="Two-factor sign-in">
        <TwoFactorDesk isOn={await hasTwoFactor(viewer.id)} actions={twoFactorActions} />
      </Part>
      <Part id="sessions" title="Signed in on">
        <SessionsList
          sessions={sessions.map(({ token: _token, ...session }) => session)}
          endOthers={endOtherSessionsAction}
        />
      </Part>
      <Part id="password" title="Password">
        <PasswordForm changePassword={changePasswordAction} />
      </Part>
      {hasRole(viewer, "contributor") && <OwnKeys viewer={viewer} />}
      <SchemeSwitch initial={scheme} />
    </DeskPage>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

async function OwnKeys({ viewer }: { viewer: Viewer }) {
  const keys = await listOwnApiKeys(await principalOfViewer(viewer));
  const mail = shownAddress(viewer.email);
  return (
    <Part id="keys" title="API keys">
      <KeysDesk
        keys={keys}
        owners={[mail]}
        ownAddress={mail}
        createKey={createOwnKeyAction}
        revokeKey={revokeOwnKeyAction}
      />
    </Part>
  );
}
