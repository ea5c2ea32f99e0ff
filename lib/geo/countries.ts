import { countryName } from "./country-name";
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
  /** The city that news calls "the capital"; null where the table has none. */
  capital: string | null;
};

/** code | demonyms | other names | latitude,longitude of the centre | capital or seat of government */
const TABLE = `
AF|Afghan,Afghani||34.6,66.9|Kabul
AL|Albanian||41.2,20.0|Tirana
DZ|Algerian||33.2,3.2|Algiers
AD|Andorran||42.5,1.6|
AO|Angolan||-11.2,16.8|Luanda
AG|Antiguan||17.3,-61.8|
AR|Argentine,Argentinian||-32.5,-63.1|Buenos Aires
AM|Armenian||40.4,44.6|Yerevan
AU|Australian||-32.0,134.9|Canberra
AT|Austrian||47.6,13.9|Vienna
AZ|Azerbaijani,Azeri||40.3,47.8|Baku
BS|Bahamian||24.5,-76.3|
BH|Bahraini||26.2,50.6|Manama
BD|Bangladeshi||23.7,90.4|Dhaka
BB|Barbadian||13.2,-59.6|
BY|Belarusian,Belarussian||53.5,27.8|Minsk
BE|Belgian||50.7,4.5|Brussels
BZ|Belizean||17.4,-88.7|
BJ|Beninese||8.6,2.2|Porto-Novo
BT|Bhutanese||27.3,90.4|
BO|Bolivian||-17.8,-65.7|La Paz
BA|Bosnian|Bosnia,Bosnia and Herzegovina|44.3,17.6|Sarajevo
BW|Botswanan||-22.7,25.2|Gaborone
BR|Brazilian||-16.4,-45.5|Brasília
BN|Bruneian||4.8,114.8|
BG|Bulgarian||42.7,25.3|Sofia
BF|Burkinabe,Burkinabé||12.3,-1.9|Ouagadougou
BI|Burundian||-3.5,29.9|Bujumbura
KH|Cambodian||12.2,104.6|Phnom Penh
CM|Cameroonian||6.7,12.0|Yaoundé
CA|Canadian||48.6,-93.7|Ottawa
CV|Cape Verdean|Cape Verde|15.9,-24.0|
CF|Central African||5.8,19.2|Bangui
TD|Chadian||12.4,18.1|N'Djamena
CL|Chilean||-35.2,-71.8|Santiago
CN|Chinese||32.4,110.6|Beijing
CO|Colombian||5.7,-74.8|Bogotá
KM|Comorian||-11.9,43.9|
CG|Congolese|Republic of the Congo,Congo-Brazzaville|-1.4,14.7|Brazzaville
CD|Congolese|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo-Kinshasa|-3.0,22.8|Kinshasa
CR|Costa Rican||10.0,-84.4|San José
CI|Ivorian|Ivory Coast,Cote d'Ivoire|7.4,-5.6|Abidjan
HR|Croatian,Croat||44.8,16.5|Zagreb
CU|Cuban||21.7,-79.3|Havana
CY|Cypriot||34.9,33.2|Nicosia
CZ|Czech|Czech Republic,Czechia|49.8,15.8|Prague
DK|Danish||55.9,10.7|Copenhagen
DJ|Djiboutian||11.7,42.7|Djibouti
DM|||15.4,-61.4|
DO|||19.0,-70.5|Santo Domingo
EC|Ecuadorian,Ecuadorean||-1.6,-79.1|Quito
EG|Egyptian||28.6,31.6|Cairo
SV|Salvadoran||13.7,-88.9|San Salvador
GQ|Equatoguinean||2.4,9.9|
ER|Eritrean||14.9,39.2|Asmara
EE|Estonian||58.8,25.5|Tallinn
SZ|Swazi|Swaziland|-26.5,31.5|
ET|Ethiopian||9.5,39.4|Addis Ababa
FJ|Fijian||-17.3,178.2|Suva
FI|Finnish||62.5,25.0|Helsinki
FR|French||46.6,2.4|Paris
GA|Gabonese||-0.7,11.7|Libreville
GM|Gambian||13.4,-15.4|Banjul
GE|Georgian||42.4,42.9|Tbilisi
DE|German||50.9,10.2|Berlin
GH|Ghanaian||7.3,-1.2|Accra
GR|Greek||38.8,23.3|Athens
GD|Grenadian||12.3,-61.6|
GT|Guatemalan||15.0,-90.7|Guatemala City
GN|Guinean||10.4,-11.3|Conakry
GW|Bissau-Guinean||12.0,-15.2|Bissau
GY|Guyanese||6.4,-58.3|Georgetown
HT|Haitian||19.0,-73.0|Port-au-Prince
HN|Honduran||14.8,-87.5|Tegucigalpa
HK||Hong Kong|22.3,114.1|
HU|Hungarian||47.2,19.6|Budapest
IS|Icelandic||64.9,-18.6|Reykjavík
IN|Indian||19.7,80.2|New Delhi
ID|Indonesian||-2.7,112.2|Jakarta
IR|Iranian|Iran,Islamic Republic of Iran|33.0,52.2|Tehran
IQ|Iraqi||34.1,45.0|Baghdad
IE|Irish||53.1,-7.6|Dublin
IL|Israeli||32.3,35.1|Jerusalem
IT|Italian||42.8,11.8|Rome
JM|Jamaican||18.2,-77.3|Kingston
JP|Japanese||36.9,135.9|Tokyo
JO|Jordanian||31.6,35.9|Amman
KZ|Kazakh,Kazakhstani||48.1,67.1|Astana
KE|Kenyan||-0.9,37.1|Nairobi
KI|||2.3,7.8|
XK|Kosovar,Kosovan||42.6,20.8|Pristina
KW|Kuwaiti||29.2,48.0|Kuwait City
KG|Kyrgyz||41.4,74.3|Bishkek
LA|Laotian,Lao|Laos|18.0,104.0|Vientiane
LV|Latvian||56.9,24.4|Riga
LB|Lebanese||33.8,35.8|Beirut
LS|Basotho||-29.6,28.1|
LR|Liberian||6.2,-9.3|Monrovia
LY|Libyan||29.5,16.9|Tripoli
LI|||47.1,9.5|
LT|Lithuanian||55.2,23.5|Vilnius
LU|||49.7,6.1|
MG|Malagasy||-19.1,47.0|Antananarivo
MW|Malawian||-13.5,34.5|Lilongwe
MY|Malaysian||3.9,106.0|Kuala Lumpur
MV|Maldivian||3.2,73.3|Malé
ML|Malian||14.1,-4.2|Bamako
MT|Maltese||35.9,14.4|
MR|Mauritanian||18.0,-12.1|Nouakchott
MU|Mauritian||-20.2,57.6|
MX|Mexican||20.8,-98.5|Mexico City
MD|Moldovan||47.2,28.7|Chisinau
MC|||43.7,7.4|
MN|Mongolian||47.4,102.0|Ulaanbaatar
ME|Montenegrin||42.6,19.3|Podgorica
MA|Moroccan||32.7,-6.4|Rabat
MZ|Mozambican||-19.4,36.3|Maputo
MM|Burmese,Myanma|Myanmar,Burma|19.7,96.4|Naypyidaw
NA|Namibian||-22.1,17.0|Windhoek
NP|Nepali,Nepalese||27.9,84.2|Kathmandu
NL|Dutch||52.2,5.5|Amsterdam
NZ|||-41.1,173.2|Wellington
NI|Nicaraguan||12.6,-85.7|Managua
NE|Nigerien||15.0,6.6|Niamey
NG|Nigerian||9.0,7.6|Abuja
KP|North Korean|North Korea|40.3,127.6|Pyongyang
MK|Macedonian|Macedonia,North Macedonia|41.6,21.7|Skopje
NO|Norwegian||63.7,10.4|Oslo
OM|Omani||23.0,57.5|Muscat
PK|Pakistani||30.0,71.0|Islamabad
PS|Palestinian|Palestine,Palestinian Territories|31.9,35.2|
PA|Panamanian||8.5,-80.9|Panama City
PG|Papua New Guinean||-6.3,147.7|Port Moresby
PY|Paraguayan||-25.2,-56.4|Asunción
PE|Peruvian||-10.9,-75.0|Lima
PH|Filipino,Philippine||11.7,122.8|Manila
PL|Polish||51.7,19.4|Warsaw
PT|Portuguese||39.5,-8.5|Lisbon
PR|Puerto Rican||18.2,-66.4|
QA|Qatari||25.5,51.4|Doha
RO|Romanian||45.9,25.0|Bucharest
RU|Russian|Russia,Russian Federation|52.1,69.4|Moscow
RW|Rwandan||-2.0,29.7|Kigali
WS|Samoan||-13.8,-172.0|
SA|Saudi,Saudi Arabian||22.7,44.5|Riyadh
SN|Senegalese||14.6,-15.2|Dakar
RS|Serbian,Serb||44.5,20.6|Belgrade
SC|Seychellois||-4.5,55.6|
SL|Sierra Leonean||8.3,-11.9|Freetown
SG|Singaporean||1.3,103.8|Singapore
SK|Slovak||48.6,19.1|Bratislava
SI|Slovenian,Slovene||46.2,14.9|Ljubljana
SB|||-8.9,158.9|
SO|Somali,Somalian||6.2,46.1|Mogadishu
ZA|South African||-29.2,25.4|Pretoria
KR|South Korean|South Korea|36.3,127.6|Seoul
SS|South Sudanese||6.8,29.9|Juba
ES|Spanish||40.2,-2.8|Madrid
LK|Sri Lankan||7.4,80.6|Colombo
SD|Sudanese||14.9,30.5|Khartoum
SR|Surinamese||5.7,-55.3|
SE|Swedish||59.6,15.3|Stockholm
CH|Swiss||46.9,8.0|Bern
SY|Syrian|Syria|34.8,37.8|Damascus
TW|Taiwanese|Taiwan|24.0,120.8|Taipei
TJ|Tajik||38.9,69.5|Dushanbe
TZ|Tanzanian||-6.4,35.5|Dar es Salaam
TH|Thai||13.1,101.5|Bangkok
TL|Timorese|East Timor,Timor-Leste|-8.8,126.0|Dili
TG|Togolese||8.5,1.0|Lomé
TO|Tongan||-20.0,-174.6|
TT|Trinidadian||10.4,-61.4|
TN|Tunisian||35.4,9.8|Tunis
TR|Turkish|Turkey,Türkiye|39.0,34.7|Ankara
TM|Turkmen||39.4,59.3|Ashgabat
UG|Ugandan||1.0,32.1|Kampala
UA|Ukrainian||48.1,30.7|Kyiv
AE|Emirati|UAE,U.A.E.,Emirates|24.9,55.4|Abu Dhabi
GB|British|UK,U.K.,Britain,Great Britain,England,Scotland,Wales,Northern Ireland|53.4,-2.0|London
US|American|United States of America,USA,U.S.,U.S.A.,US,America|37.4,-96.0|Washington
UY|Uruguayan||-33.2,-56.1|Montevideo
UZ|Uzbek||40.4,66.2|Tashkent
VU|||-16.7,168.2|
VE|Venezuelan||9.3,-67.8|Caracas
VN|Vietnamese||16.0,106.6|Hanoi
EH|Sahrawi|Western Sahara|24.4,-13.8|
YE|Yemeni||14.9,45.9|Sanaa
ZM|Zambian||-13.0,27.9|Lusaka
ZW|Zimbabwean||-18.6,30.0|Harare
VA||Vatican City|41.9,12.5|
`;

const displayNames = new Intl.DisplayNames(["en"], { type: "region" });

function parseRow(row: string): Country {
  const [code = "", demonyms = "", others = "", centre = "", capital = ""] = row.split("|");
  const [latitude = 0, longitude = 0] = centre.split(",").map(Number);
  const otherNames = others ? others.split(",") : [];
  return {
    code,
    name: countryName(code),
    demonyms: demonyms ? demonyms.split(",") : [],
    otherNames,
    centre: { latitude, longitude },
    capital: capital || null,
  };
}

const countries: readonly Country[] = TABLE.trim().split("\n").map(parseRow);

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
