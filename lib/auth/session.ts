import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { roleOfKey, scopeOfStored } from "@/lib/taxonomy/key-scopes";
import { type Role, roles } from "@/lib/taxonomy/terms";
import { shownAddress } from "./address";
import { auth } from "./auth";
import type { Principal } from "./principal";
import { needsTwoFactor } from "./two-factor-rule";

const roleOf = (role: string | null | undefined): Role => roles.find((known) => known === role) ?? "viewer";

export type Viewer = {
  id: string;
  name: string;
  email: string;
  /** What they may do now: a viewer's, as long as needsTwoFactor. */
  role: Role;
  /** The account's role demands two-factor sign-in, which is not set up yet. */
  needsTwoFactor: boolean;
};

async function readViewer(): Promise<Viewer | null> {
  const jar = await cookies();
  if (!jar.getAll().some((cookie) => cookie.name.includes("sightline.session_token"))) {
    return null;
  }
  const session = await auth().api.getSession({ headers: await headers() });
  // Disabling an account ends its sessions; one that was opened at that moment must not stay.
  if (!session || session.user.banned) {
    return null;
  }
  const { id, name, email, role, twoFactorEnabled } = session.user;
  const own = roleOf(role);
  const isLimited = await needsTwoFactor({ role: own, hasTwoFactor: twoFactorEnabled === true });
  return { id, name, email, role: isLimited ? "viewer" : own, needsTwoFactor: isLimited };
}

/** Who is signed in, or null; asked once a request. */
export const getViewer = cache(readViewer);

/** The address that the request at hand came from. */
export async function currentAddress(): Promise<string | null> {
  return (await headers()).get("x-forwarded-for")?.slice(0, 45) ?? null;
}

/** Somebody signed in, as the commands want them. */
export async function principalOfViewer({
  needsTwoFactor: isLimited,
  ...viewer
}: Viewer): Promise<Principal> {
  return {
    ...viewer,
    via: "session",
    address: await currentAddress(),
    ...(isLimited ? { limitedBy: "two-factor" } : {}),
  };
}

/** The signed-in person as a principal, or null. */
export async function getPrincipal(): Promise<Principal | null> {
  const viewer = await getViewer();
  return viewer && principalOfViewer(viewer);
}

async function principalOfKey(key: string, request: Request): Promise<Principal> {
  const verified = await auth().api.verifyApiKey({ body: { key } });
  const owner = verified.valid
    ? await database().user.findUnique({
        where: { id: verified.key?.referenceId ?? "" },
        select: { id: true, name: true, email: true, role: true, banned: true },
      })
    : null;
  if (!owner || owner.banned) {
    throw new AppError("not-signed-in", {
      message: "The API key is unknown, expired or disabled. Make a new one on your account page.",
    });
  }
  const isRead = request.method === "GET" || request.method === "HEAD";
  const own = roleOf(owner.role);
  const role = roleOfKey(own, scopeOfStored(verified.key?.permissions), isRead);
  return {
    id: owner.id,
    name: owner.name,
    email: shownAddress(owner.email),
    role,
    via: "api-key",
    address: request.headers.get("x-forwarded-for")?.slice(0, 45) ?? null,
    ...(role === own ? {} : { limitedBy: "key-scope" }),
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
  return principalOfKey(key, request);
}
