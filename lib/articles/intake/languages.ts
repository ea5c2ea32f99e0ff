/** Frequent short words of each language; a text's language is the one whose words it uses most. */
const stopWords: Readonly<Record<string, string>> = {
  en: "the of and to in a is that was for on it with as his by at from are were has had which not an said their they been after who have its will this but",
  fr: "le la les de des du et en un une que est pour qui dans par sur au aux pas il elle ce cette avec sont a été mais ont ses leur plus",
  es: "el la los las de del y en un una que es por con para se no su al lo como más fue ha este esta pero sus según son desde también",
  de: "der die das und in den von zu mit dem ist des sich nicht ein eine auf im für als auch es an nach bei aus wurde sind werden hat einen wird",
  tr: "ve bir bu için ile da de olarak daha olan çok gibi kadar sonra göre ise ancak en ne o ya her oldu olduğu tarafından dedi değil var",
  ku: "û li ji ku di bi de jî ya yên yê ne wê vê re ser ev bo da hat kir dike hatin wî xwe gelek kurdistan kurdistanê",
  ar: "في من على إلى أن التي الذي عن مع هذا هذه كان ما لا بعد قد كما بين قال وقد ولم كانت أو ذلك خلال حيث إن وقال عند",
  fa: "و در به از که این را با است برای آن یک می های شد کرد خود بر تا شده گفت نیز بود ها اما کرده هم باید دارد",
  ckb: "لە بە و بۆ کە ئەو لەگەڵ ئەم سەر دوای هەر بوو کرد دەکات ئێران هەرێمی کوردستان بەڵام پێش نێوان ڕاگەیاند هەیە",
  he: "של את על לא הוא כי עם גם זה היא כל אל או הם אך יותר בין לאחר היה אבל כך אחרי לפני מה יש אשר",
  ru: "и в на не что с по из для это его к как от был о у за при так были том же также после который но до является",
  uk: "і в у на не що з по із для це його до як від був про за при та були також після який але є під які року",
};

/** Sorani is Kurdish too: BCP 47 calls it ckb, and the record keeps one code for the language. */
const reported: Readonly<Record<string, string>> = { ckb: "ku" };

const languageOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(stopWords)) {
  for (const word of words.split(" ")) languageOf.set(word, [...(languageOf.get(word) ?? []), language]);
}

/** Letters that one language of a script has and its neighbours lack. */
const tellingLetters: readonly (readonly [letters: RegExp, language: string])[] = [
  [/[ێۆڕڵە]/g, "ckb"],
  [/[پچژگ]/g, "fa"],
  [/[ةىإأ]/g, "ar"],
  [/[іїєґ]/g, "uk"],
  [/[ыэъё]/g, "ru"],
  [/[ğış]/g, "tr"],
  [/[îûê]/g, "ku"],
  [/[ßäöü]/g, "de"],
  [/[ñ¿¡]/g, "es"],
];

/** How much of a text is looked at, in characters: enough to tell, whatever its length. */
const sampleLength = 20_000;

/**
 * The language of a text as an ISO 639-1 code: en, ar, fa, ku, he, tr, ru, uk, fr, es or de; null when
 * it is none of these or too short to tell. Words count for one, telling letters for a half.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength).toLowerCase();
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < 4) return null;
  const scores = new Map<string, number>();
  const add = (language: string, points: number) =>
    scores.set(language, (scores.get(language) ?? 0) + points);
  for (const word of words) for (const language of languageOf.get(word) ?? []) add(language, 1);
  for (const [letters, language] of tellingLetters) add(language, (sample.match(letters)?.length ?? 0) / 2);
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < Math.max(1, words.length * 0.05) || best[1] === second?.[1]) return null;
  return reported[best[0]] ?? best[0];
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** The direction that most letters of a text have (the strong classes R and AL of UAX #9 against L). */
export function detectDirection(text: string): "ltr" | "rtl" {
  const letters = text.slice(0, sampleLength).match(/\p{L}/gu) ?? [];
  const backwards = letters.join("").match(rightToLeft)?.length ?? 0;
  return backwards * 2 > letters.length ? "rtl" : "ltr";
}
