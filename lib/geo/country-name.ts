const regions = new Intl.DisplayNames(["en"], { type: "region" });

/** Where people say another name than the formal one. */
const commonNames: Partial<Record<string, string>> = {
  BA: "Bosnia",
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  HK: "Hong Kong",
  MM: "Myanmar",
  TR: "Turkey",
};

/** The English name of an ISO 3166-1 alpha-2 code in capitals; the code itself when it has none. */
export const countryName = (code: string): string => commonNames[code] ?? regions.of(code) ?? code;
