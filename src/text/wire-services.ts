import { findMatches } from './patterns.ts';

/** A wire service: its usual short name, and the other forms in which copy names it. */
interface WireService {
  readonly name: string;
  readonly forms: readonly string[];
  /** False where the short name means other things in prose ("PA", "AA"): it then counts only in credits and datelines. */
  readonly isPlain: boolean;
}

/** Where a wire service is named in a text: its short name and place. */
export interface WireServiceMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The short name of the wire service that these words are the whole name of; null where they name none. */
export function wireServiceNamed(words: string): string | null {
  return byForm.get(words.trim().replace(/^the /i, '').toLowerCase()) ?? null;
}

/**
 * The wire services named in a credit, byline or other line about the copy, each once, in order.
 * In prose ask {@link findWireServices} with `isProse`, which leaves out names that mean other things too.
 */
export function findWireServices(text: string, isProse = false): WireServiceMention[] {
  const mentions: WireServiceMention[] = [];
  for (const match of findMatches(text, isProse ? prosePattern : linePattern)) {
    const name = byForm.get(match[0].toLowerCase());
    if (name !== undefined) mentions.push({ name, start: match.index, end: match.index + match[0].length });
  }
  return mentions;
}

const wireServices: readonly WireService[] = [
  plain('Reuters', 'Thomson Reuters'),
  plain('AFP', 'Agence France-Presse', 'Agence France Presse'),
  plain('AP', 'Associated Press', 'AP News'),
  plain('dpa', 'Deutsche Presse-Agentur', 'dpa International'),
  plain('UPI', 'United Press International'),
  plain('Bloomberg', 'Bloomberg News'),
  plain('TASS', 'ITAR-TASS'),
  plain('Interfax'),
  plain('RIA Novosti', 'RIA'),
  plain('Xinhua', 'Xinhua News Agency'),
  plain('Kyodo', 'Kyodo News'),
  plain('Jiji', 'Jiji Press'),
  plain('Yonhap', 'Yonhap News Agency'),
  plain('PTI', 'Press Trust of India'),
  plain('ANI', 'Asian News International'),
  plain('IANS', 'Indo-Asian News Service'),
  plain('EFE', 'Agencia EFE'),
  plain('ANSA'),
  plain('AAP', 'Australian Associated Press'),
  plain('Bernama'),
  plain('Antara'),
  plain('Anadolu', 'Anadolu Agency'),
  plain('IRNA', 'Islamic Republic News Agency'),
  plain('Tasnim'),
  plain('Ukrinform'),
  plain('Belga'),
  plain('Ritzau'),
  plain('NTB'),
  plain('Lusa', 'Lusa News Agency'),
  plain('KCNA', 'Korean Central News Agency'),
  plain('Adnkronos'),
  plain('The Canadian Press', 'Canadian Press'),
  byName('PA', 'Press Association', 'PA Media', 'PA news agency'),
  byName('NAN', 'News Agency of Nigeria'),
  byName('GNA', 'Ghana News Agency'),
  byName('KNA', 'Kenya News Agency'),
  byName('APP', 'Associated Press of Pakistan'),
  byName('UNB', 'United News of Bangladesh'),
  byName('BSS', 'Bangladesh Sangbad Sangstha'),
  byName('PNA', 'Philippine News Agency'),
  byName('VNA', 'Vietnam News Agency'),
  byName('CNA', 'Central News Agency'),
  byName('SPA', 'Saudi Press Agency'),
  byName('WAM', 'Emirates News Agency'),
  byName('MAP', 'Maghreb Arabe Presse'),
  byName('APS', 'Algeria Press Service'),
  byName('SANA', 'Syrian Arab News Agency'),
  byName('BTA', 'Bulgarian News Agency'),
  byName('BNS', 'Baltic News Service'),
  plain('Agerpres'),
  plain('Tanjug'),
  plain('WAFA'),
  plain('Keystone-SDA'),
  plain('Khovar', 'NIAT Khovar'),
  plain('Kazinform', 'KazInform'),
  plain('Armenpress'),
  plain('Azertac', 'AZERTAC'),
  plain('BelTA', 'BELTA'),
  plain('Montsame'),
  byName('Trend', 'Trend News Agency'),
  plain('Télam', 'Telam'),
  plain('Prensa Latina'),
  plain('New Ziana'),
  plain('Interfax-Ukraine'),
  plain('ANA-MPA'),
  plain('MindaNews'),
  plain('Business Wire', 'BUSINESS WIRE'),
  plain('PR Newswire', 'PRNewswire', 'PRNEWSWIRE'),
  plain('GlobeNewswire', 'GLOBE NEWSWIRE', 'GLOBENEWSWIRE'),
  ambiguous('PA'),
  ambiguous('AA'),
  ambiguous('CP'),
  ambiguous('TT'),
  ambiguous('APA'),
  ambiguous('ANP'),
  ambiguous('STT'),
  ambiguous('PAP'),
  ambiguous('CTK'),
  ambiguous('MTI'),
  ambiguous('SPA'),
  ambiguous('WAM'),
  ambiguous('MENA'),
  ambiguous('UNI'),
  ambiguous('SAPA'),
  ambiguous('PNA'),
  ambiguous('GNA'),
  ambiguous('NAN'),
  ambiguous('CMC'),
  ambiguous('APP'),
  ambiguous('BSS'),
  ambiguous('UNB'),
  ambiguous('ENA'),
  ambiguous('VNA'),
  ambiguous('KUNA'),
  ambiguous('QNA'),
  ambiguous('MAP'),
  ambiguous('APS'),
  ambiguous('TAP'),
  ambiguous('NAMPA'),
  ambiguous('SANA'),
  ambiguous('TNA'),
  ambiguous('KNA'),
  ambiguous('ANGOP'),
  ambiguous('BTA'),
  ambiguous('HINA'),
  ambiguous('STA'),
  ambiguous('CNA'),
  ambiguous('BNS'),
  ambiguous('Trend'),
  ambiguous('JIS'),
  ambiguous('URN'),
];

const byForm: ReadonlyMap<string, string> = new Map(
  wireServices.flatMap(({ name, forms }) => forms.map((form) => [form.toLowerCase(), name])),
);

const linePattern = patternOf(wireServices);
const prosePattern = patternOf(wireServices.filter((service) => service.isPlain));

function plain(name: string, ...forms: string[]): WireService {
  return { name, forms: [name, ...forms], isPlain: true };
}

/** Its long names alone are sure; {@link ambiguous} is its short one. */
function byName(name: string, ...forms: string[]): WireService {
  return { name, forms, isPlain: true };
}

function ambiguous(name: string): WireService {
  return { name, forms: [name], isPlain: false };
}

/** Longer forms first, so that "Associated Press" is not read as less than it is. Capitals count. */
function patternOf(services: readonly WireService[]): RegExp {
  const forms = services.flatMap((service) => service.forms).sort((a, b) => b.length - a.length);
  const capitals = forms.includes('dpa') ? ['DPA', 'REUTERS', 'XINHUA'] : [];
  return new RegExp(`\\b(?:${[...forms, ...capitals].join('|')})\\b`, 'g');
}
