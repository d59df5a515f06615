import { describe, expect, test } from 'vitest';
import { articleOf, speakersOf } from './article.ts';

describe('the subject of a verb of saying, where others are named between', () => {
  const asides = [
    ', who was beaten by Ben Sands in May,',
    ', whose predecessor Ben Sands resigned last year,',
    ', whose company bought Halden Air from Ben Sands,',
    ', Ben Sands’s wife,',
    ', elected over Ben Sands in May,',
    ', flanked by Ben Sands and Carl Mole,',
    ', joined by Ben Sands and his wife Dora,',
    ', speaking alongside Ben Sands in Oslo,',
    ', representing Ben Sands,',
    ', when asked about Ben Sands,',
    ', according to Ben Sands,',
    ', in a letter to Ben Sands, the premier,',
    ', after Ben Sands left the room,',
    ', with whom Ben Sands shares a flat,',
    ' (no relation to Ben Sands)',
    ' – who met Ben Sands in May –',
  ];
  test.each(asides)('Ada Roe%s said …', (aside) => {
    expect(speakersOf(`Mayor Ada Roe${aside} told reporters that the deal was dead.`)).toEqual(['Ada Roe']);
  });

  const deeds = [
    'met Ben Sands in Lima on Monday',
    'bought the house from Ben Sands in May',
    'beat Ben Sands in the final',
    'won the vote against Ben Sands on Sunday',
    'saw Ben Sands at the club',
    'held a rally with Ben Sands in Quito',
    'opened the new wing of Leith Hospital',
  ];
  const joints = [
    ' and said the deal was dead.',
    ', and warned that the deal was dead.',
    ', saying the deal was dead.',
    ' but insisted that the deal was dead.',
    ', telling reporters: “The deal is dead.”',
    ' before telling reporters that the deal was dead.',
  ];
  test.each(deeds)('Ada Roe %s and said …', (deed) => {
    for (const subject of ['Ada Roe', 'Mayor Ada Roe', 'Ada Roe, the mayor,'])
      for (const joint of joints) expect(speakersOf(`${subject} ${deed}${joint}`)).toEqual(['Ada Roe']);
  });

  const openings = [
    'In a book about Ben Sands',
    'When asked about Ben Sands',
    'Speaking after Ben Sands',
    'Praising Ben Sands',
    'Unlike Ben Sands',
    'Like Ben Sands',
  ];
  test.each(openings)('%s, Ada Roe said …', (opening) => {
    expect(speakersOf(`${opening}, Mayor Ada Roe told reporters: “The deal is dead.”`)).toEqual(['Ada Roe']);
  });

  test('a participle behind the speaker says nothing', () => {
    expect(speakersOf('“The deal is dead,” said Ada Roe, accused by Ben Sands of lying.')).toEqual([
      'Ada Roe',
    ]);
    expect(speakersOf('“It is dead,” said Ada Roe, commenting on Ben Sands’s arrest.')).toEqual(['Ada Roe']);
  });
});

test.each([
  'Ada Roe and Tom Beck met Ben Sands on Monday and asked him to resign.',
  'Mayor Ada Roe and council leader Tom Beck saw Ben Sands on Monday and told him that the road was shut.',
  'Premier Ada Roe and Nordish leader Tom Beck met Ben Sands and urged him to stay.',
])('two who met somebody and spoke: %s', (sentence) => {
  expect(speakersOf(sentence)).toEqual(['Ada Roe + Tom Beck']);
});

test.each(['but', 'while', 'although'])(
  'the subject behind "%s", and not that of the clause before',
  (joint) => {
    const sentence = `Orsa Bank is hiring staff ${joint} officials at the ministry said the branch would close.`;
    const { text, quotes } = articleOf(sentence);
    const { start, end } = quotes.at(-1)!.source!;
    expect(text.slice(start, end)).toBe('officials at the ministry');
  },
);

test('terms are no cue', () => {
  expect(
    articleOf('They were given jail terms of up to nine years for the theft of a ferry.').quotes,
  ).toEqual([]);
});

