/** Capitalised words: "Berlin", "Rio de Janeiro", "KYIV, Ukraine", "TEL AVIV/WASHINGTON". */
export function isPlace(words: string): boolean {
  if (words.length > 60 || /\b(?:published|posted|updated)\b/i.test(words)) return false;
  const parts = words.split(/[ ,/]+/);
  return (
    parts.length <= 8 &&
    parts.every((part) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(part) || particles.has(part) || part === '')
  );
}

const particles = new Set('of the de da di del la le el al and on upon sur in'.split(' '));

/** Without agency and date only capitals show a place: "WASHINGTON", "KYIV, Ukraine", "NEW DELHI". */
export function isShoutedPlace(words: string): boolean {
  if (isPlaceLabel(words) || !isPlace(words)) return false;
  const city = words.split(',')[0]!;
  return (
    city.split(/[ /]/).length <= 4 && (city.match(/\p{Lu}/gu)?.length ?? 0) >= 3 && !/\p{Ll}/u.test(city)
  );
}

/** Whether a line in capitals opens with a label that is no place: "UPDATE", "VIDEO". */
export function isPlaceLabel(words: string): boolean {
  return labels.test(words);
}

const labels =
  /^(?:BREAKING|UPDATE|UPDATED|EXCLUSIVE|WATCH|NOTE|LIVE|ANALYSIS|OPINION|EXPLAINER|EXPLAINED|FACTBOX|TIMELINE|CORRECTION|READ|VIDEO|PHOTOS|NEWS|ALERT|URGENT|WARNING|ADVISORY|MORE|Q|A|REVIEW|INTERVIEW|PROFILE|FEATURE|EDITORIAL|ADVERT\w*|SPONSORED|SUMMARY|ABSTRACT)\b/;

/** Whether these are the capitals of a city: short ones look like the letters of a paper. */
export function isKnownCity(words: string): boolean {
  return colonCities.has(words) || otherCities.has(words);
}

/** Whether a city's papers end the dateline with a colon. Capitals and a colon alone are a label: "LOOK: …". */
export function isColonCity(words: string): boolean {
  return colonCities.has(words);
}

const colonCities = new Set(
  `ABU DHABI|AHMEDABAD|AMRITSAR|ANKARA|BAGHDAD|BANGALORE|BANGKOK|BEIJING|BEIRUT|BENGALURU|BERLIN|BHOPAL|BHUBANESWAR
  |BRUSSELS|CAIRO|CHANDIGARH|CHENNAI|COLOMBO|COIMBATORE|DEHRADUN|DELHI|DHAKA|DOHA|DUBAI|GAZA|GENEVA|GURGAON|GURUGRAM
  |GUWAHATI|HANOI|HYDERABAD|INDORE|ISLAMABAD|ISTANBUL|JAIPUR|JAKARTA|JAMMU|JEDDAH|JERUSALEM|KABUL|KANPUR|KARACHI
  |KATHMANDU|KOCHI|KOLKATA|KUALA LUMPUR|KYIV|LAHORE|LONDON|LUCKNOW|MANILA|MOSCOW|MULTAN|MUMBAI|NAGPUR|NEW DELHI
  |NEW YORK|NOIDA|PARIS|PATNA|PESHAWAR|PUNE|PUTRAJAYA|QUETTA|RANCHI|RAWALPINDI|RIYADH|SEOUL|SINGAPORE|SRINAGAR|SURAT
  |TEHRAN|THIRUVANANTHAPURAM|TOKYO|UNITED NATIONS|VARANASI|VIJAYAWADA|WASHINGTON`.split(/\s*\|/),
);

/** Other cities from which much is reported: those of up to five letters look like the letters of a paper. */
const otherCities = new Set(
  `ADDIS ABABA|ADDIS ABEBA|AMSTERDAM|ANTANANARIVO|ATHENS|AUCKLAND|BAMAKO|BARCELONA|BELFAST|BELGRADE|BENGHAZI|BOGOTA|BOGOTÁ
  |BRASILIA|BRISBANE|BUCHAREST|BUDAPEST|BUENOS AIRES|BULAWAYO|CANBERRA|CAPE TOWN|CARACAS|CARDIFF|CEBU CITY|COPENHAGEN
  |DAR ES SALAAM|DAMASCUS|DUBLIN|DURBAN|EDINBURGH|ENUGU|ENTEBBE|FRANKFURT|FREETOWN|GABORONE|GLASGOW|HARARE|HAVANA|HELSINKI
  |HONG KONG|IBADAN|JOHANNESBURG|KADUNA|KAMPALA|KHARTOUM|KIGALI|KINGSTON|KINSHASA|KUMASI|LILONGWE|LISBON|LIVERPOOL|LUANDA
  |LUSAKA|MADRID|MAIDUGURI|MANCHESTER|MAPUTO|MASERU|MELBOURNE|MEXICO CITY|MOGADISHU|MOMBASA|MONROVIA|MONTREAL|MUNICH
  |NAIROBI|NICOSIA|OTTAWA|PHNOM PENH|PORT HARCOURT|PORT LOUIS|PORT MORESBY|PRAGUE|PRETORIA|RAMALLAH|RIO DE JANEIRO|SANTIAGO
  |SARAJEVO|SAO PAULO|SÃO PAULO|SKOPJE|SOWETO|STOCKHOLM|SYDNEY|TAIPEI|TBILISI|TEL AVIV|THIMPHU|TIRANA|TORONTO|TRIPOLI
  |VIENNA|VILNIUS|WARSAW|WELLINGTON|WINDHOEK|YANGON|YEREVAN|ZAGREB|ZURICH
  |ABUJA|ACCRA|ADEN|AMMAN|BAKU|BASRA|BERNE|BONN|BURSA|DAKAR|DAVAO|DERRY|DILI|ESSEN|GOMA|GRAZ|HAIFA|IPOH|IZMIR|JUBA
  |KANO|KAZAN|KIEV|KOBE|KYOTO|LAGOS|LAHTI|LEEDS|LHASA|LILLE|LIMA|LINZ|LODZ|LOME|LVIV|LYON|MACAU|MECCA|MIAMI|MILAN
  |MINSK|MOSUL|ODESA|OMSK|OSAKA|OSLO|PERTH|PRAIA|QUITO|RABAT|RIGA|ROME|SANAA|SOFIA|SUVA|TAMPA|TOMSK|TULSA|TUNIS|TURIN
  |WUHAN|YORK`.split(/\s*\|/),
);
