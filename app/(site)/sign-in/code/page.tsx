import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/editor/people/code-form";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { getViewer } from "@/lib/auth/session";
import { isLocalPath, paths } from "@/lib/paths";
import { giveCodeAction } from "../actions";
import styles from "../page.module.css";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" && isLocalPath(next) ? next : paths.editor();
  if (await getViewer()) {
    redirect(wanted);
  }
  return (
    <ReadingPage narrow>
      <div className={styles.page}>
        <ReadingHeader kind="For editors" title="One more step" />
        <p className={styles.note}>
          Your account has two-factor sign-in. Whoever lost phone and backup codes asks an administrator.
        </p>
        <CodeForm action={giveCodeAction} next={wanted} />
        <p className={styles.note}>
          <Link href={paths.signIn(wanted)}>Begin again</Link>
        </p>
      </div>
    </ReadingPage>
  );
}
