import { expect, it } from 'vitest';
import { clean } from './copy.ts';

it.each([
  // Braces behind a sign.
  `\${related_articles}`,
  `\${article.title}`,
  `\${ad('top', {size: 1})}`,
  '#{byline}',
  '%{count}',
  '@{user.name | upper}',
  // Doubled signs, and single ones around capitals.
  '%%AD_INLINE%%',
  '%%promo-1%%',
  '%%=v(@first)=%%',
  '%%[ set @x = 1 ]%%',
  '@@PROMO_1@@',
  '##TEASER##',
  '%FIRST_NAME%',
  '__AD_SLOT_3__',
  '{AD_SLOT}',
  '*|FNAME|*',
  // Braces and brackets of content systems.
  '{loadposition ad1}',
  '{exp:channel limit="3"}',
  '{# not for print #}',
  '[[IMAGE:1234]]',
  '[[related_articles]]',
  '[[/intro]]',
  '[[AD]]',
  '[[{"fid":"12","attributes":{"class":["media"]}}]]',
  '[[related-articles id="123"]]',
  "[[poll id='7' size=small]]",
  '[node:title]',
  '[object Object]',
  '[AD_INLINE]',
  // Code of servers, in which a ">" may stand.
  '<%= render "ad" if a > b %>',
  '<?php echo $ad->slot; ?>',
  '<![if !IE]>',
])('takes out %s', (placeholder) => {
  const copy = clean(`He left. ${placeholder}\n\n${placeholder}\n\nShe ${placeholder} stayed.`);
  expect(copy.text).toBe('He left.\n\nShe stayed.');
  expect(copy.removed.map(({ text }) => text)).toEqual([placeholder, placeholder, placeholder]);
});

it.each([
  `The bill of \${5 million} is 100% of $5 {as planned}.`,
  'He said "[the president] left [sic]" in [brackets], [John 3:16] and [[double ones]].',
  `Prices rose 50%% to 60%%, {A, B} and \${the rest}.`,
  'A rule of ____ and a run of @@ and ## and %%.',
  'Follow @jane_roe, #bridge_shut and ~{that}.',
  'She [name: withheld] wrote to <desk@example.com> that a <% b.',
])('keeps prose: %s', (text) => {
  expect(clean(text).text).toBe(text);
});

it('takes out a name at the head of a line', () => {
  expect(clean('[[intro]]He left.').text).toBe('He left.');
});

it.each(['null', 'undefined', 'NaN'])('takes out a line that is but %s', (word) => {
  expect(clean(`It was ${word}.\n\n${word}\n\n  ${word}\nShe left.`).text).toBe(
    `It was ${word}.\n\nShe left.`,
  );
});

it('keeps the words of a section of characters', () => {
  expect(clean('<![CDATA[The bridge is <b>shut</b>.]]>').text).toBe('The bridge is shut.');
});
