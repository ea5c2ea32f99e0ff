/** Colour schemes that a visitor can choose; system follows the device. */
export const schemes = ["system", "light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

/** Name of the cookie that keeps the choice. */
export const schemeCookie = "scheme";

export const schemeOf = (value: string | undefined): Scheme =>
  schemes.find((scheme) => scheme === value) ?? "system";
