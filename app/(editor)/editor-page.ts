import "server-only";
import { redirect } from "next/navigation";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

/**
 * Who is signed in on a page of the signed-in area; anybody else is led to the sign-in and back, and who has
 * yet to set up two-factor sign-in to their account.
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = (await getViewer()) ?? redirect(paths.signIn(path));
  if (viewer.needsTwoFactor && path !== paths.account()) {
    redirect(paths.account());
  }
  return viewer;
}
