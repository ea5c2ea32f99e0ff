import "server-only";
import { slugify } from "@/lib/geo/fold";

/** The address of the form for a new entry stands where that of an entry with this slug would. */
const reserved = "new";

/** A slug for a name that isTaken does not know yet: the folded name, then with -2, -3 ... */
export async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const base = slugify(name) || "entry";
  let slug = base;
  for (let number = 2; slug === reserved || (await isTaken(slug)); number += 1) {
    slug = `${base}-${number}`;
  }
  return slug;
}
