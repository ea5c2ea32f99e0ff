/** So many texts, and so many characters of them: the stretches of some paragraphs, asked about in turn. */
const MOST = 256;
const MOST_CHARACTERS = 262_144;
/** A longer text is no paragraph, and is kept only while it is the last one. */
const LONGEST = 4096;

/** The same reading that does not read again a text which it read shortly before. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let characters = 0;
  let last: { text: string; value: T } | null = null;
  const keep = (text: string, value: T): void => {
    if (text.length > LONGEST) return;
    if (known.size === MOST || characters + text.length > MOST_CHARACTERS) {
      known.clear();
      characters = 0;
    }
    known.set(text, value);
    characters += text.length;
  };
  return (text) => {
    if (last !== null && last.text === text) {
      // An equal string of its own is compared by its characters; the next question is likely the same one.
      last.text = text;
      return last.value;
    }
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      keep(text, value);
    }
    last = { text, value };
    return value;
  };
}
