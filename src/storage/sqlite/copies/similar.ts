import { createLikenessScale } from '../../../copies/likeness.ts';
import { measureOverlap } from '../../../copies/overlap.ts';
import { readWords } from '../../../copies/words.ts';
import type { SimilarArticle, SimilarQuery } from '../../../domain/copies.ts';
import type { PageRequest, RankedPage } from '../../../domain/queries.ts';
import { findLiving } from '../articles/article-identity.ts';
import { loadSummaries } from '../articles/article-read.ts';
import type { Connection } from '../connection.ts';
import { makePage } from '../lists/paging.ts';
import { createRowFinder, type Rankings } from '../lists/ranking.ts';
import { findLatestMove } from '../moves.ts';
import { compareInTime, secondOfRow } from '../places.ts';
import { loadText } from './article-copies.ts';
import { findNeighbors } from './neighbors.ts';

/** See {@link ArticleStore.listSimilar}. Copies first, in the order of time; then what is related, the most like it first. */
export function listSimilar(
  connection: Connection,
  rankings: Rankings,
  id: string,
  { relation }: SimilarQuery,
  page: PageRequest,
): RankedPage<SimilarArticle> {
  return connection.snapshot(() => {
    const { row } = findLiving(connection, id);
    const copies = relation === 'related' ? [] : findCopies(connection, row);
    const words = readWords(loadText(connection, row));
    const { scores, compared } = relation === 'copy' ? noneRelated : findRelated(connection, row, words);
    const all = [...copies, ...scores.keys()];
    const known = new Set(all);
    const find = createRowFinder(connection, 'articles');
    const { rows, next } = rankings.page(
      page,
      () => ({ rows: all, considered: null, keep: null, since: findLatestMove(connection) }),
      (candidates, since) => new Map([...find(candidates, since)].filter(([, rowNow]) => known.has(rowNow))),
    );
    const summaries = loadSummaries(connection, rows);
    const items = rows.map((similar, index): SimilarArticle => {
      const related = scores.get(similar);
      const score = related ?? measureOverlap(words, readWords(loadText(connection, similar)));
      return {
        relation: related === undefined ? 'copy' : 'related',
        score: Math.round(score * 1000) / 1000,
        article: summaries[index]!,
      };
    });
    return {
      ...makePage(items, next, page.withTotal ? all.length : null),
      considered: relation === 'copy' ? null : copies.length + compared,
    };
  });
}

/** All others of its group. */
function findCopies(connection: Connection, row: number): readonly number[] {
  return connection
    .all<{ row: number }>(
      `with own as (select coalesce(first_row, row) as first_row from article_copies where row = :row)
       select row from (
         select c.row from own cross join article_copies c on c.first_row = own.first_row
         union all select first_row from own
       ) where row <> :row`,
      { row },
    )
    .map((copy) => copy.row)
    .sort(compareInTime);
}

interface Related {
  /** By their rows, the greatest first. */
  readonly scores: ReadonlyMap<number, number>;
  /** How many articles were compared. */
  readonly compared: number;
}

const noneRelated: Related = { scores: new Map(), compared: 0 };

function findRelated(connection: Connection, row: number, words: Uint32Array): Related {
  const neighbors = findNeighbors(connection, row);
  const texts = connection
    .all<{ row: number; text: string }>(
      'select row, text from article_bodies where row in (select value from json_each(:rows))',
      { rows: JSON.stringify(neighbors) },
    )
    .map((neighbor) => ({ row: neighbor.row, words: readWords(neighbor.text) }));
  const scale = createLikenessScale([words, ...texts.map((text) => text.words)]);
  const scored = texts
    .map((text): [number, number] => [text.row, scale.measure(words, text.words) * closeness(row, text.row)])
    .filter(([, score]) => score >= leastLikeness)
    .sort(([a, scoreOfA], [b, scoreOfB]) => scoreOfB - scoreOfA || compareInTime(a, b));
  return { scores: new Map(scored), compared: texts.length };
}

/**
 * With it, at least nine of ten versions that tell of the same event are found among all in `data/gold/copies`, and of the
 * others, few that have no form in common with it (`tests/contract/copies.contract.ts`).
 */
const leastLikeness = 0.15;

/** Where the same is reported again, it is soon: what is a month away counts two thirds, what is years away, half. */
function closeness(row: number, other: number): number {
  const [one, two] = [secondOfRow(row), secondOfRow(other)];
  if (one === null || two === null) return 0.75;
  return 0.5 + 0.5 * Math.exp(-Math.abs(one - two) / (30 * 86_400));
}
