import { describe, expect, it } from 'vitest';
import { describeEntities, entitiesOf, readMarkedText } from './marked-text.ts';

/** The situation, a short text with its names marked, and the people, organizations and places that it must give. */
type Row = readonly [string, string, readonly string[]];

const rows: readonly Row[] = [
  [
    'two first names before one surname',
    '[p:Nermin] and [p:Cemal Karabulut] own the mill. “It is ours,” [p:Nermin Karabulut] said. [p:Cemal] nodded.',
    ['Nermin = Nermin Karabulut', 'Cemal Karabulut = Cemal'],
  ],
  [
    'siblings, one surname for both, then each by first name',
    'The sisters [p:Ifeoma] and [p:Chidinma Obasi] run it. [p:Chidinma] cooks; [p:Ifeoma] sells.',
    ['Ifeoma', 'Chidinma Obasi = Chidinma'],
  ],
  [
    'father and son',
    '[p:Walter Pruitt Sr.] founded it. His son, [p:Walter Pruitt Jr.], runs it. The elder [p:Pruitt] died. The younger [p:Pruitt] wept.',
    ['Walter Pruitt Sr. = Pruitt', 'Walter Pruitt Jr. = Pruitt'],
  ],
  [
    'father and son of one name, told apart by the suffix of one',
    '[p:Amos Delgado] ran in 1980. [p:Amos Delgado Jr.] runs now. The younger [p:Delgado] won.',
    ['Amos Delgado', 'Amos Delgado Jr. = Delgado'],
  ],
  [
    'the surname of one who holds an office, whose relatives only stand by',
    'Rep. [p:Mark Madden] quits. His wife, [p:Debbie Madden], paints. [p:Madden] said so.',
    ['Mark Madden = Madden', 'Debbie Madden'],
  ],
  [
    'a relative beside the subject',
    '[p:Nina Varga] cooks with her father, [p:Istvan Varga]. [p:Varga] said so.',
    ['Nina Varga = Varga', 'Istvan Varga'],
  ],
  [
    'a relative behind whose name that stands',
    '[p:Mark Madden] owns it with [p:Debbie Madden], the mayor’s sister. [p:Madden] said so.',
    ['Mark Madden = Madden', 'Debbie Madden'],
  ],
  [
    'a relative who speaks',
    '[p:Carlos Ruis] died. His widow, [p:Ana Ruis], said he was kind. “He loved us,” [p:Ruis] said.',
    ['Carlos Ruis', 'Ana Ruis = Ruis'],
  ],
  [
    'the mother of one who is dead',
    '[p:Tom Harlow] died. His mother, [p:Beth Harlow], fought on. [p:Harlow] said so.',
    ['Tom Harlow', 'Beth Harlow = Harlow'],
  ],
  [
    'a surname that is a country',
    '[p:Emily England] won. “It is late,” [l:England] said.',
    ['Emily England = England'],
  ],
  [
    'a country that is a surname',
    '[p:Emily England] lives in [l:England]. [l:England] said no.',
    ['Emily England', 'England'],
  ],
  [
    'first names in either order',
    '[p:Brian Okello Kato] won. [p:Okello Brian Kato] wept.',
    ['Brian Okello Kato = Okello Brian Kato'],
  ],
  [
    'a couple by titles',
    '[p:Grace Mensah] and [p:Kofi Mensah] sued. [p:Mrs Mensah] spoke. [p:Mr Mensah] did not.',
    ['Grace Mensah = Mensah', 'Kofi Mensah = Mensah'],
  ],
  ['two titles before one surname', 'Mr and [p:Mrs Adjei] came. [p:Yaa Adjei] spoke.', ['Adjei = Yaa Adjei']],
  [
    'a nickname in marks, alone later',
    '[p:Oleksandr “Sasha” Bondarenko] sang. [p:Sasha] bowed. [p:Bondarenko] left.',
    ['Oleksandr “Sasha” Bondarenko = Sasha = Bondarenko'],
  ],
  [
    'a nickname that is said to be one',
    '[p:Marcelino Duarte], known as [p:Lino], fishes. [p:Lino] is 60.',
    ['Marcelino Duarte = Lino'],
  ],
  [
    'a nickname that somebody is better known by',
    '[p:Evaristo Campos], better known as “[p:Peixe]”, scored. [p:Peixe] wept.',
    ['Evaristo Campos = Peixe'],
  ],
  [
    'whom everybody calls so',
    '[p:Thandeka Zulu], whom everyone calls [p:Tibi], won. [p:Tibi] smiled.',
    ['Thandeka Zulu = Tibi'],
  ],
  [
    'a nickname in brackets',
    '[p:Rosa Diaz] (also known as [p:Tibi]) won. [p:Tibi] smiled.',
    ['Rosa Diaz = Tibi'],
  ],
  [
    'what somebody is called',
    '[p:Rosa Diaz], called [p:Tibi] by her neighbours, won. [p:Tibi] smiled.',
    ['Rosa Diaz = Tibi'],
  ],
  [
    'what somebody called another',
    '[p:Nadia Halloran] called [p:Ramsey] “scum”. [p:Halloran], who has called [p:Ramsey] worse, left.',
    ['Nadia Halloran = Halloran', 'Ramsey'],
  ],
  [
    'what the senator of a state called another',
    'Sen. [p:Paula Harrow], D-[l:Calif.], called [p:Wilton] “a liar”. [p:Wilton] left.',
    ['Paula Harrow', 'Calif.', 'Wilton'],
  ],
  [
    'surnames that are particles elsewhere',
    '[p:Ratan Das] met [p:Tahir Della]. [p:Das] spoke; [p:Della] left.',
    ['Ratan Das = Das', 'Tahir Della = Della'],
  ],
  [
    'Spanish surnames cut either way',
    '[p:Inés Carrasco Moya] spoke. [p:Carrasco] sat. [p:Carrasco Moya] stood. [p:Inés Carrasco] left.',
    ['Inés Carrasco Moya = Carrasco = Carrasco Moya = Inés Carrasco'],
  ],
  [
    'Portuguese surnames, the last alone',
    '[p:João Pedro Teixeira Nunes] spoke. [p:Nunes] sat. [p:Teixeira Nunes] left.',
    ['João Pedro Teixeira Nunes = Nunes = Teixeira Nunes'],
  ],
  [
    'Icelandic second mention',
    '[p:Hrafnhildur Magnúsdóttir] spoke. [p:Hrafnhildur] left.',
    ['Hrafnhildur Magnúsdóttir = Hrafnhildur'],
  ],
  [
    'Ethiopian colleagues with one father’s name',
    '[p:Meseret Bekele] met [p:Dawit Bekele]. [p:Dawit] left. [p:Meseret] stayed.',
    ['Meseret Bekele = Meseret', 'Dawit Bekele = Dawit'],
  ],
  [
    'Burmese forms of address',
    '[p:Daw Su Su Hlaing] spoke. [p:Su Su Hlaing] left. [p:U Thein Maung] stayed. [p:Thein Maung] sat.',
    ['Su Su Hlaing', 'Thein Maung'],
  ],
  [
    'Balinese, by the last of four names',
    '[p:I Wayan Gede Sudarma] spoke. [p:Sudarma] left. [p:Wayan Sudarma] came.',
    ['I Wayan Gede Sudarma = Sudarma = Wayan Sudarma'],
  ],
  [
    'Korean, family name first, then alone with a title',
    '[p:Noh Eun-bi] spoke. Ms. [p:Noh] left. [p:Eun-bi] slept.',
    ['Noh Eun-bi = Noh = Eun-bi'],
  ],
  [
    'Chinese, one family name, three people',
    '[p:Wang Lihua] met [p:Wang Guoqiang]. [p:Lihua] left. [p:Guoqiang] stayed.',
    ['Wang Lihua = Lihua', 'Wang Guoqiang = Guoqiang'],
  ],
  [
    'Vietnamese, by the given name with Mr.',
    '[p:Pham Thi Bich Ngoc] spoke. [p:Ms. Ngoc] left.',
    ['Pham Thi Bich Ngoc = Ngoc'],
  ],
  [
    'Hungarian order and Western order',
    '[p:Kovács Eszter] spoke. [p:Eszter Kovács] left. [p:Kovács] slept.',
    ['Kovács Eszter = Eszter Kovács = Kovács'],
  ],
  [
    'Arabic particles come and go',
    '[p:Nabil Abu Rashid] spoke. [p:Abu Rashid] left. [p:Samira al-Qasimi] came. [p:Al Qasimi] sat.',
    ['Nabil Abu Rashid = Abu Rashid', 'Samira al-Qasimi = Al Qasimi'],
  ],
  [
    'initials, then the surname',
    '[p:P.D. Rosewall] wrote. [p:Rosewall] read. [p:P. D. Rosewall] slept.',
    ['P.D. Rosewall = Rosewall = P. D. Rosewall'],
  ],
  [
    'hyphened surname halved',
    '[p:Adaora Eze-Whitfield] spoke. [p:Whitfield] left. [p:Eze] stayed.',
    ['Adaora Eze-Whitfield = Whitfield = Eze'],
  ],
  [
    'hyphened surname without its hyphen',
    '[p:Adaora Eze-Whitfield] spoke. [p:Adaora Whitfield] left.',
    ['Adaora Eze-Whitfield = Adaora Whitfield'],
  ],
  [
    'a degree behind the full name',
    '[p:Lena Brodsky] operates. [p:Dr. Brodsky] cuts.',
    ['Lena Brodsky = Brodsky'],
  ],
  [
    'capitals in a transcript',
    '[p:GALLOWAY]: Yes.\n\n[p:HELEN GALLOWAY]: No.\n\n[p:Galloway] left with [p:Tomás Quispe].\n\n[p:QUISPE]: Well.',
    ['GALLOWAY = HELEN GALLOWAY = Galloway', 'Tomás Quispe = QUISPE'],
  ],
  [
    'a stranger of the same surname',
    '[p:Ann Porter] spoke. [p:Porter] sat. [p:Bruno Porter], no relation, left. [p:Ann] clapped.',
    ['Ann Porter = Porter = Ann', 'Bruno Porter'],
  ],
  [
    'a company by its first word',
    '[o:Halcyon Freight] sank. [o:Halcyon] fell.',
    ['Halcyon Freight = Halcyon'],
  ],
  [
    'a company that the tagger took for a person when short',
    '[o:Halcyon Freight] sank. Shares of [p:Halcyon] fell.',
    ['Halcyon Freight = Halcyon'],
  ],
  [
    'an organization by what is said of it',
    '[x:Halcyon Living], a housing association, owns it. [o:Halcyon] denied it.',
    ['Halcyon Living = Halcyon'],
  ],
  [
    'a newspaper by its last word',
    '[o:The Harbour Gazette] wrote it. The [o:Gazette] denied it.',
    ['Harbour Gazette = Gazette'],
  ],
  [
    'an acronym with letters of small words',
    'the [o:Office of Rail Safety] ([o:ORS]) and the [o:Guild of Ferry Workers] ([o:GoFW])',
    ['Office of Rail Safety = ORS', 'Guild of Ferry Workers = GoFW'],
  ],
  [
    'an acronym from the parts of one word',
    'the [o:Northshore Transport Authority] said. [o:NTA] buses stopped.',
    ['Northshore Transport Authority = NTA'],
  ],
  [
    'an acronym of another language, introduced in brackets',
    'the [o:National Water Commission] ([o:Conagua]) said. [o:Conagua] dug.',
    ['National Water Commission = Conagua'],
  ],
  [
    'a ministry either way round',
    'the [o:Ministry of Fisheries] said. The [o:Fisheries Ministry] denied.',
    ['Ministry of Fisheries = Fisheries Ministry'],
  ],
  [
    'a ministry of affairs',
    'the [o:Ministry of Foreign Affairs] said. The [o:Foreign Ministry] and the [o:Foreign Affairs Ministry] denied.',
    ['Ministry of Foreign Affairs = Foreign Ministry = Foreign Affairs Ministry'],
  ],
  [
    'two ministries',
    'the [o:Ministry of Fisheries] and the [o:Ministry of Labour]. The [o:Labour Ministry] spoke.',
    ['Ministry of Fisheries', 'Ministry of Labour = Labour Ministry'],
  ],
  [
    'letters without one for the kind',
    'The [o:United Auto Workers union] struck. The [o:UAW] won.',
    ['United Auto Workers union = UAW'],
  ],
  [
    'the letters of a body and of what it is a part of',
    'the [o:Tribunal of the World Bank] ([o:WB]) and the [o:Court of Justice of the European Union] ([o:CJEU]). The [o:World Bank] paid.',
    ['Tribunal of the World Bank', 'WB = World Bank', 'Court of Justice of the European Union = CJEU'],
  ],
  [
    'a chamber and its committees',
    'The [o:Senate Finance Committee] met. The [o:Senate] voted. The [o:House of Commons] met. The [o:House] rose.',
    ['Senate Finance Committee', 'Senate', 'House of Commons = House'],
  ],
  [
    'a union with its possessive',
    "the [o:Ferry Pilots' Union] said. The [o:Ferry Pilots Union] struck.",
    ["Ferry Pilots' Union = Ferry Pilots Union"],
  ],
  ['a place with what it lies in', '[l:Springvale, Ohio] slept. [l:Ohio] woke.', ['Springvale', 'Ohio']],
  [
    'half a country by the half that it is',
    '[l:North Korea] fired. The [o:North] said so. [l:South Korea] and [l:Japan] saw it; the [l:South] fired back.',
    ['North Korea = North', 'South Korea = South', 'Japan'],
  ],
  ['the north of a country', '[l:Ghana] votes. The [l:North] is calm.', ['Ghana', 'North']],
  [
    'a place with its kind',
    '[l:Mount Orsa] smoked. [l:Orsa] slept. [l:Marrow County] lies beside [l:Marrow].',
    ['Mount Orsa = Orsa', 'Marrow County', 'Marrow'],
  ],
];

describe('who is who', () => {
  it.each(rows)('%s', (_, marked, expected) => {
    expect(describeEntities(entitiesOf(readMarkedText(marked)))).toEqual(expected);
  });
});
