/**
 * A cast from triples of position, actor and role in ascending order: triples of actor, role and place in the
 * order. Only the order of the positions counts, so incidents with the same participants share one cast.
 */
export function castMembers(sorted: readonly number[]): number[] {
  const members: number[] = [];
  let place = 0;
  for (let at = 0; at < sorted.length; at += 3) {
    if (at > 0 && sorted[at] !== sorted[at - 3]) place += 1;
    members.push(sorted[at + 1] ?? 0, sorted[at + 2] ?? 0, place);
  }
  return members;
}
