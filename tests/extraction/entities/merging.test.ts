import { describe, expect, it } from 'vitest';
import { describeEntities, entitiesOf, readMarkedText } from './marked-text.ts';

/** What is shown, the marked text, and the entities that it must give. */
type Row = readonly [string, string, readonly string[]];

const people: readonly Row[] = [
  ['surname behind the full name', '[p:Ana Ruiz] came. [p:Ruiz] left.', ['Ana Ruiz = Ruiz']],
  ['surname before the full name', '[p:Ruiz] resigns\n\n[p:Ana Ruiz] resigned.', ['Ruiz = Ana Ruiz']],
  ['first name alone', '[p:Ana Ruiz] came. [p:Ana] left.', ['Ana Ruiz = Ana']],
  ['initials', '[p:J.K. Lindqvist] wrote. [p:Joanna Lindqvist] read.', ['J.K. Lindqvist = Joanna Lindqvist']],
  ['a middle initial', '[p:Mary T. Okafor] won. [p:Mary Okafor] smiled.', ['Mary T. Okafor = Mary Okafor']],
  ['titles', '[p:President Ana Ruiz] met [p:Mr. Lee]. [p:Dr. Ruiz] smiled.', ['Ana Ruiz = Ruiz', 'Lee']],
  ['a nickname', '[p:William Hartnell] ran. [p:Bill Hartnell] won.', ['William Hartnell = Bill Hartnell']],
  [
    'a short form of no list',
    '[p:Konstantinos Vlachos] ran. [p:Kon Vlachos] won.',
    ['Konstantinos Vlachos = Kon Vlachos'],
  ],
  [
    'a relative who has just been named',
    '[p:Musa Bello] had a niece. [p:Rita Bello] was out. [p:Bello] had gone to [l:Kano].',
    ['Musa Bello', 'Rita Bello = Bello'],
  ],
  ['a first name cut short', '[p:Crisanto Diaz] came. [p:Cris] left.', ['Crisanto Diaz = Cris']],
  ['a pet form', '[p:Winston Bell] came. [p:Winnie] left.', ['Winston Bell = Winnie']],
  [
    'a short form of two first names',
    '[p:Chukwudi Bell] met [p:Chukwuma Roe]. [p:Chuks] and [p:Chukwu] left.',
    ['Chukwudi Bell', 'Chukwuma Roe', 'Chuks', 'Chukwu'],
  ],
  [
    'a surname that two share',
    '[p:Derek] and [p:Pauline Munt] came. Mr [p:Munt] left. Mrs [p:Munt] stayed.',
    ['Derek = Munt', 'Pauline Munt = Munt'],
  ],
  ['two who share none', '[p:Beyoncé] and [p:Ana Ruiz] sang. [p:Ruiz] left.', ['Beyoncé', 'Ana Ruiz = Ruiz']],
  [
    'a relative who comes in',
    '[p:Musa Bello] spoke. [p:Bello] has a sister, [p:Rita Bello]. [p:Tom Lee] left. [p:Bello] smiled.',
    ['Musa Bello = Bello', 'Rita Bello', 'Tom Lee'],
  ],
  [
    'a title that one of two has',
    'Justice [p:Amin Khan] met barrister [p:Sami Khan]. [p:Sami Khan] spoke. Justice [p:Khan] left.',
    ['Amin Khan = Khan', 'Sami Khan'],
  ],
  ['a question', '[p:Had Ruiz] asked? [p:Ana Ruiz] had.', ['Ruiz = Ana Ruiz']],
  ['honours', '[p:Ana Ruiz KC] came. [p:Ruiz] left.', ['Ana Ruiz = Ruiz']],
  ['diacritics', '[p:Şebnem Öztürk] spoke. [p:Ozturk] left.', ['Şebnem Öztürk = Ozturk']],
  ['hyphened surname', '[p:Rosa Marsh-Ibarra] spoke. [p:Ibarra] left.', ['Rosa Marsh-Ibarra = Ibarra']],
  [
    'patronymic',
    '[p:Oleg Ivanovich Sorokin] spoke. [p:Oleg Sorokin] left.',
    ['Oleg Ivanovich Sorokin = Oleg Sorokin'],
  ],
  ['two Spanish surnames', '[p:Luis Prado Montes] spoke. [p:Prado] left.', ['Luis Prado Montes = Prado']],
  [
    'two Spanish surnames alone',
    '[p:Luis Prado Montes] spoke. [p:Prado Montes] left.',
    ['Luis Prado Montes = Prado Montes'],
  ],
  [
    'Portuguese particle',
    '[p:Rui Borges da Silva] spoke. [p:Da Silva] left.',
    ['Rui Borges da Silva = Da Silva'],
  ],
  ['Chinese, surname first', '[p:Zhou Meiling] spoke. [p:Zhou] left.', ['Zhou Meiling = Zhou']],
  [
    'Korean, hyphen or not',
    '[p:Seo Ji-ho] spoke. [p:Seo Ji Ho] left. [p:Seo] slept.',
    ['Seo Ji-ho = Seo Ji Ho = Seo'],
  ],
  [
    'Japanese, both orders',
    '[p:Haruka Mizuno] spoke. [p:Mizuno Haruka] left.',
    ['Haruka Mizuno = Mizuno Haruka'],
  ],
  ['Vietnamese given name', '[p:Tran Van Quang] spoke. [p:Quang] left.', ['Tran Van Quang = Quang']],
  [
    'Arabic article',
    '[p:Karim al-Haddad] spoke. [p:Haddad] left. [p:Al-Haddad] slept.',
    ['Karim al-Haddad = Haddad = Al-Haddad'],
  ],
  ['bin', '[p:Faisal bin Turki] spoke. [p:Bin Turki] left.', ['Faisal bin Turki = Bin Turki']],
  [
    'spellings of Mohammed',
    '[p:Mohammed Deeb] spoke. [p:Muhammad Dib] left.',
    ['Mohammed Deeb = Muhammad Dib'],
  ],
  ['a single Indonesian name', '[p:Suharyono] spoke. [p:Suharyono] left.', ['Suharyono']],
  ['Burmese tail', '[p:Daw Khin May Thwin] spoke. [p:May Thwin] left.', ['Khin May Thwin = May Thwin']],
  [
    'Dutch particles',
    '[p:Sanne van der Meulen] spoke. [p:Van der Meulen] left.',
    ['Sanne van der Meulen = Van der Meulen'],
  ],
  [
    'a slip of the pen',
    '[p:Bernard Castagnier] spoke. [p:Castanier] left.',
    ['Bernard Castagnier = Castanier'],
  ],
  ['Mr. with a given name', '[p:Nguyen Van Phuc] spoke. [p:Mr. Phuc] left.', ['Nguyen Van Phuc = Phuc']],
  ['a Burmese form of address', '[p:U Aung Ko Latt] spoke. [p:Ko Latt] left.', ['Aung Ko Latt = Ko Latt']],
  [
    'Hungarian, both orders',
    '[p:Szabó Katalin] spoke. [p:Katalin Szabó] left.',
    ['Szabó Katalin = Katalin Szabó'],
  ],
  [
    'Icelandic letters',
    '[p:Þóra Sigurðsdóttir] spoke. [p:Thora Sigurdsdottir] left.',
    ['Þóra Sigurðsdóttir = Thora Sigurdsdottir'],
  ],
  ['a nickname in marks', '[p:Rodelio "Rod" Magsino] spoke. [p:Rod] left.', ['Rodelio "Rod" Magsino = Rod']],
  [
    'Indian initials',
    '[p:K. Perumal] spoke. [p:Arcot K. Perumal] left. [p:Perumal]',
    ['K. Perumal = Arcot K. Perumal = Perumal'],
  ],
  [
    'a middle name that is the name',
    '[p:Rui Ignacio Tuca da Mota] spoke. [p:Tuca] left.',
    ['Rui Ignacio Tuca da Mota = Tuca'],
  ],
  [
    'hyphens in Arabic names',
    '[p:Abdel-Rahman el-Shazli] spoke. [p:Abdel Rahman al-Shazly] left.',
    ['Abdel-Rahman el-Shazli = Abdel Rahman al-Shazly'],
  ],
  ['curly and straight apostrophes', "[p:Sean O’Dowd] spoke. [p:O'Dowd] left.", ["Sean O’Dowd = O'Dowd"]],
  ['an Ethiopian first name', '[p:Abebe Tessema] spoke. [p:Abebe] left.', ['Abebe Tessema = Abebe']],
  [
    'a Russian pair',
    '[p:Anna Petrova] and [p:Ivan Petrov] met. [p:Petrova] left.',
    ['Anna Petrova = Petrova', 'Ivan Petrov'],
  ],
  [
    'a family name of two words',
    '[p:Eva Van Houten] spoke. [p:Van Houten] left.',
    ['Eva Van Houten = Van Houten'],
  ],
  ['a title in another language', '[p:Herr Max Stein] spoke. [p:Stein] left.', ['Max Stein = Stein']],
  ['royals', '[p:King Olaf V] and [p:Princess Mette] met. [p:Olaf] left.', ['Olaf V = Olaf', 'Mette']],
  ['a judge by title', '[p:Justice Rana Mirza] spoke. [p:Justice Mirza] left.', ['Rana Mirza = Mirza']],
  [
    'two spellings of one first name',
    '[p:Yevgeny Orlov] spoke. [p:Evgeny Orlov] left.',
    ['Yevgeny Orlov = Evgeny Orlov'],
  ],
  [
    'three namesakes, the first name given',
    '[p:Li Wei], [p:Li Na] and [p:Li Jun] met. [p:Li Na] left.',
    ['Li Wei', 'Li Na', 'Li Jun'],
  ],
  ['the possessive', "[p:Ana Ruiz's] dog. [p:Ruiz]", ['Ana Ruiz = Ruiz']],
  ['all capitals', '[p:ANA RUIZ] SPOKE. [p:Ruiz] left.', ['ANA RUIZ = Ruiz']],
];

