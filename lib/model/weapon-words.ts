const WEAPONS: readonly [RegExp, string][] = [
  [/\bcar bombs?\b/i, "car bomb"],
  [/\btruck bombs?\b/i, "truck bomb"],
  [/\broadside bombs?\b/i, "roadside bomb"],
  [/\brockets?\b/i, "rocket"],
  [/\bmissiles?\b/i, "missile"],
  [/\bmortars?\b/i, "mortar"],
  [/\bdrones?\b/i, "drone"],
  [/\bair ?strikes?\b/i, "airstrike"],
  [/\bartillery\b/i, "artillery"],
  [/\bland ?mines?\b/i, "landmine"],
  [/\bshell(?:s|ed|ing)?\b/i, "shell"],
  [/\b(?:knife|knives)\b/i, "knife"],
  [/\bbomb(?:s|ing|ings)?\b/i, "bomb"],
];

/** The weapon that a sentence names, in the word that titles know it by; null when it names none. */
export const weaponIn = (sentence: string): string | null =>
  WEAPONS.find(([pattern]) => pattern.test(sentence))?.[1] ?? null;

/** The sentence's own noun for an attack on people, where titles use it; null otherwise. */
export const nounIn = (sentence: string): string | null =>
  /\b(?:assassination|mass shooting|shooting|stabbing|massacre|beheading|murder)\b/i
    .exec(sentence)?.[0]
    .toLowerCase() ?? null;