describe('an infinitive of saying', () => {
  test.each([
    'used a speech in Quito to accuse Ben Sands of lying',
    'took to X to say that the mine would close',
    'went on Kanal 5 to say the mine would close',
    'rose to tell the house that the mine would close',
    'interrupted him to say that the mine would close',
    'came forward to say that she had seen the car',
    'went out of her way to stress that the mine would close',
    'was keen to stress that the mine would close',
    'was forced to admit that the mine would close',
    'proceeded to tell the court that she had seen the car',
    'took the stand to say that she had seen the car',
    'seized the moment to declare that the mine would close',
  ])('tells of words where they were spoken: Ada Roe %s', (deed) => {
    expect(speakersOf(`Ada Roe ${deed}.`)).toEqual(['Ada Roe']);
  });

  test.each([
    'wants to say that the mine will close',
    'was expected to say that the mine would close',
    'plans to announce that the mine will close',
    'is due to tell the court that she saw the car',
    'had no right to say that the mine would close',
    'used the money to claim that he was rich',
  ])('tells of none where they were not: Ada Roe %s', (deed) => {
    expect(speakersOf(`Ada Roe ${deed}.`)).toEqual([]);
  });
});

describe('a surname alone', () => {
  test.each('Short Long Day Bishop Major March May Best Judge Pope Head Friend Priest Clerk'.split(' '))(
    'is somebody’s beside a verb of speech, though it is a word as well: %s',
    (surname) => {
      const named = `Grace ${surname}, who chairs the council, met Ada Roe. Roe smiled.`;
      expect(speakersOf(`${named}\n\n“The deal is dead,” ${surname} said.`)).toEqual([`Grace ${surname}`]);
      expect(speakersOf(`${named}\n\n“The deal is dead,” said ${surname}.`)).toEqual([`Grace ${surname}`]);
    },
  );

  test.each('Short Long Day Bishop Major March May Best Judge Head'.split(' '))(
    'is one at the start of a sentence, too: %s',
    (surname) => {
      const named = `Grace ${surname}, who chairs the council, met Ada Roe. Roe smiled.`;
      expect(speakersOf(`${named}\n\n${surname} told reporters that it was over.`)).toEqual([
        `Grace ${surname}`,
      ]);
    },
  );

  test('is a title before another name, or behind an article', () => {
    const named = 'Grace Bishop met the bishop, Bishop Ann Lee, on Monday.';
    expect(speakersOf(`${named}\n\n“It is over,” Bishop Ann Lee said.`)).toEqual(['Ann Lee']);
    expect(speakersOf(`${named}\n\n“It is over,” Grace Bishop said.`)).toEqual(['Grace Bishop']);
  });

  test.each(['al-Masri', 'el-Khatib', 'ash-Shami', 'd’Arcy', 'de Vries', 'van Dijk'])(
    'starts with a small letter where its particle does: %s',
    (surname) => {
      const named = `Jean ${surname}, who chairs the council, met Ada Roe. Roe smiled.`;
      expect(speakersOf(`${named}\n\n“It is over,” ${surname} said.`)).toEqual([`Jean ${surname}`]);
      expect(speakersOf(`${named}\n\n“It is over,” said ${surname}.`)).toEqual([`Jean ${surname}`]);
    },
  );

  test('is a person’s though a country bears it, where nothing happens in that country', () => {
    expect(speakersOf('Jim Jordan met Ada Roe. Roe smiled.\n\n“It is over,” Jordan said.')).toEqual([
      'Jim Jordan',
    ]);
    expect(speakersOf('Jim Jordan met Ada Roe in Jordan.\n\n“It is over,” Jordan said.')).toEqual(['Jordan']);
  });
});

describe('whom a source names only to say whose the speaker is', () => {
  const met =
    'Ada Roe, who runs Halden Air, met Ben Sands, the mayor of Leith, on Monday. Roe said nothing after the talks.';
  test.each([
    'Roe’s mother',
    'Roe’s lawyers',
    'Roe’s critics',
    'Roe’s deputy',
    'the mother of Ada Roe',
    'a lawyer for Roe',
    'a Roe ally',
    'the Roe family',
    'the nurse who treated Roe',
    'a Halden Air pilot',
  ])('has not spoken: %s', (source) => {
    expect(speakersOf(`${met}\n\n“The deal is dead,” ${source} said.`)).toEqual([null]);
  });
});

test.each(['Engr.', 'Barr.', 'Smt.', 'Cllr.', 'Ven.', 'Cde.'])(
  'the point of %s ends no sentence',
  (title) => {
    expect(speakersOf(`“The deal is dead,” said ${title} Grace Okoro.`)).toEqual(['Grace Okoro']);
  },
);