const namesakes: readonly Row[] = [
  [
    'spouses',
    '[p:Ana Ruiz] and [p:Pedro Ruiz] came. [p:Mrs. Ruiz] spoke.',
    ['Ana Ruiz = Ruiz', 'Pedro Ruiz'],
  ],
  [
    'the other spouse',
    '[p:Ana Ruiz] and [p:Pedro Ruiz] came. [p:Mr. Ruiz] spoke.',
    ['Ana Ruiz', 'Pedro Ruiz = Ruiz'],
  ],
  [
    'first names decide',
    '[p:Ana Ruiz] and [p:Pedro Ruiz] came. [p:Pedro] spoke.',
    ['Ana Ruiz', 'Pedro Ruiz = Pedro'],
  ],
  [
    'father and son',
    '[p:Paul Okoro] spoke of [p:Paul Okoro Jr.], who left.',
    ['Paul Okoro', 'Paul Okoro Jr.'],
  ],
  ['other middle names', '[p:Ann B. Cole] met [p:Ann K. Cole].', ['Ann B. Cole', 'Ann K. Cole']],
  ['gender of the first name', '[p:Daniel Popa] met [p:Daniela Popa].', ['Daniel Popa', 'Daniela Popa']],
  ['brothers of one Korean family', '[p:Kim Min-jun] met [p:Kim Min-seo].', ['Kim Min-jun', 'Kim Min-seo']],
  ['Chinese namesakes', '[p:Li Wei] met [p:Li Na].', ['Li Wei', 'Li Na']],
  [
    'the main person of the story goes by the surname',
    '[p:Ana Ruiz] won. [p:Ruiz] smiled. [p:Pedro Ruiz] clapped. [p:Ruiz] bowed.',
    ['Ana Ruiz = Ruiz', 'Pedro Ruiz'],
  ],
  ['a family is none of its members', 'The [p:Ruiz] family came. [p:Ana Ruiz] spoke.', ['Ana Ruiz']],
];

