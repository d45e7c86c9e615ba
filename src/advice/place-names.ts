/** Names of countries in the languages that questions come in, made from the platform's own data. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'zh', 'ja', 'ko'];
/** Not countries, or codes of the past that today's names are given for too. */
const NOT_A_PLACE = new Set('EU UN EZ XA XB QO ZZ DD FX BU CS TP YU ZR SU AN NH VD YD UK'.split(' '));
/** Country names that are everyday words, first names or other places in another language. */
const AMBIGUOUS = 'chad jersey guinea jordan mali niger island maurice tschad'.split(' ');

/** What else tells where a team sits: cities, regions, short names; those that are everyday words are left out. */
const MORE: Record<string, string> = {
  EU: 'european union, europe, eu, 欧盟, 欧洲, 欧州',
  GB: 'uk, britain, great britain, england, scotland, wales, london, manchester, edinburgh, birmingham, leeds, glasgow, liverpool, bristol, cardiff, belfast, sheffield, nottingham',
  US: 'us, usa, u.s., america, the states, new york, san francisco, california, texas, delaware, boston, austin, dallas, houston, chicago, denver, atlanta, miami, florida, los angeles, silicon valley, bay area, washington, seattle, philadelphia, san diego, san jose, portland, detroit, minneapolis, nashville, pittsburgh, baltimore, salt lake city, las vegas, tampa, brooklyn, manhattan, palo alto, mountain view, oakland, arizona, colorado, illinois, massachusetts, michigan, nevada, ohio, oregon, pennsylvania, utah, nyc, sf, vereinigte staaten',
  KR: 'korea, south korea, seoul, busan, incheon, daegu, daejeon, pangyo',
  CZ: 'czech republic, prague, brno, ostrava, plzeň, pilsen, olomouc, liberec',
  TR: 'turkey, istanbul, ankara, izmir',
  NL: 'holland, amsterdam, rotterdam, the hague, utrecht, eindhoven, delft, groningen, niederlande, nederland, maastricht, haarlem, leiden, nijmegen, arnhem, tilburg, breda, enschede',
  AE: 'uae, dubai, abu dhabi',
  DE: 'berlin, munich, hamburg, frankfurt, cologne, stuttgart, leipzig, düsseldorf, münchen, köln, dortmund, bremen, dresden, hannover, hanover, nuremberg, nürnberg, karlsruhe, mannheim, bonn, freiburg, heidelberg, aachen, potsdam, kiel, deutschland, konstanz, kiel, rostock, münster, aachen, potsdam, erfurt, mainz, kassel, lübeck, augsburg, wiesbaden, heidelberg, regensburg, würzburg, ulm, magdeburg, chemnitz, saarbrücken, braunschweig, bielefeld, wuppertal, duisburg, darmstadt',
  FR: 'paris, lyon, toulouse, marseille, nantes, lille, bordeaux, strasbourg, grenoble, rennes, montpellier, frankreich, rouen, dijon, angers, reims, le havre, nancy, metz, besançon, brest, limoges, perpignan, annecy, clermont-ferrand, saint-étienne',
  IE: 'dublin, galway, limerick',
  ES: 'madrid, barcelona, valencia, seville, sevilla, bilbao, málaga, malaga, zaragoza, españa, spanien, granada, alicante, murcia, córdoba, valladolid, vigo, gijón, pamplona, san sebastián',
  IT: 'rome, milan, roma, milano, turin, torino, naples, napoli, firenze, bologna, genoa, venice, palermo, italia, italien, verona, padova, trieste, brescia, bari, catania, bergamo, parma, modena, trento',
  BE: 'brussels, antwerp, ghent, bruges, leuven, liège',
  AT: 'vienna, wien, graz, linz, salzburg, innsbruck, österreich, oesterreich',
  SE: 'stockholm, gothenburg, göteborg, malmö, malmo, uppsala',
  DK: 'copenhagen, aarhus, odense',
  FI: 'helsinki, espoo, tampere, oulu, turku, jyväskylä, vantaa',
  NO: 'oslo, bergen, trondheim, stavanger',
  LI: 'vaduz',
  CH: 'zurich, geneva, zürich, basel, bern, lausanne, lucerne, lugano, schweiz, suisse, svizzera, genf, genève',
  PL: 'warsaw, krakow, kraków, gdansk, gdańsk, wroclaw, wrocław, poznan, poznań, lodz, katowice, polska, polen, łódź, szczecin, lublin, bydgoszcz',
  PT: 'lisbon, porto, braga, coimbra, aveiro, funchal, lisboa',
  JP: 'tokyo, osaka, kyoto, yokohama, nagoya, fukuoka, sapporo',
  CN: 'beijing, shanghai, shenzhen, guangzhou, hangzhou, chengdu, wuhan, nanjing',
  CA: 'montreal, vancouver, toronto, ottawa, calgary, edmonton, winnipeg, quebec, québec, ontario, british columbia, alberta, halifax',
  AU: 'sydney, melbourne, brisbane, adelaide, canberra',
  HU: 'budapest, debrecen, szeged',
  RO: 'bucharest, cluj, timisoara, iasi',
  BG: 'sofia, plovdiv, varna',
  IN: 'delhi, hyderabad, bengaluru, bangalore, mumbai, new delhi, chennai, kolkata, pune',
  IL: 'tel aviv, jerusalem, haifa',
  BR: 'são paulo, sao paulo, rio de janeiro, brasilia',
  EE: 'tallinn, tartu',
  GR: 'athens, thessaloniki, patras',
  HR: 'zagreb, rijeka, osijek, zadar',
  SI: 'ljubljana, maribor',
  SK: 'bratislava, kosice',
  LT: 'vilnius, kaunas',
  LV: 'riga',
  CY: 'nicosia, limassol',
  MT: 'valletta',
  IS: 'reykjavik',
  UA: 'kyiv, kiev, lviv',
  RU: 'moscow, st. petersburg, saint petersburg',
  RS: 'belgrade',
  HK: 'kowloon',
  TW: 'taipei, hsinchu, kaohsiung',
  SG: 'singapur',
  MY: 'kuala lumpur',
  TH: 'bangkok',
  VN: 'hanoi, saigon, ho chi minh city',
  ID: 'jakarta',
  PH: 'manila',
  SA: 'riyadh',
  EG: 'cairo',
  NG: 'lagos',
  KE: 'nairobi',
  ZA: 'cape town, johannesburg',
  NZ: 'auckland, wellington',
  MX: 'mexico city, guadalajara, monterrey',
  AR: 'buenos aires',
  CL: 'santiago',
  CO: 'bogota, bogotá, medellin, medellín',
};

