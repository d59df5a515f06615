import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { extract } from '../../src/index.ts';
import { readDocument } from '../../src/readers/index.ts';
import { sharedPath } from '../support/shared.ts';

/** What real files of agencies yield: the fields, dates and codes that each holds, and how many paragraphs of which role. */
const samples: Readonly<Record<string, object>> = JSON.parse(
  readFileSync(new URL('agency-samples.json', import.meta.url), 'utf8'),
);
const folder = sharedPath('samples');

describe.skipIf(folder === null)('real files of agencies', () => {
  it.each(Object.entries(samples))('%s', (name, expected) => {
    const hint = { mediaType: null, charset: null, name };
    expect(describeFields(extract(readDocument(readFileSync(join(folder!, name)), hint)))).toEqual(expected);
  });
});

/** No words of the publishers: these are not the project's. */
function describeFields(article: Article): object {
  const roles: Record<string, number> = {};
  for (const { role } of article.paragraphs) roles[role] = (roles[role] ?? 0) + 1;
  const { publishedAt, embargoedUntil, language, status, completeness, agencies } = article;
  return {
    said: [
      ...(['guid', 'url', 'headline', 'publisher', 'credit'] as const).filter(
        (name) => article[name] !== null,
      ),
      ...(['place', 'date', 'agency'] as const)
        .filter((part) => article.dateline?.[part] != null)
        .map((part) => `dateline.${part}`),
    ],
    names: article.byline.length,
    ...{ publishedAt, embargoedUntil, language, status, completeness, agencies, roles },
  };
}
