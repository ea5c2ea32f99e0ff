/** So many texts: the stretches of some paragraphs, which several stages ask about in turn. */
const MOST = 256;

/** The same reading that does not read again a text which it read shortly before. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let last: { text: string; value: T } | null = null;
  return (text) => {
    if (last !== null && last.text === text) return last.value;
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      if (known.size === MOST) known.clear();
      known.set(text, value);
    }
    last = { text, value };
    return value;
  };
}
