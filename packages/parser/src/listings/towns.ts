/** Towns that are known without their country being printed. */
const table: Readonly<Record<string, string>> = {
  AR: 'Buenos Aires',
  AT: 'Vienna|Graz|Linz|Salzburg',
  AU: 'Sydney|Melbourne|Brisbane|Perth|Canberra|Adelaide',
  BE: 'Brussels|Antwerp|Ghent',
  BG: 'Sofia',
  BR: 'São Paulo|Sao Paulo|Rio de Janeiro|Belo Horizonte',
  BY: 'Minsk',
  CA: 'Vancouver|Toronto|Montréal|Montreal|Ottawa|Calgary|Edmonton',
  CH: 'Zurich|Zürich|Bern|Basel|Geneva|Lausanne',
  CL: 'Santiago de Chile',
  CN: 'Beijing|Shanghai|Shenzhen|Guangzhou|Hangzhou|Chengdu',
  CO: 'Bogotá|Bogota|Medellín|Medellin',
  CZ: 'Prague|Brno',
  DE: 'Berlin|Hamburg|Munich|München|Cologne|Köln|Bonn|Frankfurt|Stuttgart|Dresden|Leipzig|Darmstadt|Karlsruhe|Nuremberg|Nürnberg|Heidelberg|Hanover|Augsburg|Düsseldorf',
  DK: 'Copenhagen|Aarhus',
  EE: 'Tallinn',
  ES: 'Madrid|Barcelona|Valencia|Seville|Bilbao',
  FI: 'Helsinki|Tampere',
  FR: 'Paris|Lyon|Lille|Toulouse|Bordeaux|Marseille|Nantes|Grenoble|Strasbourg|Montpellier',
  GB: 'London|Manchester|Edinburgh|Glasgow|Cardiff|Bristol|Leeds|Liverpool',
  GR: 'Athens|Thessaloniki',
  HR: 'Zagreb',
  HU: 'Budapest',
  IE: 'Dublin|Cork',
  IL: 'Tel Aviv|Jerusalem|Haifa',
  IN: 'Bangalore|Bengaluru|Mumbai|Delhi|New Delhi|Pune|Chennai|Hyderabad|Kolkata',
  IT: 'Rome|Milan|Turin|Florence|Bologna|Naples',
  JP: 'Tokyo|Osaka|Kyoto|Fukuoka|Nagoya',
  KE: 'Nairobi',
  KR: 'Seoul|Busan',
  LT: 'Vilnius|Kaunas',
  LV: 'Riga',
  MX: 'Mexico City|Guadalajara|Monterrey',
  MY: 'Kuala Lumpur',
  NG: 'Lagos',
  NL: 'Amsterdam|Rotterdam|Utrecht|Eindhoven|Delft|The Hague',
  NO: 'Oslo|Bergen|Trondheim',
  NZ: 'Auckland|Wellington|Christchurch',
  PH: 'Manila|Cebu',
  PL: 'Warsaw|Kraków|Krakow|Wrocław|Wroclaw|Gdańsk|Poznań',
  PT: 'Lisbon|Porto',
  RO: 'Bucharest|Cluj-Napoca',
  RS: 'Belgrade',
  RU: 'Moscow|Saint Petersburg|St. Petersburg',
  SE: 'Stockholm|Gothenburg|Malmö',
  SG: 'Singapore',
  TR: 'Istanbul|Ankara',
  TW: 'Taipei',
  UA: 'Kyiv|Kiev|Lviv|Kharkiv',
  US: 'New York City|New York|NYC|Los Angeles|San Francisco|San Diego|San Jose|Seattle|Portland|Boston|Chicago|Denver|Boulder|Austin|Dallas|Houston|Phoenix|Atlanta|Miami|Tampa|Pittsburgh|Philadelphia|Columbus|Detroit|Minneapolis|Washington, DC|Indianapolis|Salt Lake City|Mountain View|Las Vegas|Nashville|Irving|Mesa|Provo|Baltimore|Cleveland|Sacramento|Raleigh',
  UY: 'Montevideo',
  VN: 'Hanoi|Ho Chi Minh City',
  ZA: 'Johannesburg|Cape Town|Durban',
};

const countryByTown = new Map(
  Object.entries(table).flatMap(([country, towns]) => towns.split('|').map((town) => [town.toLowerCase(), country])),
);
const anyTown = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...countryByTown.keys()]
    .sort((a, b) => b.length - a.length)
    .map((town) => town.replace(/\./g, '\\.'))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** The country of a known town, as ISO 3166-1 alpha-2; null for a town that is not known. */
export function countryOfTown(town: string): string | null {
  return countryByTown.get(town.trim().toLowerCase()) ?? null;
}

/** The first known town in a text, written with a capital, and where it stands; null where there is none. */
export function findTown(text: string): { readonly start: number; readonly end: number } | null {
  for (const match of text.matchAll(anyTown)) {
    if (/^\p{Lu}/u.test(match[0])) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
