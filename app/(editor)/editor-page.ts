import "server-only";
import { redirect } from "next/navigation";
import { getViewer, type Viewer } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

/** Who is signed in on a page of the signed-in area; anybody else is led to the sign-in and back. */
export async function requireViewer(path: string): Promise<Viewer> {
  return (await getViewer()) ?? redirect(paths.signIn(path));
}
