import { type Article, type Removal, removalReasons } from '../domain/article.ts';
import { presentArticle } from '../http/presenters.ts';
import type { FileReading } from '../ingestion/files.ts';
import { placeOf, plural, printable, terminalWidth, wrap, write, writeJsonLine } from './output.ts';

/** Shows what would be stored of something that was read: for a person, or as a line of JSON. */
export async function tellDryRun(
  { file, place }: FileReading,
  article: Article,
  asJson: boolean,
): Promise<void> {
  if (!asJson) await write(showDryRun(placeOf(file, place), article));
  else await writeJsonLine({ file, place, outcome: 'dry-run', article: presentArticle(article) });
}

/** What would be stored of an article, and what was taken out of its copy, for a person to look through. */
function showDryRun(place: string, article: Article): string {
  const { text, paragraphs, quotes, entities, removed, problems } = article;
  const attributed = quotes.filter(({ speaker }) => speaker !== null).length;
  const lines = [
    place,
    ...fieldsOf(article).map(([name, value]) => `  ${name}: ${value}`),
    `  ${plural(quotes.length, 'quote')}, ${attributed} with speaker; ${entities.length} named`,
    ...problems.map(({ message }) => `  problem: ${message}`),
    ...removalReasons.flatMap((reason) =>
      showRemovals(removed.filter((removal) => removal.reason === reason)),
    ),
    ...paragraphs.flatMap(({ role, start, end }) => [
      '',
      ...wrap(`[${role}] ${text.slice(start, end)}`, terminalWidth() - 2).map((line) => `  ${line}`),
    ]),
  ];
  return `${lines.map(printable).join('\n')}\n\n`;
}

/** The fields that are known. */
function fieldsOf(article: Article): readonly (readonly [string, string])[] {
  const { dateline, publisher } = article;
  const fields: Readonly<Record<string, string | null>> = {
    guid: article.guid,
    url: article.url,
    headline: article.headline,
    byline: article.byline.join(', '),
    dateline: [dateline?.place, dateline?.date, dateline?.agency].filter(Boolean).join(', '),
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    sourceVersion: article.sourceVersion === null ? null : String(article.sourceVersion),
    publisher: [publisher?.name, publisher?.url].filter(Boolean).join(', '),
    agencies: article.agencies.join(', '),
    credit: article.credit,
    language: article.language,
    status: article.status,
    embargoedUntil: article.embargoedUntil,
    completeness: article.completeness,
  };
  return Object.entries(fields).filter(
    (field): field is [string, string] => field[1] !== null && field[1] !== '',
  );
}

/** Characters of each removal that are shown. */
const shown = 60;
/** Removals of one reason that are shown; the rest is counted. */
const most = 5;

function showRemovals(removals: readonly Removal[]): readonly string[] {
  const [first] = removals;
  if (first === undefined) return [];
  const samples = removals.slice(0, most).map(({ text }) => {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > shown ? `${line.slice(0, shown - 1)}…` : line;
  });
  const rest = removals.length > most ? `, and ${removals.length - most} more` : '';
  return [`  taken out as ${first.reason}: ${samples.map((line) => `"${line}"`).join(', ')}${rest}`];
}
