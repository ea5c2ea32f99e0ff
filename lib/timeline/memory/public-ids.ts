const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** The 40 bits of a public id as a number; numbers have the order of the ids. */
export function publicIdNumber(publicId: string): number {
  let number = 0;
  for (const letter of publicId) {
    number = number * alphabet.length + alphabet.indexOf(letter);
  }
  return number;
}

export function publicIdText(number: number): string {
  let text = "";
  for (let rest = number; text.length < length; rest = Math.floor(rest / alphabet.length)) {
    text = (alphabet[rest % alphabet.length] ?? "") + text;
  }
  return text;
}