describe('several who speak together', () => {
  test.each([
    'Ada Roe and Ben Sands',
    'Ada Roe, the mayor, and Ben Sands, her deputy,',
    'Ada Roe of Halden Air and Ben Sands of Kiesler Bank',
    'Ada Roe (Leith) and Ben Sands (Perth)',
    'Ada Roe & Ben Sands',
    'Senators Ada Roe, a Democrat, and Ben Sands, a Republican,',
    'Lawyers Ada Roe and Ben Sands, for Carl Mole,',
  ])('%s', (source) => {
    expect(speakersOf(`“The deal is dead,” ${source} said in a joint statement.`)).toEqual([
      'Ada Roe + Ben Sands',
    ]);
    expect(speakersOf(`${source} told reporters: “The deal is dead.”`)).toEqual(['Ada Roe + Ben Sands']);
  });

  test('from the first of them on', () => {
    const all = ['Ada Roe + Ben Sands + Carl Mole'];
    expect(speakersOf('Ada Roe, Ben Sands and Carl Mole said the deal was dead.')).toEqual(all);
    expect(
      speakersOf('Ministers Ada Roe (finance), Ben Sands (health) and Carl Mole (home) said it was dead.'),
    ).toEqual(all);
  });
});

test.each([
  ['Ada Stott met Ben Stott in Leith.\n\n“The deal is dead,” Ben Stott said.', 'Ben Stott'],
  ['Dora Jones met Van Jones in Leith.\n\n“The deal is dead,” Van Jones said.', 'Van Jones'],
  ['Dora Lee met Al Lee in Leith.\n\n“The deal is dead,” said Al Lee.', 'Al Lee'],
  ['Itamar Ben Gvir met Ada Roe in Leith.\n\n“The deal is dead,” Ben Gvir said.', 'Itamar Ben Gvir'],
])('a first name that is a particle elsewhere: %s', (text, speaker) => {
  expect(speakersOf(text)).toEqual([speaker]);
});

test.each([
  'Head coach Ada Roe did not spare her players after Saturday’s 5-1 defeat by Leith Town, accusing them of “schoolboy defending”.',
  'Ada Roe rejected a petition against a ban on digging from the Bara river, saying it was too late.',
  'The mine closed after Ada Roe resigned, saying it was dead.',
  'Ada Roe told analysts on a conference call that she took “full responsibility”.',
])('a verb in -ing behind a comma has the subject of its clause: %s', (text) => {
  expect(speakersOf(text)).toEqual(['Ada Roe']);
});

test('what others say within somebody’s words is somebody’s', () => {
  expect(speakersOf('Ada Roe wrote no more. "People said it would come back. It never does."')).toEqual([
    'Ada Roe',
  ]);
});

test('a company that is named but once, at the start, is known by what is said of it', () => {
  expect(speakersOf('Ryanwing, Europe’s largest budget airline, said it had cancelled 212 flights.')).toEqual(
    ['Ryanwing'],
  );
  expect(speakersOf('Residents, many of them elderly, said the road was shut.')).toEqual([null]);
});

test('two verbs in -ing behind a comma have the same subject', () => {
  const text =
    'Ada Roe did not spare them after the 5-1 defeat by Leith Town, accusing them of “sleep” and warning that “some may go”.';
  expect(speakersOf(text)).toEqual(['Ada Roe', 'Ada Roe']);
});

describe('a subject with a clause about it is no one whom the clause names', () => {
  test.each([
    'Survivors of the ferry that capsized off Samar on Sunday night said they had begged the captain to turn back.',
    'Witnesses to the crash that killed Ada Roe on Monday said the car had been speeding.',
    'A witness to the crash that killed Ada Roe on Monday told police the car had been speeding.',
    'Passengers on the train that hit Bob Cole near Derby said they felt a jolt.',
    'Officials at the ministry that Bob Cole ran until May said the money was gone.',
    'People who live near the plant that Vantro closed in May said the air was cleaner.',
    'Scientists who worked with Ada Roe and Bob Cole said the paper was sound.',
    'The sister of the boy who drowned off Samar on Sunday said he could not swim.',
    'Researchers who analysed 40 years of satellite data and diver surveys found that two thirds of reefs now bleach.',
  ])('%s', (text) => {
    const { quotes } = articleOf(text);
    expect(quotes.map(({ speaker }) => speaker)).toEqual([null]);
    expect(quotes[0]!.source!.start).toBe(0);
  });

  test('nor is what "to find" finds said', () => {
    expect(
      speakersOf(
        'A paper that promised to find cancer in a drop of blood was withdrawn, years after it appeared.',
      ),
    ).toEqual([]);
  });
});

test.each([
  [
    'But she had clashed with an investor, Lodestone Partners, which last month called for a sale.',
    'Lodestone Partners',
  ],
  ['He was backed by Human Rights Watch, which on Monday urged Bob Cole to resign.', 'Human Rights Watch'],
  ['They wrote to the Environment Agency, which in May said the river was clean.', 'Environment Agency'],
  ['The plan was opposed by Ada Roe, who on Monday said it was unlawful.', 'Ada Roe'],
  ['The ruling angered the Law Society, which two weeks ago accused ministers of bullying.', 'Law Society'],
  ['The ruling angered Ada Roe, who in a letter to ministers called it "a scandal".', 'Ada Roe'],
])('who speaks in a clause about the one before it: %s', (text, speaker) => {
  expect(speakersOf(text)).toEqual([speaker]);
});

