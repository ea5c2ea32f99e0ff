import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/editor/people/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { getViewer } from "@/lib/auth/session";
import { isLocalPath, paths } from "@/lib/paths";
import { signInAction } from "./actions";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; note?: string | string[] }>;
}) {
  const { next, note } = await searchParams;
  const wanted = typeof next === "string" && isLocalPath(next) ? next : paths.editor();
  if (await getViewer()) {
    redirect(wanted);
  }
  return (
    <ReadingPage narrow>
      <div className={styles.page}>
        <ReadingHeader kind="For editors" title="Sign in" />
        <p className={styles.note}>
          Reading needs no account. Accounts are made by the administrators of this site.
        </p>
        {note === "new-password" && (
          <Notice tone="good" role="status">
            Your new password counts from now on, and you are signed out everywhere. Sign in with it.
          </Notice>
        )}
        <SignInForm action={signInAction} next={wanted} />
        <p className={styles.note}>
          <Link href={paths.forgotPassword()}>Forgot your password?</Link>
        </p>
      </div>
    </ReadingPage>
  );
}
