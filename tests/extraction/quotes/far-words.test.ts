import { describe, expect, test } from 'vitest';
import { linesOf } from './article.ts';

const verbs = ['vented', 'repeated', 'sniped', 'boasted'];
const between = [
  'for the second consecutive debate',
  'to her husband, Peter Lang,',
  'at a rally of farmers outside the gates of the old mill in Leh',
  'in a letter of three pages to the bank',
];

describe('words in marks far behind their cue', () => {
  test.each(verbs.flatMap((verb) => between.map((words) => `${verb} ${words}`)))('Ana Ruiz %s …', (cue) => {
    const opening = `The band played on. Ana Ruiz ${cue}`;
    expect(linesOf(`${opening} that the dam was “peanuts.”`)).toEqual([
      'mixed: the dam was “peanuts.” (Ana Ruiz, name)',
    ]);
    expect(linesOf(`${opening.replace(/,$/, '')}, “I am getting off the ship!”`)).toEqual([
      'direct: I am getting off the ship! (Ana Ruiz, name)',
    ]);
  });
});
