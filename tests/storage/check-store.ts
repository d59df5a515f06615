import { expect } from 'vitest';
import type { Connection } from '../../src/storage/sqlite/connection.ts';

/** Asserts that SQLite, its full-text indexes and our own counts find nothing wrong. */
export function checkStore(connection: Connection): void {
  expect(connection.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(connection.all('pragma foreign_key_check')).toEqual([]);
  for (const index of ['articles_search', 'quotes_search']) {
    // Throws where the index does not agree with the words.
    connection.run(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
  for (const [what, sql] of Object.entries(contradictions)) expect(connection.all(sql), what).toEqual([]);
}

/** Rows that there must not be. */
const contradictions = {
  'a total that is not the number of rows': `
    select * from totals where count <> case name
      when 'articles' then (select count(*) from articles where row > 0)
      when 'quotes' then (select count(*) from quotes where row > 0)
      when 'repeated-quotes' then (select coalesce(sum(size - 1), 0) from quote_groups)
      else (select count(*) from entities) end`,
  'an article without its body, raw copy or registration': `
    select id from articles a where not exists (select 1 from article_bodies where row = a.row)
      or not exists (select 1 from article_raws where row = a.row)
      or not exists (select 1 from article_registry where id = a.id and article_row = a.row)`,
  'an article with fewer or more quotes than it counts': `
    select id from articles a where quote_count <> (select count(*) from quotes where article_row = a.row and not is_rejected)`,
  'an entity whose counts are not those of its articles and quotes': `
    select id from entities e where article_count <> (select count(*) from article_entities where entity_row = e.row and article_row > 0 and is_named)
      or quote_count <> (select count(*) from quote_speakers where entity_row = e.row and quote_row > 0)
      or quoted_article_count <> (select count(distinct q.article_row) from quote_speakers s
                                  join quotes q on q.row = s.quote_row where s.entity_row = e.row and q.row > 0)`,
  'an entity that no article names and nobody decided about': `
    select id from entities e where not exists (select 1 from article_entities where entity_row = e.row)
      and not exists (select 1 from entity_corrections where entity_row = e.row)`,
  'an entity that an article names twice': `
    select article_row, entity_row from article_entities where is_named group by 1, 2 having count(*) > 1`,
  'a name that leads to none': `
    select key from entity_identities i where not exists (select 1 from entities where row = i.entity_row)`,
  'an id that leads elsewhere than it is':
    'select id from entity_redirects where id in (select id from entities)',
  'a speaker whom no article is linked with': `
    select q.id from quote_speakers s join quotes q on q.row = s.quote_row
    where not q.is_rejected and not exists (
      select 1 from article_entities x where x.article_row = q.article_row and x.entity_row = s.entity_row)`,
  'a rejected quote in a list': 'select id from quotes where is_rejected and row > 0',
  'a quote that is placed and is not listed, or was put in no group at the end': `
    select row from quote_places p where row < 0 or not exists (select 1 from quotes where row = p.row)
    union all select words from unsettled_words`,
  'a group of other places than it counts': `
    select number from quote_groups g where size <> (select count(*) from quote_places where group_number = g.number)
      or not exists (select 1 from quote_places where row = g.first_row and group_number = g.number)
      or exists (select 1 from quote_places where group_number = g.number and words <> g.words)`,
  'a place in a group that there is not': `
    select row from quote_places where group_number is not null
      and not exists (select 1 from quote_groups where number = group_number)`,
  'a copy of what is gone, not earlier or a copy itself, or of which other copies are counted': `
    select row from article_copies c where not exists (select 1 from articles where row = c.row and row > 0)
      or first_row is not null and not exists (
        select 1 from article_copies where row = c.first_row and first_row is null)
      or copy_count <> (select count(*) from article_copies where first_row = c.row)`,
  'a key of what has it not, or a missing one': `
    select key, row from copy_keys except
      select j.value, c.row from article_copies c, json_each(c.keys) j
    union all select * from (
      select j.value, c.row from article_copies c, json_each(c.keys) j
      except select key, row from copy_keys where is_copy = (select first_row is not null from article_copies a where a.row = copy_keys.row))`,
  'a name that no article uses': 'select * from entity_names where article_count < 1',
};
