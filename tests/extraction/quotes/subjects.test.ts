import { describe, expect, test } from 'vitest';
import { articleOf } from './article.ts';

/** Whose each quote is, by name. */
function speakersOf(text: string): readonly (string | null)[] {
  const { quotes, entities } = articleOf(text);
  return quotes.map(({ speaker, jointSpeakers }) =>
    speaker === null ? null : [speaker, ...jointSpeakers].map((one) => entities[one]!.name).join(' + '),
  );
}

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
