import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

describe('words that nobody said', () => {
  test.each([
    ['a name', 'The mayors of two towns called Springwell have settled their feud by post.'],
    ['a title', 'A play called "The Long Winter" opened in Leh on Monday as planned.'],
    [
      'what somebody was charged with',
      'Budi Santo has been charged with embezzling 30 million kroner of the harbour’s money while he ran it.',
    ],
    [
      'what was agreed',
      'The Tarn Memorandum, a blueprint for peace, was agreed several months ago but failed to take hold.',
    ],
    [
      'what is forecast',
      'Strong winds are again predicted for today but the crews are confident that they can hold the fires.',
    ],
    [
      'a disease',
      'The child has a disease called red-gut and without help is likely to die before the age of 15.',
    ],
    [
      'a dispute',
      'A pay freeze dispute involving Orbex and its maintenance workers will remain unresolved over Easter.',
    ],
    [
      'what somebody is blamed for',
      'Looting has given way to marches against the government blamed for a 43-month recession.',
    ],
    [
      'what rules relate to',
      'Other recommendations relating to the care of engines are still to be looked into by the agency.',
    ],
    ['a name that is given', "The crew have named the dog 'Admiral'."],
    ['an act', 'The outage began at noon, when users in Ohio began reporting errors in payment apps.'],
    [
      'a score',
      'Marcus Bell had 31 points, Jalen Ortiz added 22 and the Pistons held off the Hornets 112-108.',
    ],
    ['a second goal', 'Peter Lang added a second before half-time, and the visitors never came back.'],
    ['a reaction', 'Tomas Furlong was responding to a petition signed by 11,400 people.'],
    ['a mere denial', 'Not so, according to Ana Ruiz, a zoologist.'],
    ['thanks', 'The minister, Ana Ruiz, thanked her counterpart.'],
    ['a question of the reporter', 'Ana Ruiz sits down by the stove. I ask her whose house this was.'],
    ['a wish for one’s name', 'The conductor, who asked that his name be withheld, sat down.'],
    [
      'what somebody was told',
      'Told that the fund had grown to $31,000, Ana Ruiz put her hand over her mouth.',
    ],
    ['what is written down', 'Ana Ruiz nodded, and wrote that down.'],
    ['a condition', 'If the string is lower than it ought to be, the tuner displays by how much.'],
    ['a purpose', 'Ana Ruiz sold the boat in order to pay her debts.'],
    ['what somebody is said to have done', 'Ana Ruiz is said to have turned down a film about the strike.'],
    ['what somebody is kept from', 'Lenders will be barred from calling the relatives of defaulters.'],
    [
      'a wish of the paper',
      'For Tom Bale, a rider who asked that we do not use his full name, the law comes too late.',
    ],
    ['a reminder of the paper', 'It will be recalled that the senator was arrested in June.'],
    ['a heading that asks', 'Talks went on for a week in Geneva.\n\nWho said what?\n\nNobody would tell.'],
  ])('%s', (_name, text) => {
    expect(linesOf(text)).toEqual([]);
  });

  test('a wish not to be named', () => {
    expect(linesOf('"The guns are quiet," the envoy said, asking not to be named.')).toEqual([
      'direct: The guns are quiet (nobody, null)',
    ]);
  });

  test('what is called something else', () => {
    expect(linesOf('Ana Ruiz called Chile a "good story".')).toEqual([
      'mixed: Chile a "good story" (Ana Ruiz, name)',
    ]);
  });
});

