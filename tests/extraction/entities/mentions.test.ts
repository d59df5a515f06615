import { describe, expect, it } from 'vitest';
import { describeEntities, entitiesOf, readMarkedText } from './marked-text.ts';

/** What is mended, the text as a tagger marked it, and all entities as `type name = name`. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['the office inside', 'the [p:Foreign Minister Ana Ruiz] said', ['person Ana Ruiz']],
  ['a surname that is a trade', '[p:James Baker III] said', ['person James Baker III']],
  ['two people in one', '[p:Ana Ruiz and Tom Lee] said', ['person Ana Ruiz', 'person Tom Lee']],
  ['the suffix', '[p:Paul Okoro], Jr., said', ['person Paul Okoro, Jr.']],
  ['two pieces', '[p:Petra] [p:Novak] said', ['person Petra Novak']],
  ['the first name left out', 'said Petra [p:Novak] again', ['person Petra Novak']],
  ['honours behind', '[p:Imran Sheikh KC] asked', ['person Imran Sheikh']],
  ['a nickname between', '[l:Davi] "[w:Foguete]" [p:Moreira] scored', ['person Davi "Foguete" Moreira']],
  ['a person by address', 'said Sen. [o:Whitlow] and [o:Mr. Tran]', ['person Whitlow', 'person Tran']],
  ['a form of address of two words', '[p:Tan Sri Ana Lim] spoke', ['person Ana Lim']],
  ['one with an apostrophe', "[p:Dato' Seri Ana Lim] spoke", ['person Ana Lim']],
  ['one of a rank', '[p:Brig Ana Lim] and [p:DCI Tom Roe] spoke', ['person Ana Lim', 'person Tom Roe']],
  [
    'type by the majority',
    '[p:Ana Dolan] left. [p:Dolan] said. [o:Dolan] agreed.',
    ['person Ana Dolan = Dolan'],
  ],
  ['missed once', '[p:Ana Dolan] left, and Dolan said so.', ['person Ana Dolan = Dolan']],
  [
    'a common word at the head of a sentence',
    '[p:Ana Cook] left. Cook it well. We cook.',
    ['person Ana Cook'],
  ],
  ['a month is no surname', '[p:Ana May] left in May.', ['person Ana May']],
  ['peoples that the tagger missed', 'Danish ships and Fijians', ['group Danish', 'group Fijians']],
  ['a compound with a country', 'Iran-made drones, U.S.-led talks', ['place Iran', 'place U.S.']],
  [
    'where it is based',
    '[o:Sao Paulo-based Norvana Foods] grew',
    ['place Sao Paulo', 'organization Norvana Foods'],
  ],
  ['where one was born', '[p:Lagos-born Ana Ruiz] sang', ['place Lagos', 'person Ana Ruiz']],
  ['what it is, inside', '[o:Indian brewer Kestrel] grew', ['group Indian', 'organization Kestrel']],
  ['a compound of two countries', 'the Peru-Chile border', ['place Peru', 'place Chile']],
  ['a compound of two peoples', 'the Franco story, a Greek-Turkish one', ['group Greek-Turkish']],
  ['a prefixed people', 'a pro-Russian rally', ['group Russian']],
  ['a people inside an unknown name', 'the Kurdish language', ['group Kurdish']],
  ['a language', 'she said in Turkish that he speaks Fijian and swears in [g:Danish].', []],
  ['a people behind "in"', 'a rise in Turkish exports', ['group Turkish']],
  [
    'an institution',
    'at the [l:Rajaji Hospital] in [l:Madurai]',
    ['organization Rajaji Hospital', 'place Madurai'],
  ],
  ['a person with the name of one', '[p:Jack Church] sang', ['person Jack Church']],
  ['a title in marks keeps its article', 'She sang "The [w:Long Night]".', ['work The Long Night']],
  ['days are no names', 'on [x:Thursday]', []],
  ['money is no country', 'US$3 and [x:S$]4', []],
  ['the seat of power', 'the [l:Kremlin] said', ['organization Kremlin']],
  ['a national body', 'The road is shut, Police [l:Scotland] said.', ['organization Police Scotland']],
  ['… of several words', 'Meanwhile Citizens Advice [l:Wales] said', ['organization Citizens Advice Wales']],
  ['no body but a country', 'Beating [l:Scotland] said a lot.', ['place Scotland']],
  ['a council', '[l:Glenmore] council shut it.', ['organization Glenmore council']],
  [
    '… of two places',
    '[l:Perth] and [l:Kinross] council shut it.',
    ['organization Perth and Kinross council'],
  ],
  ['a member of one', '[l:Glenmore] council members shut it.', ['place Glenmore']],
  ['a force', '[l:Thames Valley] police came.', ['organization Thames Valley police']],
  ['the police of a town', '[l:Reading] police came.', ['place Reading']],
  ['an authority by its letters', '[l:Texas] [o:DPS] said so.', ['organization Texas DPS']],
  ['letters that are another’s', 'In [l:Texas] [o:DPS] people left.', ['place Texas', 'organization DPS']],
  [
    'a body of a larger one',
    'The Court of Justice of the [o:European Union] ruled.',
    ['organization Court of Justice of the European Union'],
  ],
  ['the head of one', 'The President of the [o:European Union] left.', ['organization European Union']],
  [
    'letters in brackets',
    'the [o:World Bank (WB)] and the [o:Party (Marxist)]',
    ['organization World Bank = WB', 'organization Party (Marxist)'],
  ],
  ['a firm with a figure', 'Tests are safe, 23andMe said.', ['organization 23andMe']],
  ['… that is described', 'the data firm 1010data', ['organization 1010data']],
  ['a figure that is no firm', 'The 5th said so at 10am, and the 20-year-old said no.', []],
  [
    'what opens a sentence, inside',
    '[o:Startup Norvana] said so. [p:Carmaker Vantor] fell.',
    ['organization Norvana', 'person Vantor'],
  ],
  [
    'an office that was',
    '[p:Ex-Gov. Ann Lee] and [p:then-President Tom Roe]',
    ['person Ann Lee', 'person Tom Roe'],
  ],
  ['titles alone', '[o:Former Gov.] [p:Ann Lee] left.', ['person Ann Lee']],
  ['a name that is a word of grammar', 'Will [p:Hurden] said so.', ['person Will Hurden']],
  ['the network', 'she wrote on X: no. On X, he agreed.', ['organization X']],
  ['the letter', 'Malcolm X to X-ray', []],
  [
    'a family in the plural',
    '[p:Ana Dolan] sold it. The [p:Dolans] left.',
    ['person Ana Dolan', 'group Dolans'],
  ],
  ['a place in a place', 'in [l:Iten, Kenya]', ['place Iten', 'place Kenya']],
  [
    'labels with titles',
    'Governor Long: We begin.\n\nMayor Best: Who pays?\n\nGovernor Long: The state.',
    ['person Long', 'person Best'],
  ],
  ['labels in capitals', 'SEN. WARD: When?\n\nMR. HALE: In March.', ['person WARD', 'person HALE']],
  [
    'labels without names',
    'MR.: Who?\n\nReporter: When?\n\nPress Secretary: In March.\n\nThe Best Mayor: Ana Ruiz',
    [],
  ],
  [
    'a firm with its form',
    '[p:Brandt Keller] AG grew. [p:Brandt Keller] fell.',
    ['organization Brandt Keller AG = Brandt Keller'],
  ],
  [
    'a firm whose form is told elsewhere',
    '[p:Lindt Moser] grew.\n\n[o:Lindt Moser GmbH] is old.',
    ['organization Lindt Moser = Lindt Moser GmbH'],
  ],
  [
    'a firm that is said to be one',
    '[p:Carter Reyes], the law firm, fell. A partner at [p:Carter Reyes] fled.',
    ['organization Carter Reyes'],
  ],
  [
    'a firm that is a chain',
    'The supermarket chain [p:Ewing Bates] shut, blaming its landlords.',
    ['organization Ewing Bates'],
  ],
  [
    'a firm with shares',
    'Shares in [p:Weston Dunn] fell. [p:Weston Dunn] sells its plants.',
    ['organization Weston Dunn'],
  ],
  [
    'a firm with analysts',
    'analysts at [l:Dunmore Pike] said. [l:Dunmore Pike] announced a loss.',
    ['organization Dunmore Pike'],
  ],
  ['a person with a firm', '[p:Ana Ruiz], who owns the firm, said its shares fell.', ['person Ana Ruiz']],
  [
    'a person at a firm',
    'the company lawyer [p:Tom Lee], 54, left it. [p:Lee] has shares.',
    ['person Tom Lee = Lee'],
  ],
  ['a place with a firm', 'a firm in [l:Leeds] said its plant in [l:Leeds] shut.', ['place Leeds']],
  [
    'a name behind its rank',
    '[o:Radio Merkury] closed. [p:Merkury] wept.',
    ['organization Radio Merkury = Merkury'],
  ],
  ['an airline', '[x:Royal Benin Air] landed', ['organization Royal Benin Air']],
  ['a law firm', '[p:Pruitt Haas], a law firm in the city, sued', ['organization Pruitt Haas']],
  ['a miner', 'Canadian miner [p:Corvane] sued', ['group Canadian', 'organization Corvane']],
  ['a journal', 'the journal [x:Early Detection] wrote', ['organization Early Detection']],
  ['a buyer', 'The buyer, [l:Morpurgo], paid', ['organization Morpurgo']],
  ['no bank', 'the head of the bank, [p:Ana Ruiz], paid', ['person Ana Ruiz']],
  ['a listed firm', '[l:Nordvik] (OSE: NVK) rose', ['organization Nordvik = NVK', 'organization OSE']],
  [
    'a listed firm whose sign is marked',
    '[p:Weston Dunn] (NYSE: [l:WDN]) rose. Weston Dunn fell.',
    ['organization Weston Dunn = WDN', 'organization NYSE'],
  ],
  ['a figure in brackets is no listing', '[p:Ana Ruiz] (UK: 12) won', ['person Ana Ruiz']],
  ['a named thing in marks', 'part of the “Quartet", a group of powers', ['organization Quartet']],
];

describe('mentions', () => {
  it.each(rows)('%s', (_, marked, expected) => {
    const article = entitiesOf(readMarkedText(marked));
    const surfaces = describeEntities(article);
    expect(article.entities.map(({ type }, index) => `${type} ${surfaces[index]}`)).toEqual(expected);
  });
});
