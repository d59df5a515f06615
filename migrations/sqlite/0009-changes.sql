-- What changed, in the order in which it did: for mirrors and caches, which read again what each row names.

-- No row is ever deleted, so that a new one has the number after the last: none is missing, and none given twice.
create table changes (
  sequence   integer primary key,
  at         text not null,
  kind       text not null, -- article, quote, entity
  action     text not null, -- see src/domain/changes.ts
  id         text not null,
  article_id text,          -- of a quote
  into_id    text           -- of an entity: the one that it was merged into, or that was parted from it
);

-- Another id wherever the sequence may have been taken back: in a store that was restored from a backup.
create table changes_feed (
  id text not null
);
insert into changes_feed values (lower(hex(randomblob(8))));

-- What is here already, as if it had come just so.
insert into changes (at, kind, action, id, article_id, into_id)
  select ingested_at as at, 'article' as kind, 'created', id, null, null from articles
  union all
  select deleted_at, 'article', 'deleted', id, null, null from article_registry where deleted_at is not null
  union all
  select c.corrected_at, 'quote', iif(c.is_rejected, 'rejected', 'corrected'), q.id, a.id, null
  from quote_corrections c join quotes q on q.id = c.quote_id join articles a on a.row = q.article_row
  union all
  select c.corrected_at, 'entity', 'corrected', e.id, null, null
  from entity_corrections c join entities e on e.row = c.entity_row
  union all
  -- One that is merged into another makes that a corrected one.
  select c.corrected_at, 'entity', 'merged', r.id, null, e.id
  from entity_redirects r join entities e on e.row = r.entity_row join entity_corrections c on c.entity_row = e.row
  order by at, kind, id;
