import { extract } from '../../dist/index.js';
import { readSamples } from './articles.ts';
import { showRatio, type Table } from './table.ts';

/** The longer of the two lengths, in characters: enough to show the slope, and short enough to measure many. */
const length = 200_000;

/** What hostile copy is made of, over and over. */
const pieces: Readonly<Record<string, string>> = {
  'straight marks': '"',
  'opening marks': '“',
  'single marks': "'",
  'opening marks, a word each': '“word ',
  'said said said': 'said ',
  'he said she said': 'he said she said, ',
  'capital letters': 'A',
  'capitalised words': 'Maria Ruiz ',
  'template braces': '{{',
  'template tags': '{{#a}}',
  'angle brackets': '<',
  ampersands: '&amp;',
  'full stops': '. ',
  'line ends': '\n',
  'one word a paragraph': 'word\n\n',
  brackets: '[',
  'copy as it is': readSamples().join('\n\n'),
};

/** Does time grow with the length of the text, and no faster? 2 is linear; the best of three runs of each. */
export function measureGrowth(): Table {
  const rows = Object.entries(pieces).map(([question, piece]) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const half = bestTime(text.slice(0, length / 2));
    const whole = bestTime(text);
    const perMillion = (whole / length) * 1000;
    return { question, figures: [showRatio(whole / half), `${perMillion.toFixed(1)} s`] };
  });
  return {
    heading: 'Copy made to be slow',
    columns: ['time for twice the text', 'a million characters'],
    rows,
  };
}

function bestTime(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let run = 0; run < 3 && spent < 1500; run++) {
    const started = performance.now();
    extract(text);
    const time = performance.now() - started;
    best = Math.min(best, time);
    spent += time;
  }
  return best;
}
