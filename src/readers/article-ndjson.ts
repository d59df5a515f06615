import { readArticle } from './article-json.ts';
import { isRecord, parseJson } from './json/parse.ts';
import type { Reader } from './reader.ts';

/** Our own articles as NDJSON: one a line; blank lines are passed over. */
export const articleNdjson: Reader = {
  name: 'NDJSON',
  mediaTypes: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'],
  recognizes: (text) => {
    const [first] = /^.*$/m.exec(text.trimStart()) ?? [''];
    const parsed = first.startsWith('{') ? parseJson(first) : null;
    return parsed !== null && 'value' in parsed && isRecord(parsed.value);
  },
  *read({ text, problems }) {
    for (const { number, line } of lines(text)) {
      const place = `line ${number}`;
      const parsed = parseJson(line);
      yield 'fault' in parsed ? { place, fault: parsed.fault } : readArticle(parsed.value, place, problems);
    }
  },
};

function* lines(text: string): Iterable<{ number: number; line: string }> {
  let number = 1;
  for (let start = 0; start < text.length; number++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') yield { number, line };
    start = end + 1;
  }
}
