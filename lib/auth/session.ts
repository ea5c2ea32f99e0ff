import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { shownAddress } from "./address";
import { auth } from "./auth";
import type { Principal } from "./principal";

const roleOf = (role: string | null | undefined): Role => roles.find((known) => known === role) ?? "viewer";

export type Viewer = { id: string; name: string; email: string; role: Role };

async function readViewer(): Promise<Viewer | null> {
  const jar = await cookies();
  if (!jar.getAll().some((cookie) => cookie.name.includes("sightline.session_token"))) {
    return null;
  }
  const session = await auth().api.getSession({ headers: await headers() });
  // Disabling an account ends its sessions; one that was opened at that moment must not stay.
  return session && !session.user.banned
    ? {
        id: session.user.id,
        name: session.user.name,
        email: session.user.email,
        role: roleOf(session.user.role),
      }
    : null;
}

/** Who is signed in, or null; asked once a request. */
export const getViewer = cache(readViewer);

/** The signed-in person as a principal, or null. */
export async function getPrincipal(): Promise<Principal | null> {
  const viewer = await getViewer();
  return viewer && { ...viewer, via: "session" };
}

async function principalOfKey(key: string): Promise<Principal> {
  const verified = await auth().api.verifyApiKey({ body: { key } });
  const owner = verified.valid
    ? await database().user.findUnique({
        where: { id: verified.key?.referenceId ?? "" },
        select: { id: true, name: true, email: true, role: true, banned: true },
      })
    : null;
  if (!owner || owner.banned) {
    throw new AppError("not-signed-in", {
      message: "The API key is unknown, expired or disabled. Make a new one with: npm run api-key.",
    });
  }
  return {
    id: owner.id,
    name: owner.name,
    email: shownAddress(owner.email),
    role: roleOf(owner.role),
    via: "api-key",
  };
}

/** Who sends an API request: the owner of its bearer key, the signed-in person, or nobody. */
export async function principalOfRequest(request: Request): Promise<Principal | null> {
  const header = request.headers.get("authorization");
  if (header === null) {
    return getPrincipal();
  }
  const key = /^Bearer\s+(\S+)$/i.exec(header)?.[1];
  if (!key) {
    throw new AppError("not-signed-in", { message: "Send the key as: Authorization: Bearer <api key>." });
  }
  return principalOfKey(key);
}