const others: readonly Row[] = [
  ['acronym in brackets', 'the [o:Nordic Harbour Council] ([o:NHC]) said', ['Nordic Harbour Council = NHC']],
  [
    'acronym without small words',
    '[o:Bank for the Reform of Trade], [o:BRT]',
    ['Bank for the Reform of Trade = BRT'],
  ],
  ['acronym that ends in S', '[o:Kumasi Lorry Society] and the [o:KLS]', ['Kumasi Lorry Society = KLS']],
  ['acronym of several', '[o:Harbour Boat Association], [o:HBAs]', ['Harbour Boat Association = HBAs']],
  ['initials around a sign', '[o:Loud & Slow] … [o:L&S]', ['Loud & Slow = L&S']],
  ['acronym first', '[o:NHC] said. The [o:Nordic Harbour Council] agreed.', ['NHC = Nordic Harbour Council']],
  [
    'legal forms',
    '[o:Tellux Inc.] and [o:Tellux] and [o:Tellux Corp]',
    ['Tellux Inc. = Tellux = Tellux Corp'],
  ],
  [
    'a legal form before the name',
    '[o:PT Rimba Timur Jaya] fell. [o:Rimba Timur] rose.',
    ['PT Rimba Timur Jaya = Rimba Timur'],
  ],
  [
    'short form',
    '[o:Amberline International] fell. [o:Amberline] rose.',
    ['Amberline International = Amberline'],
  ],
  [
    'part behind "of the" is another',
    '[o:Assembly of the Nordic Union] and the [o:Nordic Union]',
    ['Assembly of the Nordic Union', 'Nordic Union'],
  ],
  [
    'British spelling',
    '[o:Labour Organisation] and [o:Labor Organization]',
    ['Labour Organisation = Labor Organization'],
  ],
  ['article', '[o:The Morning Ledger] and [o:Morning Ledger]', ['Morning Ledger']],
];

