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

const hasMembers = <Answer extends object>(
  value: unknown,
  members: readonly (keyof Answer & string)[],
): value is Answer => typeof value === "object" && value !== null && members.every((name) => name in value);
