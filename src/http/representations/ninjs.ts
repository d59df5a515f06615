import type { z } from 'zod';
import type { ArticleSchema } from '../schemas/article.ts';
import { leaveOutEmpty } from './json-ld.ts';

type PresentedArticle = z.output<typeof ArticleSchema>;
type NamedEntity = PresentedArticle['entities'][number];

/** An article as IPTC ninjs 3. Of its quotes ninjs has no word: those who speak have the `rel` "speaker". */
export function presentNinjs(article: PresentedArticle, origin: string) {
  const speakers = new Set(
    article.quotes.flatMap(({ speaker, jointSpeakers }) => [speaker, ...jointSpeakers].map((one) => one?.id)),
  );
  const named = (...types: readonly NamedEntity['type'][]) =>
    article.entities
      .filter(({ type }) => types.includes(type))
      .map(({ id, name }) => ({
        name,
        rel: speakers.has(id) ? 'speaker' : 'mention',
        uri: `${origin}/v1/entities/${id}`,
      }));
  const instants = [article.modifiedAt, article.publishedAt].map((time) =>
    time?.includes('T') === true ? time : null,
  );
  return leaveOutEmpty({
    uri: article.url ?? `${origin}/v1/articles/${article.id}`,
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
    type: 'text',
    version: String(article.revision),
    // Who reads this dates the story by it: when it came here says nothing of that.
    versionCreated: instants[0] ?? instants[1],
    contentCreated: instants[1],
    embargoed: article.embargoedUntil,
    pubStatus: article.status,
    language: article.language,
    by: article.byline.join(', ') || null,
    located: article.dateline?.place ?? null,
    headlines: article.headline === null ? [] : [{ role: 'main', value: article.headline }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        charCount: article.text.length,
        wordCount: article.wordCount,
        value: article.text,
      },
    ],
    people: named('person'),
    organisations: named('organization'),
    places: named('place'),
    events: named('event'),
    objects: named('work', 'other'),
    subjects: named('group'),
    infoSources: [
      ...(article.publisher === null ? [] : [{ name: article.publisher.name }]),
      ...article.agencies.map((name) => ({ name })),
    ],
    altIds: article.guid === null ? [] : [{ role: 'guid', value: article.guid }],
  });
}
