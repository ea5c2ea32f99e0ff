import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { readIncidentAddress } from "@/lib/incidents/address";
import { isTombstone } from "@/lib/incidents/tombstone";

const isDevelopment = process.env.NODE_ENV === "development";

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // The development server evaluates code for reloading; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Style sheets need the nonce; style attributes of rendered elements cannot carry one.
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The publicId of a permalink path whose incident was retracted after it had been public. */
async function retractedIncident(pathname: string): Promise<string | null> {
  const segment = /^\/(?:incidents|gone)\/([^/]+)/.exec(pathname)?.[1];
  const address = segment === undefined ? null : readIncidentAddress(decoded(segment));
  return address && address.version === null && (await isTombstone(address.publicId))
    ? address.publicId
    : null;
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const asksForThePast = request.nextUrl.searchParams.has("asOf");
  const retracted = asksForThePast ? null : await retractedIncident(request.nextUrl.pathname);
  // A page cannot choose its own status, so the tombstone is rendered under another path as 410 Gone.
  const response = retracted
    ? NextResponse.rewrite(new URL(`/gone/${retracted}`, request.url), { status: 410, request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  matcher: [
    {
      // Files by their names: an ending alone would let /incidents/{publicId}/x.png past.
      source: "/((?!_next/static/|_next/image$|api/|favicon\\.ico$|icon\\.svg$|og\\.png$|robots\\.txt$).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