const places: readonly Row[] = [
  [
    'the United States',
    '[l:US], [l:U.S.], [l:United States], [l:America]',
    ['US = U.S. = United States = America'],
  ],
  ['the United Kingdom', '[l:UK] and [l:Britain]', ['UK = Britain']],
  [
    'capitals stay places of their own',
    '[l:Washington] told the [l:United States]',
    ['Washington', 'United States'],
  ],
  ['two Koreas', '[l:North Korea] and [l:South Korea]', ['North Korea', 'South Korea']],
  ['a sea of the same name is not the city', '[l:Gaza Strip] and [l:Gaza City]', ['Gaza Strip', 'Gaza City']],
];

const groups: readonly Row[] = [
  ['one people in all forms', '[g:Danish] ships, [g:Danes] and a [g:Dane]', ['Danish = Danes = Dane']],
  ['a people is not its country', '[l:Israel] and [g:Israelis]', ['Israelis']],
  ['a compound is one group', 'the [g:Greek-Turkish] border and [g:Greeks]', ['Greek-Turkish', 'Greeks']],
  ['religions', '[g:Muslims] and a [g:Muslim]', ['Muslims = Muslim']],
  ['families', 'the [p:Ruiz] family. [p:Ana Ruiz] spoke.', ['Ruiz']],
];

describe.each([
  ['person', [...people, ...namesakes]],
  ['organization', others],
  ['place', places],
  ['group', groups],
] as const)('entities of type %s', (type, rows) => {
  it.each(rows)('%s', (_, marked, expected) => {
    expect(describeEntities(entitiesOf(readMarkedText(marked)), type)).toEqual(expected);
  });
});

describe('an entity', () => {
  it('has the fullest name, and the others as aliases', () => {
    const { entities } = entitiesOf(readMarkedText('[p:Ruiz] won. [p:Ana Ruiz], [p:Ana] to friends, left.'));
    expect(entities[0]).toMatchObject({ id: null, name: 'Ana Ruiz', aliases: ['Ruiz', 'Ana'] });
  });

  it('is named without the nickname in the middle', () => {
    const { entities } = entitiesOf(readMarkedText('[p:Davi "Foguete" Moreira] scored.'));
    expect(entities[0]).toMatchObject({ name: 'Davi Moreira' });
  });

  it.each([
    ['MICK DOOLAN', 'Mick Doolan'],
    ["JANE O'NEILL-McDONALD", "Jane O'Neill-McDonald"],
    ['JOSÉ DE LA CRUZ', 'José de la Cruz'],
    ['JP SMITH', 'JP Smith'],
    ['AOC', 'AOC'],
  ])('is named as usual where the text has it in capitals: %s', (shouted, name) => {
    const { entities } = entitiesOf(readMarkedText(`[p:${shouted}] sang.`));
    expect(entities[0]!.name).toBe(name);
  });
});
