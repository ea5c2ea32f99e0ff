import type { Metadata } from "next";
import { NewPasswordForm } from "@/components/editor/people/new-password-form";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { getInvitation } from "@/lib/auth/invitations";
import styles from "../../sign-in/page.module.css";
import { acceptInvitationAction } from "./actions";

export const metadata: Metadata = {
  title: "Your invitation",
  robots: { index: false },
  referrer: "no-referrer",
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await getInvitation(token);
  return (
    <ReadingPage narrow>
      <div className={styles.page}>
        <ReadingHeader kind="For editors" title={invitation ? "Welcome" : "Your invitation"} />
        {invitation ? (
          <>
            <p className={styles.note}>
              You are invited as {invitation.email}, with the role {invitation.role}.
            </p>
            <NewPasswordForm
              action={acceptInvitationAction}
              token={token}
              email={invitation.email}
              asksName
              send="Make my account"
            />
          </>
        ) : (
          <p className={styles.note}>
            This link was used already, or is too old. Ask an administrator for a new one.
          </p>
        )}
      </div>
    </ReadingPage>
  );
}
