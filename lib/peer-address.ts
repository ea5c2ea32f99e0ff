import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { clientAddress } from "@/lib/client-address";
import { env } from "@/lib/env";

type RequestStart = { request: IncomingMessage };

const isRequestStart = (message: unknown): message is RequestStart =>
  typeof message === "object" && message !== null && "request" in message;

/**
 * Lets x-forwarded-for of every request that this process answers hold one address: the one it came from.
 * Next.js passes on what a client claims and knows the connection only where nothing is claimed; Node.js
 * tells of each request before its handler does.
 */
export function watchClientAddresses(): void {
  const trusted = env().SIGHTLINE_TRUSTED_PROXIES ?? 0;
  subscribe("http.server.request.start", (message) => {
    if (!isRequestStart(message)) {
      return;
    }
    const { headers, socket } = message.request;
    const forwarded = [headers["x-forwarded-for"] ?? ""].flat().join(",");
    headers["x-forwarded-for"] = clientAddress(forwarded, socket.remoteAddress, trusted) ?? undefined;
  });
}