/** "German" tells a place beside a company, and a language after "in". */
const ADJECTIVES: Record<string, string> = {
  EU: 'european',
  GB: 'british, scottish, english, welsh',
  US: 'american',
  KR: 'korean',
  DE: 'german, deutsche, deutschen, deutscher, deutsches, deutsch',
  FR: 'french',
  NL: 'dutch',
  ES: 'spanish',
  IT: 'italian',
  PL: 'polish',
  SE: 'swedish',
  DK: 'danish',
  FI: 'finnish',
  NO: 'norwegian',
  AT: 'austrian, österreichische, viennese, österreichisch',
  BE: 'belgian',
  IE: 'irish',
  PT: 'portuguese',
  GR: 'greek',
  CZ: 'czech',
  HU: 'hungarian',
  RO: 'romanian',
  BG: 'bulgarian',
  HR: 'croatian',
  EE: 'estonian',
  LV: 'latvian',
  LT: 'lithuanian',
  SK: 'slovak',
  SI: 'slovenian',
  CH: 'swiss, schweizer',
  CA: 'canadian',
  AU: 'australian',
  JP: 'japanese',
  CN: 'chinese',
  IN: 'indian',
  BR: 'brazilian',
  MX: 'mexican',
  SG: 'singaporean',
  IL: 'israeli',
  TR: 'turkish',
  VN: 'vietnamese',
  TW: 'taiwanese',
  AE: 'emirati',
  CY: 'cypriot',
  MT: 'maltese',
  LU: 'luxembourgish',
  IS: 'icelandic',
  UA: 'ukrainian',
  RU: 'russian',
  RS: 'serbian',
  MY: 'malaysian',
  TH: 'thai',
  ID: 'indonesian',
  PH: 'filipino',
  SA: 'saudi',
  EG: 'egyptian',
  NG: 'nigerian',
  KE: 'kenyan',
  ZA: 'south african',
  AR: 'argentinian, argentine',
  CL: 'chilean',
  CO: 'colombian',
  PE: 'peruvian',
};

const countries = (): [string, string][] =>
  LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    return letters
      .flatMap((first) => letters.map((second) => first + second))
      .filter((code) => !NOT_A_PLACE.has(code))
      .flatMap((code): [string, string][] => {
        const name = names.of(code)?.toLowerCase();
        return name && !AMBIGUOUS.includes(name) ? [[name, code]] : [];
      });
  });
const listed = (lists: Record<string, string>): [string, string][] =>
  Object.entries(lists).flatMap(([code, list]) => list.split(', ').map((name): [string, string] => [name, code]));

/** Names of countries, regions and cities in lower case, by ISO 3166-1 code or "EU". */
export const PLACES: ReadonlyMap<string, string> = new Map([...countries(), ...listed(MORE)]);
/** Adjectives of places, in lower case. */
export const PLACE_ADJECTIVES: ReadonlyMap<string, string> = new Map(listed(ADJECTIVES));