describe('nobody is said to have said anything', () => {
  const scene = 'Senator Tom Barrera met Mayor Ann Lee in Lima. They had not spoken for a month.';
  const linesIn = (sentence: string) => linesOf(`${scene}\n\n${sentence}`);

  test.each([
    'Six yards are being investigated for alleged dealings with brokers and pilots, but the court hopes to be done by May.',
    'Crews have slept in turns inside stressed stations trying to mend the oldest of the pumps.',
    "The county's confirmed count of the moth is nearly 41,000, of which 310 were caught.",
    'The road follows the long disputed line drawn by a Dane between the two parishes.',
    "The firm's promised dividend is now in doubt.",
    'The daily rise in deaths announced in New Leh on Friday was 777, down from 799 the day before.',
    'Most of the plays described above had an hour that bored me.',
    'Her sudden move — announced a day ahead of the vote — has angered some in the choir.',
    'The move, announced a day ahead of the vote, has angered some of the members.',
    'The shortage that Barrera is warning about is down to a good many things.',
    'The words written on the wall were hard to read.',
    'The recording, first reported by the Leh Herald, was made in May.',
  ])('by participles that say something of a noun: %s', (sentence) => {
    expect(linesIn(sentence)).toEqual([]);
  });

  test.each([
    'A new report by the institute calls that into question.',
    "The pilots aren't alone in calling the happy account of the storm into question.",
    'The definition of a film calls into question what we watch.',
    'Someone called into the meeting from the car park.',
    "The reporters called the Lima County Sheriff's Office asking questions.",
    'The station called the ministry for comment on Monday.',
    'Neighbours called the fire brigade at noon.',
    'Witnesses are asked to contact police by calling 101.',
    'The velvet hat is calling out the mink.',
    'The party called an election for June.',
    'The union called a strike for Monday.',
    'The referee called a foul on Ruiz in the last minute.',
    'The yard has been careful to maintain the good name that its boats have.',
    'She seemed nervous when answering a question on abortion.',
    'Barrera answered the door in a green coat.',
    'Lee and Barrera argued over the cost of the bridge.',
    'The firms then ordered goods from six suppliers in the north.',
    'Barrera ordered a beer and a plate of fries.',
    'The state of Leh has sworn in its first female judge.',
    'Lee apologized for her actions in a brief televised address.',
    'Barrera responded by shifting blame onto the council.',
    'There are people who write carefully crafted code.',
    'Clinker is a handy word that describes the building of wooden hulls.',
  ])('by verbs of saying in another sense: %s', (sentence) => {
    expect(linesIn(sentence)).toEqual([]);
  });

  test.each([
    'We observed a sharp drop in prices in May.',
    'The ferry sailed a day after the order was posted, suggesting that nobody had read it.',
    'The fund sold ships at the low point, implying a loss in all of some $90m.',
    'This suggests that the cloud is still of use to many firms.',
    'That said, the malware leaves files alone if they are small.',
    'The band left its fans to wonder whether it would ever play again.',
    'The attack raised fears that the war would spread.',
    'The bloodshed raised concerns that the truce would not hold.',
    'The term describes the technology of glass tubes.',
    "It's worth noting that the bridge is 40 years old.",
    'It makes me laugh when someone says they are sailing to Bergen for work.',
  ])('by subjects that cannot speak: %s', (sentence) => {
    expect(linesIn(sentence)).toEqual([]);
  });

  test.each([
    'Of the 30 parishes, moths have been reported in four parishes.',
    'Asked how she had found the boat, Lee smiled.',
    'The crews are run by someone called the Great Bosun Ruiz and his aide.',
    "Firefighters were called to Leh Restaurant's curry challenge on Monday.",
    'This is repeated twice in a pure dilution.',
    'Describing a visit to her house in August, Barrera wept.',
    'Barrera writes at length about the loss of his house.',
    'Our strength and our rest lie in learning to mend the nets.',
    'The thief was caught in July, when researchers found it via two links.',
    'I can hear the rain as I write this line tonight.',
    'You wonder what the fish waits for in its bell.',
    'Barrera continued to work on the bridge.',
    'Barrera continued the work on the bridge.',
    'South of Leh, the raids continue, though more slowly than in the north.',
    'The group continues to watch the isle to make sure that the growth goes on.',
  ])('by what was found somewhere, or asked first: %s', (sentence) => {
    expect(linesIn(sentence)).toEqual([]);
  });

  test.each([
    ['Barrera maintained that the bridge was safe.', 'the bridge was safe'],
    ['Barrera maintained the bridge was safe.', 'the bridge was safe'],
    ['Lee answered that she had no idea.', 'she had no idea'],
    ['Barrera argued for a new bridge.', 'for a new bridge'],
    ['Lee ordered the army to leave the town.', 'the army to leave the town'],
    ['Barrera noted the bridge was old.', 'the bridge was old'],
    [
      'Barrera noted that there was a significant increase in costs.',
      'there was a significant increase in costs',
    ],
    ['Lee observed that prices had dropped in May.', 'prices had dropped in May'],
    ['The minister suggested that it will be hard to replace.', 'it will be hard to replace'],
    ['The report suggests that the cloud is of use to many firms.', 'the cloud is of use to many firms'],
    ['Barrera left the stage, suggesting that he might resign.', 'he might resign'],
    ['Barrera called the deal a disaster.', 'the deal a disaster'],
    ['Lee called Barrera a liar.', 'Barrera a liar'],
    ['Barrera called on the union to end the strike.', 'the union to end the strike'],
    ['Lee raised concerns that the truce would not hold.', 'the truce would not hold'],
    ['Critics raised fears that the war would spread.', 'the war would spread'],
    ['Barrera concluded that the bridge was safe.', 'the bridge was safe'],
    ['Barrera wondered whether the band would play again.', 'whether the band would play again'],
    ['Barrera swore that he had never seen it.', 'he had never seen it'],
    ['Barrera warned against a hasty deal.', 'against a hasty deal'],
  ])('but it is here: %s', (sentence, words) => {
    expect(linesIn(sentence).map((line) => line.replace(/ \([^(]*$/, ''))).toEqual([`indirect: ${words}`]);
  });
});
