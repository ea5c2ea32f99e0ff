/** Paragraphs that say the same apart from case, marks and spaces. */
export class Repetitions {
  private readonly groups = new Map<number, { unread: { text: string; index: number } | null; read: Keys }>();

  /** The index of an earlier paragraph with the same words, or null; else this one is noted under its index. */
  earlier(text: string, index: number): number | null {
    const lower = text.toLowerCase();
    const signature = signatureOf(lower);
    const group = this.groups.get(signature);
    if (!group) {
      this.groups.set(signature, { unread: { text: lower, index }, read: new Map() });
      return null;
    }
    if (group.unread) note(group.read, group.unread.text, group.unread.index);
    group.unread = null;
    return note(group.read, lower, index);
  }
}

type Keys = Map<string, number>;

function note(keys: Keys, lower: string, index: number): number | null {
  const key = lower.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (key === "") return null;
  const earlier = keys.get(key);
  if (earlier === undefined) keys.set(key, index);
  return earlier ?? null;
}

/** A number for the plain letters and digits of a text: where it differs, no words have to be compared. */
function signatureOf(lower: string): number {
  let signature = 0;
  for (let i = 0; i < lower.length; i += 1) {
    const code = lower.charCodeAt(i);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57))
      signature = (Math.imul(signature, 31) + code) | 0;
  }
  return signature;
}
