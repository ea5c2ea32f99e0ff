/** Tests make, fill and drop databases: never on a server that somebody else may use. */
export function requireLocalDatabase(url: string): void {
  const { hostname } = new URL(url);
  if (["127.0.0.1", "localhost", "[::1]"].includes(hostname)) return;
  throw new Error(`Tests refuse to touch the database server ${hostname}: it is not on this machine.`);
}
