import { z } from "zod";

/** An address as a browser's e-mail field takes it, so that admin@localhost is one. */
export const addressSchema = z
  .email({ pattern: z.regexes.html5Email, error: "Give an e-mail address" })
  .max(200, "At most 200 characters")
  .toLowerCase();

const LOCAL_DOMAIN = ".localdomain";

/**
 * The address as it is stored. Better Auth takes only domains with a dot; localhost.localdomain is
 * the long form of localhost (RFC 2606 reserves both names for such use).
 */
export const storedAddress = (address: string): string =>
  /@[^.]+$/.test(address) ? `${address}${LOCAL_DOMAIN}` : address;

/** The address as people type and read it. */
export const shownAddress = (stored: string): string =>
  stored.endsWith(LOCAL_DOMAIN) ? stored.slice(0, -LOCAL_DOMAIN.length) : stored;
