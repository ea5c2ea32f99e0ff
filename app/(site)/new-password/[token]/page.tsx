import type { Metadata } from "next";
import Link from "next/link";
import { NewPasswordForm } from "@/components/editor/people/new-password-form";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { getPasswordLink } from "@/lib/auth/password-reset";
import { paths } from "@/lib/paths";
import styles from "../../sign-in/page.module.css";
import { newPasswordAction } from "./actions";

export const metadata: Metadata = {
  title: "Choose a new password",
  robots: { index: false },
  referrer: "no-referrer",
};

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const account = await getPasswordLink(token);
  return (
    <ReadingPage narrow>
      <div className={styles.page}>
        <ReadingHeader kind="For editors" title="Choose a new password" />
        {account ? (
          <>
            <p className={styles.note}>For {account.email}. It ends all your sessions on other devices.</p>
            <NewPasswordForm
              action={newPasswordAction}
              token={token}
              email={account.email}
              send="Save the password"
            />
          </>
        ) : (
          <p className={styles.note}>
            This link was used already, or is too old.{" "}
            <Link href={paths.forgotPassword()}>Get a new one</Link>.
          </p>
        )}
      </div>
    </ReadingPage>
  );
}
