import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measureAgreement } from '../../src/evaluation/agreement.ts';
import { readGold } from '../../src/evaluation/gold.ts';
import type { Hits } from '../../src/evaluation/gold-faults.ts';
import type { Rate } from '../../src/evaluation/score-rate.ts';
import { readGoldFolder } from '../support/gold.ts';

const first = readGold(
  '=== article\n<q1>“We won,”</q> said Ann Ruiz. <s2>Bo Lee</s> <c2>said</c> <q2>she had lost</q>.\n=== quotes\n' +
    '1 direct Ann Ruiz\n2 indirect Bo Lee\n=== entities\nperson: Ann Ruiz\nperson: Bo Lee\n',
);
const second = readGold(
  '=== article\n<q1>“We won,”</q> said Ann Ruiz. Bo Lee said she had lost.\n=== quotes\n' +
    '1 direct Bo Lee\n=== entities\nperson: Ann Ruiz\norganization: Bo Lee\n',
);

test('agreement is whole with oneself', () => {
  const { endToEnd, mentions, words } = measureAgreement([[first, first]]);
  expect([endToEnd.f1, mentions.f1, words]).toEqual([1, 1, { right: 2, of: 2 }]);
});

test('agreement counts what one has and the other has not', () => {
  const agreement = measureAgreement([[first, second]]);
  expect(agreement.quotes).toMatchObject({ precision: 1, recall: 0.5 });
  expect(agreement.marked.f1).toBe(1);
  expect(agreement.endToEnd.f1).toBe(0);
  expect(agreement.mentions.f1).toBe(0.5);
});

describe('the articles annotated twice', () => {
  const firsts = new Map(
    [...readGoldFolder('articles'), ...readGoldFolder('heldout')].map(({ slug, gold }) => [slug, gold]),
  );
  const seconds = readGoldFolder('second');

  test('are ten, and their copy is the same in both', () => {
    expect(seconds.length).toBeGreaterThanOrEqual(10);
    for (const { slug, gold } of seconds)
      expect([slug, gold.raw, gold.text]).toEqual([slug, firsts.get(slug)?.raw, firsts.get(slug)?.text]);
  });

  test('agree as far as data/gold/README.md says', () => {
    const agreement = measureAgreement(seconds.map(({ slug, gold }) => [firsts.get(slug)!, gold]));
    const percent = ({ f1 }: Rate) => (100 * f1).toFixed(1);
    const hits = ({ right, of }: Hits) => `${right} of ${of}`;
    const measured = [
      percent(agreement.marked),
      percent(agreement.markedEndToEnd),
      percent(agreement.quotes),
      percent(agreement.endToEnd),
      hits(agreement.kind),
      hits(agreement.words),
      percent(agreement.mentions),
    ];
    const guide = readFileSync(new URL('../../data/gold/README.md', import.meta.url), 'utf8');
    const table = guide.slice(guide.indexOf('| at first'));
    const told = [...table.matchAll(/^\|[^|-]+\|[^|-]+\| +([\d.]+(?: of \d+)?) +\|$/gm)].map((row) => row[1]);
    expect(told).toEqual(measured);
  });
});
