import type { Metadata } from "next";
import Link from "next/link";
import { AskPasswordForm } from "@/components/editor/people/ask-password-form";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { isMailConfigured } from "@/lib/mail/send";
import { paths } from "@/lib/paths";
import styles from "../sign-in/page.module.css";
import { askPasswordAction } from "./actions";

export const metadata: Metadata = { title: "Forgot your password?", robots: { index: false } };

export default function ForgotPasswordPage() {
  return (
    <ReadingPage narrow>
      <div className={styles.page}>
        <ReadingHeader kind="For editors" title="Forgot your password?" />
        {isMailConfigured() ? (
          <>
            <p className={styles.note}>Give your address, and you get a link to choose a new one.</p>
            <AskPasswordForm action={askPasswordAction} />
          </>
        ) : (
          <p className={styles.note}>
            This site sends no mail. Ask an administrator: they can make a link by which you choose a new
            password.
          </p>
        )}
        <p className={styles.note}>
          <Link href={paths.signIn()}>To the sign-in</Link>
        </p>
      </div>
    </ReadingPage>
  );
}
