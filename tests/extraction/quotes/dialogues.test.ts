import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

describe('dialogues', () => {
  test('turns that dashes open', () => {
    expect(
      linesOf(
        [
          'Every morning Nuri Sezgin meets Apostolos Mavros on the quay of Smyrna.',
          '— You are sitting on my hat, says Nuri. — It is my chair, too.',
          '— All chairs are yours – says Apostolos.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'direct: You are sitting on my hat It is my chair, too. (Nuri Sezgin, name)',
      'direct: All chairs are yours (Apostolos Mavros, name)',
    ]);
  });

  test('no turns: pull quotes, which have the speaker of the words that they repeat', () => {
    expect(
      linesOf(
        [
          'Tom Lee, the governor, urged residents to stay outdoors. “Your walls are not sound,” he said.',
          '“It lasted for ever”',
          'The agency has counted four dead. Ana Ruiz, a teacher in Solhan, was inside.',
          '“The blackboard fell. It lasted for ever,” she told us.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'indirect: residents to stay outdoors (Tom Lee, name)',
      'direct: Your walls are not sound (Tom Lee, pronoun)',
      'direct: It lasted for ever (Ana Ruiz, context)',
      'direct: The blackboard fell. It lasted for ever (Ana Ruiz, pronoun)',
    ]);
  });

  test('no turns: items of a list that dashes open', () => {
    expect(
      linesOf('What we know so far:\n\n— Two men were held at noon.\n\n— The bridge stays shut.'),
    ).toEqual([]);
  });

  test('turns under a name and a role', () => {
    expect(
      linesOf(
        [
          'Carla Dunne — Chief Executive Officer: Thanks for joining. It was a tough quarter.',
          'Analyst (Redwood Securities): Can you talk about the margin?',
          'Piotr Zielinski — Chief Financial Officer: Sure. It fell 210 basis points.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'direct: Thanks for joining. It was a tough quarter. (Carla Dunne, name)',
      'direct: Can you talk about the margin? (nobody, null)',
      'direct: Sure. It fell 210 basis points. (Piotr Zielinski, name)',
    ]);
  });

  test('turns that open with "That", which was said, too', () => {
    expect(
      linesOf('ANA RUIZ: Is it done?\n\nTOM LEE: That is no date.\n\nANA RUIZ: That was quick.'),
    ).toEqual([
      'direct: Is it done? (Ana Ruiz, name)',
      'direct: That is no date. (Tom Lee, name)',
      'direct: That was quick. (Ana Ruiz, name)',
    ]);
  });

  test('turns under numbers, between which something is heard', () => {
    expect(
      linesOf('Speaker 1: Why did you go?\n\nAna Ruiz: I was tired.\n\n[applause]\n\nSpeaker 1: Tired?'),
    ).toEqual([
      'direct: Why did you go? (nobody, null)',
      'direct: I was tired. (Ana Ruiz, name)',
      'direct: Tired? (nobody, null)',
    ]);
  });

  test('turns of one who alone is labelled, between questions', () => {
    expect(
      linesOf(
        [
          'Your first film took nine years. What changed?',
          'Hollis Crane: I had a mortgage.',
          'Seriously.',
          'Hollis Crane: Seriously. And I had an editor.',
          'She was your sister.',
          'Hollis Crane: She is. I am from Hull.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'direct: I had a mortgage. (Hollis Crane, name)',
      'direct: Seriously. And I had an editor. (Hollis Crane, name)',
      'direct: She is. I am from Hull. (Hollis Crane, name)',
    ]);
  });

  test('somebody who nods and speaks behind a colon', () => {
    const [, nodded] = linesOf(
      'Kelly Brand and her partner Dean Hill are refusing to pay. "They can lock us up," insisted Hill. Kelly nodded: "Lock us up."',
    );
    expect(nodded).toBe('direct: Lock us up. (Kelly Brand, name)');
  });

  test('turns under a surname of the one who was introduced', () => {
    expect(
      linesOf(
        [
          'Ifeoma Okoye, the market queen, has sold locks for forty years. Her son Obinna Okoye is a lawyer. Ifeoma Okoye speaks on the strike.',
          'Radio: And your son?',
          'Okoye: Obinna is dry.',
          'Radio: Is he?',
          'Okoye: As a bone.',
        ].join('\n\n'),
      ).filter((line) => line.includes('Okoye')),
    ).toEqual(['direct: Obinna is dry. (Ifeoma Okoye, name)', 'direct: As a bone. (Ifeoma Okoye, name)']);
  });

  test('an answer behind a question of the narrator', () => {
    expect(linesOf('Anna Roth grins. Did she enjoy it? "God, no."')).toEqual([
      'direct: God, no. (Anna Roth, context)',
    ]);
  });

  test('a post without marks', () => {
    expect(
      linesOf('Fidelma Byrne in Buncrana emails: Our hens are in the bath. They are not pleased.'),
    ).toEqual(['direct: Our hens are in the bath. They are not pleased. (Fidelma Byrne, name)']);
  });

  test.each([
    ['the reporter', 'Reporter', 'Klein'],
    ['an interviewer in capitals', 'INTERVIEWER', 'KLEIN'],
    ['a chair', 'THE CHAIR', 'MARTA KLEIN'],
    ['a judge', 'JUDGE', 'WITNESS KLEIN'],
    ['an office that is known', 'MODERATOR', 'THE MAYOR'],
    ['times in brackets', 'Moderator (00:02)', 'Marta Klein (00:10)'],
  ])('turns under %s', (_, asks, answers) => {
    expect(
      linesOf(
        [
          'On Monday Marta Klein, the mayor of Bern, sat down with us.',
          `${asks}: Will you stand again?`,
          `${answers}: I will not.`,
          `${asks}: You said in May that you would go on for years.`,
          `${answers}: I am tired of it.`,
        ].join('\n\n'),
      ).map((line) => line.replace(/, (?:name|nominal|context)/, '')),
    ).toEqual([
      'direct: Will you stand again? (nobody, null)',
      'direct: I will not. (Marta Klein)',
      'direct: You said in May that you would go on for years. (nobody, null)',
      'direct: I am tired of it. (Marta Klein)',
    ]);
  });

  test('answers alone are labelled, below questions in bold print that is lost', () => {
    expect(
      linesOf(
        'Marta Klein is the mayor of Bern.\n\nWill you stand again?\n\nA: I will not.\n\nWhy not?\n\nA: I am tired of it.',
      ),
    ).toEqual([
      'direct: I will not. (Marta Klein, context)',
      'direct: I am tired of it. (Marta Klein, context)',
    ]);
  });

  test('questions without label part the turns of several people', () => {
    expect(
      linesOf(
        [
          'Ada Roe and Ned Harrow build boats. We met them by the river.',
          'Ada: I was twelve when I built the first. It sank.',
          'Ned: I was there. I swam.',
          'What brought you to Hull?',
          'Ned: The yard was empty. My uncle owned it.',
          'Ada: I needed the room.',
          'How did you come to build in steel?',
          'Ada: Wood rots.',
        ].join('\n\n'),
      ).map((line) => line.replace(/ \(.*/, '')),
    ).toEqual([
      'direct: I was twelve when I built the first. It sank.',
      'direct: I was there. I swam.',
      'direct: The yard was empty. My uncle owned it.',
      'direct: I needed the room.',
      'direct: Wood rots.',
    ]);
  });

  test('the first question and its answer alone are labelled', () => {
    expect(
      linesOf(
        [
          'Ada Roe builds boats.',
          'THE COURIER: What is your short answer to those who ask what you do?',
          'ADA ROE: I try to build boats that last.',
          'Ada Roe: The Long Tide, 2022',
          'What would you be doing if you did not build boats?',
          'I would teach. I like to talk about wood.',
          'Why do you live in Hull?',
          'I love Hull, but it is wet.',
          'When is your next launch?',
          'I launch one in May.',
        ].join('\n\n'),
      ).slice(1),
    ).toEqual([
      'direct: I try to build boats that last. (Ada Roe, name)',
      'direct: I would teach. I like to talk about wood. (Ada Roe, context)',
      'direct: I love Hull, but it is wet. (Ada Roe, context)',
      'direct: I launch one in May. (Ada Roe, context)',
    ]);
  });

  test.each([
    [
      'a test of facts',
      'THE CLAIM: She was born in York, so she cannot stand.',
      'THE FACTS: She was born in Hull.',
    ],
    ['a forecast', 'MONDAY: It will be cold.', 'TUESDAY: You may see snow.'],
    ['a blotter', 'October 20: ARREST – He was held.', 'October 21: ARREST – She was held.'],
    ['a review', 'Verdict: It is a good boat.', 'Verdict: They should have built it in steel.'],
  ])('headings are no speakers: %s', (_, ...lines) => {
    expect(linesOf(['The boat was launched on Monday.', ...lines].join('\n\n'))).toEqual([]);
  });

  const introduction = 'Marta Klein has been the mayor of Bern for nine years. She sat down with us.';

  test('answers of "I" below bare questions', () => {
    expect(
      linesOf(
        `${introduction}\n\nWill you stand again?\n\nI will not. I am tired.\n\nWhy not?\n\nBecause it is enough. My sister says so.\n\nShe says I should have gone.\n\nWhat will you do with your time?\n\nI will learn to swim.`,
      ),
    ).toEqual([
      'direct: I will not. I am tired. (Marta Klein, context)',
      'direct: Because it is enough. My sister says so. She says I should have gone. (Marta Klein, context)',
      'direct: I will learn to swim. (Marta Klein, context)',
    ]);
  });

  test.each([
    'You must have been furious.',
    'Tell me about the organ.',
    'The second song has no words.',
    'That sounds lonely.',
  ])('answers below what need not be a question: %s', (prompt) => {
    expect(
      linesOf(
        `${introduction}\n\nWill you stand again?\n\nI will not. I am tired.\n\n${prompt}\n\nYou’ve just told me what my sister says. We never quarrel.\n\nI did try.\n\nWhy not?\n\nWe have no time.\n\nWhat will you do?\n\nI will learn to swim.`,
      ),
    ).toEqual([
      'direct: I will not. I am tired. (Marta Klein, context)',
      'direct: You’ve just told me what my sister says. We never quarrel. I did try. (Marta Klein, context)',
      'direct: We have no time. (Marta Klein, context)',
      'direct: I will learn to swim. (Marta Klein, context)',
    ]);
  });

  test.each([
    [
      'who is told what to do',
      'Who has to pay?\n\nEveryone with a dog.\n\nHow do you apply?\n\nYou fill in a form.\n\nAre you late?\n\nThere is a fine of ten francs.',
    ],
    [
      'who asks himself',
      'Do I regret it?\n\nI do not. I have my garden.\n\nDo I miss the lake?\n\nI do, on Sundays.\n\nWould I go back?\n\nNever. I am happy.',
    ],
  ])('no answers, but of one %s', (_, text) => {
    expect(linesOf(`${introduction}\n\n${text}`)).toEqual([]);
  });

  test('statements without marks behind a name and a role', () => {
    const lines = (ana: string, tom: string) =>
      linesOf(`Reactions to the vote:\n\nAna Ruiz, mayor of Bern: ${ana}\n\nTom Lee, baker: ${tom}`);
    expect(lines('We have all lost.', 'I think it is a joy.')).toEqual([
      'direct: We have all lost. (Ana Ruiz, name)',
      'direct: I think it is a joy. (Tom Lee, name)',
    ]);
    expect(lines('She has led the city since 2019.', 'He has baked for years.')).toEqual([]);
  });

  test('turns below their labels', () => {
    expect(
      linesOf(
        'Tom Lee met Marta Klein.\n\nTom Lee:\n\nWill you stand again?\n\nMarta Klein:\n\nI will not.\n\nTom Lee:\n\nWhy not?',
      ),
    ).toEqual([
      'direct: Will you stand again? (Tom Lee, name)',
      'direct: I will not. (Marta Klein, name)',
      'direct: Why not? (Tom Lee, name)',
    ]);
  });

  test('questions behind a mere "Q"', () => {
    expect(
      linesOf(
        'President Marta Klein took questions.\n\nTHE PRESIDENT: I will take two.\n\nQ Thank you, Madam President. Will you stand again?\n\nTHE PRESIDENT: I will not.',
      ),
    ).toEqual([
      'direct: I will take two. (Marta Klein, nominal)',
      'direct: Thank you, Madam President. Will you stand again? (nobody, null)',
      'direct: I will not. (Marta Klein, nominal)',
    ]);
  });
});

describe('paragraphs in marks', () => {
  test('are two quotes where the first is closed, and one where it is left open', () => {
    expect(
      linesOf(
        'Mayor Ana Ruiz backed the plan. “It will pass,” she said.\n\n“We have waited for nine years for a bridge that does not fall down when it rains.\n\n“I am sure of it, and so is every member of the council who can count to nine.”',
      ),
    ).toEqual([
      'direct: It will pass (Ana Ruiz, pronoun)',
      'direct: We have waited for nine years for a bridge that does not fall down when it rains. I am sure of it, and so is every member of the council who can count to nine. (Ana Ruiz, context)',
    ]);
  });
});

describe('lists of what people said', () => {
  test.each([
    ['a name below', '"It is a shame."\n\nAna Ruiz, mayor of Bern\n\n"It is a joy."\n\nTom Lee, baker'],
    ['a name above', 'Ana Ruiz, 34, teacher\n\n"It is a shame."\n\nTom Lee, 54, baker\n\n"It is a joy."'],
    ['a name before a dash', 'Ana Ruiz, 34, teacher – "It is a shame."\n\nTom Lee - "It is a joy."'],
    ['a title before a name', 'Dr Ana Ruiz, Leeds - "It is a shame."\n\nCllr Tom Lee (Ind) - "It is a joy."'],
    ['titles and letters below', '"It is a shame."\n\nAna Ruiz MP\n\n"It is a joy."\n\nMr Tom Lee'],
    ['a name behind', '"It is a shame." Ana Ruiz, mayor.\n\n"It is a joy," Tom Lee, baker.'],
    ['a name behind a dash', '"It is a shame." — Ana Ruiz to the BBC\n\n"It is a joy."\n\n— Tom Lee'],
    ['a name in brackets', '"It is a shame." (Mayor Ana Ruiz)\n\n"It is a joy." (Tom Lee, baker)'],
    [
      'a name before a colon',
      'Ana Ruiz (mayor): "It is a shame."\n\nTom Lee, after the game: "It is a joy."',
    ],
  ])('%s', (_, list) => {
    const lines = linesOf(`The vote was close. Here is what they said.\n\n${list}`);
    expect(lines.map((line) => line.replace(/, (?:name|context)\)$/, ')'))).toEqual([
      expect.stringMatching(/^direct: It is a shame[.]? \(Ana Ruiz\)$/),
      expect.stringMatching(/^direct: It is a joy[.]? \(Tom Lee\)$/),
    ]);
  });

  test.each([
    'Here is what they said.',
    'Here’s what Ana Ruiz had to say.',
    'That is how Ana Ruiz put it.',
    'This was what the minister told them.',
  ])('no words of anybody: %s', (line) => {
    expect(linesOf(`The vote was close on Monday.\n\n${line}`)).toEqual([]);
  });

  test('no turn: what the writer tells of his own questions', () => {
    expect(
      linesOf(
        [
          'Neil Purvis sits down on a bin. Priya Nambiar, the surgeon, has long retired.',
          '“You want to start with the fall,” he says. “Everyone starts with the fall.”',
          'I tell him we can start wherever he likes.',
          '“Well. Let’s start with the money, then.”',
        ].join('\n\n'),
      ).at(-1),
    ).toBe('direct: Well. Let’s start with the money, then. (Neil Purvis, context)');
  });
});

describe('letters to an editor, without marks', () => {
  const letters = [
    'Bus to nowhere',
    'I write in response to your report on the loss of the 46 bus. I am 83, and the council says demand has “fallen away”.',
    'So would they, if they had to stand at our stop.',
    'Brenda Askew',
    'March',
    'SIR – Mr Fuller claims that the swans are gone. They are in the yard.',
    'Dr Harriet Lamb, Welney',
  ];
  const lines = [
    'direct: I write in response to your report on the loss of the 46 bus. I am 83, and the council says demand has “fallen away”. So would they, if they had to stand at our stop. (Brenda Askew, name)',
    'direct: SIR – Mr Fuller claims that the swans are gone. They are in the yard. (Harriet Lamb, name)',
  ];

  test('each above the name of who wrote it', () => {
    expect(linesOf(letters.join('\n\n'))).toEqual(lines);
  });

  test('nobody wrote what stands behind a name, but for a letter under a heading of its own', () => {
    const [heading, one, two, name, place, other, writer] = letters;
    const answer = 'The 46 has not run since Easter, and the stop is now a bench.';
    const column = [heading, one, two, name, place, answer, 'Swans', other, writer, answer];
    expect(linesOf(column.join('\n\n')).slice(0, 2)).toEqual([lines[0], lines[1]]);
  });

  test('a letter whose writer would not be named', () => {
    const page = [...letters, 'Please, parents, talk to your children. We did.', 'Name and address supplied'];
    expect(linesOf(page.join('\n\n')).at(-1)).toBe(
      'direct: Please, parents, talk to your children. We did. (nobody, null)',
    );
  });

  test('no letters: what stands below the names of those whom it is about', () => {
    const list = [
      'The new council',
      'Ana Ruiz',
      'She has led my town since 2019.',
      'Tom Lee',
      'He bakes our bread.',
    ];
    expect(linesOf(list.join('\n\n'))).toEqual([]);
  });
});
