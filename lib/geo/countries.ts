import type { Coordinates } from "./distance";
import { foldName } from "./fold";

export type Country = {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  /** Adjectives and nouns for its people, without the plural s. */
  demonyms: string[];
  /** Other usual English names and abbreviations. */
  otherNames: string[];
  /** Middle of the band that holds most of its towns (from GeoNames): for maps and tie-breaks, not a border. */
  centre: Coordinates;
};

/** code | demonyms | other names | latitude,longitude of the centre */
const TABLE = `
AF|Afghan,Afghani||34.6,66.9
AL|Albanian||41.2,20.0
DZ|Algerian||33.2,3.2
AD|Andorran||42.5,1.6
AO|Angolan||-11.2,16.8
AG|Antiguan||17.3,-61.8
AR|Argentine,Argentinian||-32.5,-63.1
AM|Armenian||40.4,44.6
AU|Australian||-32.0,134.9
AT|Austrian||47.6,13.9
AZ|Azerbaijani,Azeri||40.3,47.8
BS|Bahamian||24.5,-76.3
BH|Bahraini||26.2,50.6
BD|Bangladeshi||23.7,90.4
BB|Barbadian||13.2,-59.6
BY|Belarusian,Belarussian||53.5,27.8
BE|Belgian||50.7,4.5
BZ|Belizean||17.4,-88.7
BJ|Beninese||8.6,2.2
BT|Bhutanese||27.3,90.4
BO|Bolivian||-17.8,-65.7
BA|Bosnian|Bosnia,Bosnia and Herzegovina|44.3,17.6
BW|Botswanan||-22.7,25.2
BR|Brazilian||-16.4,-45.5
BN|Bruneian||4.8,114.8
BG|Bulgarian||42.7,25.3
BF|Burkinabe,Burkinabé||12.3,-1.9
BI|Burundian||-3.5,29.9
KH|Cambodian||12.2,104.6
CM|Cameroonian||6.7,12.0
CA|Canadian||48.6,-93.7
CV|Cape Verdean|Cape Verde|15.9,-24.0
CF|Central African||5.8,19.2
TD|Chadian||12.4,18.1
CL|Chilean||-35.2,-71.8
CN|Chinese||32.4,110.6
CO|Colombian||5.7,-74.8
KM|Comorian||-11.9,43.9
CG|Congolese|Republic of the Congo,Congo-Brazzaville|-1.4,14.7
CD|Congolese|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo-Kinshasa|-3.0,22.8
CR|Costa Rican||10.0,-84.4
CI|Ivorian|Ivory Coast,Cote d'Ivoire|7.4,-5.6
HR|Croatian,Croat||44.8,16.5
CU|Cuban||21.7,-79.3
CY|Cypriot||34.9,33.2
CZ|Czech|Czech Republic,Czechia|49.8,15.8
DK|Danish||55.9,10.7
DJ|Djiboutian||11.7,42.7
DM|||15.4,-61.4
DO|||19.0,-70.5
EC|Ecuadorian,Ecuadorean||-1.6,-79.1
EG|Egyptian||28.6,31.6
SV|Salvadoran||13.7,-88.9
GQ|Equatoguinean||2.4,9.9
ER|Eritrean||14.9,39.2
EE|Estonian||58.8,25.5
SZ|Swazi|Swaziland|-26.5,31.5
ET|Ethiopian||9.5,39.4
FJ|Fijian||-17.3,178.2
FI|Finnish||62.5,25.0
FR|French||46.6,2.4
GA|Gabonese||-0.7,11.7
GM|Gambian||13.4,-15.4
GE|Georgian||42.4,42.9
DE|German||50.9,10.2
GH|Ghanaian||7.3,-1.2
GR|Greek||38.8,23.3
GD|Grenadian||12.3,-61.6
GT|Guatemalan||15.0,-90.7
GN|Guinean||10.4,-11.3
GW|Bissau-Guinean||12.0,-15.2
GY|Guyanese||6.4,-58.3
HT|Haitian||19.0,-73.0
HN|Honduran||14.8,-87.5
HK||Hong Kong|22.3,114.1
HU|Hungarian||47.2,19.6
IS|Icelandic||64.9,-18.6
IN|Indian||19.7,80.2
ID|Indonesian||-2.7,112.2
IR|Iranian|Iran,Islamic Republic of Iran|33.0,52.2
IQ|Iraqi||34.1,45.0
IE|Irish||53.1,-7.6
IL|Israeli||32.3,35.1
IT|Italian||42.8,11.8
JM|Jamaican||18.2,-77.3
JP|Japanese||36.9,135.9
JO|Jordanian||31.6,35.9
KZ|Kazakh,Kazakhstani||48.1,67.1
KE|Kenyan||-0.9,37.1
KI|||2.3,7.8
XK|Kosovar,Kosovan||42.6,20.8
KW|Kuwaiti||29.2,48.0
KG|Kyrgyz||41.4,74.3
LA|Laotian,Lao|Laos|18.0,104.0
LV|Latvian||56.9,24.4
LB|Lebanese||33.8,35.8
LS|Basotho||-29.6,28.1
LR|Liberian||6.2,-9.3
LY|Libyan||29.5,16.9
LI|||47.1,9.5
LT|Lithuanian||55.2,23.5
LU|||49.7,6.1
MG|Malagasy||-19.1,47.0
MW|Malawian||-13.5,34.5
MY|Malaysian||3.9,106.0
MV|Maldivian||3.2,73.3
ML|Malian||14.1,-4.2
MT|Maltese||35.9,14.4
MR|Mauritanian||18.0,-12.1
MU|Mauritian||-20.2,57.6
MX|Mexican||20.8,-98.5
MD|Moldovan||47.2,28.7
MC|||43.7,7.4
MN|Mongolian||47.4,102.0
ME|Montenegrin||42.6,19.3
MA|Moroccan||32.7,-6.4
MZ|Mozambican||-19.4,36.3
MM|Burmese,Myanma|Myanmar,Burma|19.7,96.4
NA|Namibian||-22.1,17.0
NP|Nepali,Nepalese||27.9,84.2
NL|Dutch||52.2,5.5
NZ|||-41.1,173.2
NI|Nicaraguan||12.6,-85.7
NE|Nigerien||15.0,6.6
NG|Nigerian||9.0,7.6
KP|North Korean|North Korea|40.3,127.6
MK|Macedonian|Macedonia,North Macedonia|41.6,21.7
NO|Norwegian||63.7,10.4
OM|Omani||23.0,57.5
PK|Pakistani||30.0,71.0
PS|Palestinian|Palestine,Palestinian Territories|31.9,35.2
PA|Panamanian||8.5,-80.9
PG|Papua New Guinean||-6.3,147.7
PY|Paraguayan||-25.2,-56.4
PE|Peruvian||-10.9,-75.0
PH|Filipino,Philippine||11.7,122.8
PL|Polish||51.7,19.4
PT|Portuguese||39.5,-8.5
PR|Puerto Rican||18.2,-66.4
QA|Qatari||25.5,51.4
RO|Romanian||45.9,25.0
RU|Russian|Russia,Russian Federation|52.1,69.4
RW|Rwandan||-2.0,29.7
WS|Samoan||-13.8,-172.0
SA|Saudi,Saudi Arabian||22.7,44.5
SN|Senegalese||14.6,-15.2
RS|Serbian,Serb||44.5,20.6
SC|Seychellois||-4.5,55.6
SL|Sierra Leonean||8.3,-11.9
SG|Singaporean||1.3,103.8
SK|Slovak||48.6,19.1
SI|Slovenian,Slovene||46.2,14.9
SB|||-8.9,158.9
SO|Somali,Somalian||6.2,46.1
ZA|South African||-29.2,25.4
KR|South Korean|South Korea|36.3,127.6
SS|South Sudanese||6.8,29.9
ES|Spanish||40.2,-2.8
LK|Sri Lankan||7.4,80.6
SD|Sudanese||14.9,30.5
SR|Surinamese||5.7,-55.3
SE|Swedish||59.6,15.3
CH|Swiss||46.9,8.0
SY|Syrian|Syria|34.8,37.8
TW|Taiwanese|Taiwan|24.0,120.8
TJ|Tajik||38.9,69.5
TZ|Tanzanian||-6.4,35.5
TH|Thai||13.1,101.5
TL|Timorese|East Timor,Timor-Leste|-8.8,126.0
TG|Togolese||8.5,1.0
TO|Tongan||-20.0,-174.6
TT|Trinidadian||10.4,-61.4
TN|Tunisian||35.4,9.8
TR|Turkish|Turkey,Türkiye|39.0,34.7
TM|Turkmen||39.4,59.3
UG|Ugandan||1.0,32.1
UA|Ukrainian||48.1,30.7
AE|Emirati|UAE,U.A.E.,Emirates|24.9,55.4
GB|British|UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|53.4,-2.0
US|American|United States of America,USA,U.S.,U.S.A.,US,America|37.4,-96.0
UY|Uruguayan||-33.2,-56.1
UZ|Uzbek||40.4,66.2
VU|||-16.7,168.2
VE|Venezuelan||9.3,-67.8
VN|Vietnamese||16.0,106.6
EH|Sahrawi|Western Sahara|24.4,-13.8
YE|Yemeni||14.9,45.9
ZM|Zambian||-13.0,27.9
ZW|Zimbabwean||-18.6,30.0
VA||Vatican City|41.9,12.5
`;

