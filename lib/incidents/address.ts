/** An incident's id as it stands in an address, with the version when one is named. */
export type IncidentAddress = {
  publicId: string;
  version: number | null;
  /** False when the address spells the id otherwise (small letters, I or L for 1, O for 0). */
  canonical: boolean;
};

/** Reads "7K3M9XQ2" or "7K3M9XQ2@3", percent-encoded or not; null when it cannot be an incident's id. */
export function readIncidentAddress(segment: string): IncidentAddress | null {
  const text = segment.replace(/%40/g, "@");
  const match = /^([0-9A-Za-z]{8})(?:@([1-9]\d{0,8}))?$/.exec(text);
  const written = match?.[1];
  if (!written) return null;
  // Crockford base32 reads I and L as 1 and O as 0.
  const publicId = written.toUpperCase().replace(/[IL]/g, "1").replace(/O/g, "0");
  if (publicId.includes("U")) return null;
  return { publicId, version: match[2] ? Number(match[2]) : null, canonical: publicId === written };
}

/** An id as it is stored, however an address spells it; anything else comes back as it is. */
export function storedId(segment: string): string {
  const address = readIncidentAddress(segment);
  return address?.version === null ? address.publicId : segment;
}
