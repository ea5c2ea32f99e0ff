/**
 * An answer of this site's own interface, with its members looked at and no more: pages take less to load without
 * the schemas, and only a server of another release would answer something else. Throws when a member is missing.
 */
export function ownAnswer<Answer extends object>(
  value: unknown,
  members: readonly (keyof Answer & string)[],
): Answer {
  if (!hasMembers<Answer>(value, members)) {
    throw new Error("The server answered something else than this page expects");
  }
  return value;
}

/** ownAnswer of a response; throws for one that refuses as well. */
export async function readOwnAnswer<Answer extends object>(
  response: Response,
  members: readonly (keyof Answer & string)[],
): Promise<Answer> {
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  return ownAnswer<Answer>(await response.json(), members);
}

const hasMembers = <Answer extends object>(
  value: unknown,
  members: readonly (keyof Answer & string)[],
): value is Answer => typeof value === "object" && value !== null && members.every((name) => name in value);
