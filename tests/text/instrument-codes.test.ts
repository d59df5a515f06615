import { expect, it } from 'vitest';
import { clean } from './copy.ts';

it.each([
  ['Boeing Co <BA.N> said it would wait.', 'Boeing Co said it would wait.'],
  ['Boeing Co BA.N said it would wait.', 'Boeing Co said it would wait.'],
  ['Boeing (BA.N), opens new tab said it would wait.', 'Boeing said it would wait.'],
  ["The index <.SPX> rose, and Shell's (SHEL.L) shares, too.", "The index rose, and Shell's shares, too."],
  ['It said so in a post, opens new tab on Monday.', 'It said so in a post on Monday.'],
])('takes out the codes of instruments: %s', (raw, text) => {
  expect(clean(raw).text).toBe(text);
});

it.each([
  'The U.N. and the U.S. agreed, and so did J.P. Morgan.',
  'He earned a B.A. and an M.A. in Ohio.',
  'It was 5 < 6, A.N. Other said.',
])('keeps prose: %s', (text) => {
  expect(clean(text).text).toBe(text);
});