test.each([
  'Bob Cole told reporters the bridge, built in 1931, was unsafe.',
  'Bob Cole told police the driver of the van had been asleep.',
  'Bob Cole told the BBC the mayor had lied.',
  'Bob Cole told Sky News political editor Ada Roe the bridge was unsafe.',
  'Bob Cole told the Guardian in May his wife was ill.',
  'Bob Cole told reporters water levels were falling.',
  'Bob Cole told Reuters prices had doubled.',
  'Bob Cole told a committee of MPs the bridge was unsafe.',
  'Bob Cole told councillors two lorries had been stolen.',
])('whom it was told stands before a clause without "that": %s', (text) => {
  expect(speakersOf(text)).toEqual(['Bob Cole']);
});

test('nobody hears the end of a question', () => {
  const { quotes, text } = articleOf('Bob Cole told jurors he’d asked the agent where the bathroom was.');
  expect(quotes.map(({ cue }) => text.slice(cue!.start, cue!.end))).toEqual(['told']);
});

test.each([
  ['Cole replied that he understood her anger, to which Ada Roe said: "You don’t."', ['Cole', 'Ada Roe']],
  ['"Are you well?" Cole asked, to which Roe replied: "No."', ['Cole', 'Roe']],
  ['Cole said he was sorry, at which point Roe shouted: "Liar!"', ['Cole', 'Roe']],
])('an answer within the sentence is another’s: %s', (text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers);
});

test('of a town and its state with a firm, the firm is meant', () => {
  expect(
    speakersOf(
      'Vantro Corp. cut jobs, Ada Roe said.\n\nRevenue will be $3.1 billion, the Austin, Texas-based company said Wednesday.',
    ),
  ).toEqual(['Ada Roe', 'Vantro Corp.']);
});

test('to argue a case is no speech', () => {
  expect(speakersOf('"It is," said Ada Roe, who argued the case for the union.')).toEqual(['Ada Roe']);
});

test('who speaks does not report it', () => {
  const { quotes } = articleOf(
    'The Environment Agency said in a statement: "We welcome the review and accept it."',
  );
  expect(quotes.map(({ reportedBy }) => reportedBy)).toEqual([[]]);
});

test.each([
  ['Roe’s headteacher, who asked not to be named, described him as "the sort of boy who held doors".', null],
  ['Ada Roe died.\n\nAda’s headteacher, who asked not to be named, said she was "kind".', null],
  ['Ada Roe died.\n\nBen Cole, who knew her well, said she was "kind".', 'Ben Cole'],
])('a clause about who spoke does not stand for it: %s', (text, speaker) => {
  expect(speakersOf(text)).toEqual([speaker]);
});

test.each(['Giving evidence, she said', 'Clearly upset, she said', 'Fighting back tears, Ada Roe said'])(
  'what stands in front of who spoke was not said: %s',
  (opening) => {
    const { quotes } = articleOf(`Ada Roe was unhurt.\n\n${opening}: "I was scared. I thought he had it."`);
    expect(quotes.map(({ text }) => text)).toEqual(['I was scared. I thought he had it.']);
  },
);

test.each([
  ['Professor Cole’s report contradicts that. It says the inspection lasted eleven minutes.', null],
  ['The report runs to 90 pages. It says officers ignored warnings.', null],
  ['A report by the Auditor-General was tabled on Monday. It warned that the dam could fail.', null],
  ['The letter is dated May 2. It says the valve was shut.', null],
  ['The study looked at 40 rivers. It concluded that most were foul.', null],
  ['The firm published its report on Monday. It said profits rose by half.', 'Northern Water'],
])('what a document says no body said: %s', (text, speaker) => {
  expect(speakersOf(`Northern Water denied wrongdoing.\n\n${text}`).at(-1)).toBe(speaker);
});

test('a federal judge of the lede is the district judge behind it, and no president', () => {
  expect(
    speakersOf(
      'A federal judge on Friday blocked the Osborn administration from flying migrants out, saying lawyers had misled him.\n\nIn an order, U.S. District Judge Ben Cole wrote that the court was “blindsided”.\n\nPresident Tom Osborn called him “a lunatic”.',
    ).slice(1),
  ).toEqual(['Ben Cole', 'Tom Osborn']);
});
