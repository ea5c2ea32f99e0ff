/** English name of a language by its tag ("fa", "en-GB"); null for what is no tag or has no name. */
function languageName(tag: string): string | null {
  try {
    const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
    return name.of(tag.replaceAll("_", "-").split("-")[0] ?? "") ?? null;
  } catch {
    return null;
  }
}

/** What the workbench says about a text that gets no proposals for its language; null for any other. */
export function noProposalsWords(language: string | null): string | null {
  if (language === null || /^en(?:[-_]|$)/i.test(language)) {
    return null;
  }
  const name = languageName(language);
  return `Sightline proposes incidents for English texts only; mark this ${name ? `${name} one` : "one"} by hand.`;
}
