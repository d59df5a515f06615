import type { Article } from '../domain/article.ts';
import type { Random } from './random.ts';

/** An article as newsrooms pass it on: header lines, left-over tags and marks of all kinds around and in its words. */
export function writeDirtyCopy(article: Article, random: Random): string {
  const lineEnd = random.chance(0.2) ? '\r\n' : '\n';
  const typesetMarks = random.chance(0.4);
  const paragraphs = article.paragraphs.map(({ start, end }, index) => {
    const text = article.text.slice(start, end);
    const dated = index === 0 && article.dateline !== null ? `${showDateline(article)} ${text}` : text;
    return soil(typesetMarks ? typeset(dated) : dated, random);
  });
  const header = [
    ...(random.chance(0.8) && article.headline !== null ? [article.headline] : []),
    ...(article.byline.length > 0 ? [`By ${article.byline.join(' and ')}`] : []),
  ];
  const footer = random.chance(0.3) ? ['(With inputs from agencies)'] : [];
  return [...header, ...paragraphs, ...footer].join('\n\n').replaceAll('\n', lineEnd) + lineEnd;
}

function showDateline({ dateline, publishedAt }: Article): string {
  const day =
    publishedAt === null
      ? ''
      : `, ${months[Number(publishedAt.slice(5, 7)) - 1]} ${Number(publishedAt.slice(8, 10))}`;
  const agency = dateline?.agency ? ` (${dateline.agency})` : '';
  return `${dateline?.place ?? ''}${day}${agency} -`;
}

const months = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** With the marks of a typesetter, as many letters as before. */
export function typeset(text: string): string {
  return text
    .replace(/"(?=\p{L})/gu, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’');
}

const tags = ['{{^adFree}} {{/adFree}}', '{{#image}} {{/image}}', '[embedded content]', '<br />', '&nbsp;'];

/** One paragraph in eight has something in it that does not belong there. */
function soil(text: string, random: Random): string {
  const choice = random.number();
  if (choice < 0.06) return `${random.pick(tags)}\n\n${text}`;
  if (choice < 0.08) return text.replace(' ', '&nbsp;');
  if (choice < 0.1) return text.replace(' ', '  ');
  if (choice < 0.11) return `${text}\n\nALSO READ: ${text.split(' ').slice(0, 6).join(' ')}`;
  // A mark that nobody closed.
  if (choice < 0.125) return text.replace(/["”](?=[^"”]*$)/, '');
  return text;
}