const displayNames = new Intl.DisplayNames(["en"], { type: "region" });

function parseRow(row: string): Country {
  const [code = "", demonyms = "", others = "", centre = ""] = row.split("|");
  const [latitude = 0, longitude = 0] = centre.split(",").map(Number);
  const otherNames = others ? others.split(",") : [];
  const common = otherNames.find((name) => name.length > 4);
  const formal = displayNames.of(code) ?? code;
  return {
    code,
    name: /[()&]|SAR|Türkiye|Congo/.test(formal) && common ? common : formal,
    demonyms: demonyms ? demonyms.split(",") : [],
    otherNames,
    centre: { latitude, longitude },
  };
}

export const countries: readonly Country[] = TABLE.trim().split("\n").map(parseRow);

const byCode = new Map(countries.map((country) => [country.code, country]));

/** The country of an ISO 3166-1 alpha-2 code, or null. */
export const getCountry = (code: string): Country | null => byCode.get(code.toUpperCase()) ?? null;

export type CountryNameKind = "name" | "demonym";

function nameIndex(): Map<string, { country: Country; kind: CountryNameKind }> {
  const index = new Map<string, { country: Country; kind: CountryNameKind }>();
  for (const country of countries) {
    for (const demonym of country.demonyms) {
      for (const form of [demonym, `${demonym}s`]) {
        if (!index.has(foldName(form))) index.set(foldName(form), { country, kind: "demonym" });
      }
    }
  }
  for (const country of countries) {
    const formal = displayNames.of(country.code) ?? country.name;
    for (const name of [country.name, formal, ...country.otherNames]) {
      index.set(foldName(name), { country, kind: "name" });
    }
  }
  return index;
}

/**
 * Folded English country names, abbreviations and demonyms (singular, and plural in s). A demonym that two
 * countries share (Congolese) belongs to the first in the table.
 */
export const countryNames: ReadonlyMap<string, { country: Country; kind: CountryNameKind }> = nameIndex();
