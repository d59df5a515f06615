-- Articles: who they are (registry and keys), what they say (articles and article_bodies), where they came from
-- (article_raws), and what they said before (article_revisions).
--
-- The row number of an article is its place in time: see src/storage/sqlite/places.ts. Newest first is the order of the
-- rows backwards, so that a page costs the same in a store of any size. Rows below zero are articles that no list shows.

-- Every id ever given. It outlives the article: a row without article_row is a tombstone.
create table article_registry (
  id          text primary key,
  article_row integer unique,
  revision    integer not null,
  deleted_at  text
) without rowid;

-- What makes an article the same as one that comes later: "guid:…", "url:…" or "words:<hash of words and date>".
create table article_keys (
  key        text primary key,
  article_id text not null references article_registry (id)
) without rowid;
create index article_keys_by_article on article_keys (article_id);

-- Narrow, for filters, and for what a listed quote says of its article.
create table articles (
  row            integer primary key,
  id             text not null unique references article_registry (id),
  published_at   text,
  url            text,
  headline       text,
  publisher_name text,
  publisher_url  text,
  word_count     integer not null,
  quote_count    integer not null,
  revision       integer not null,
  ingested_at    text not null,
  extractor      text not null
);
create index articles_by_url on articles (url) where url is not null;

-- Wide. What lists need stands before the text, so that they read the first page of a row alone.
create table article_bodies (
  row       integer primary key references articles (row) on delete cascade,
  metadata  text not null, -- JSON: ArticleMetadata
  lede      text not null,
  problems  text not null, -- JSON: Problem[]
  headline  text,
  text      text not null,
  structure text not null  -- JSON: paragraphs, removed, and the entities as this article names them
);

create table article_raws (
  row        integer primary key references articles (row) on delete cascade,
  media_type text not null,
  text       text -- null: the same as the article's text
);

-- The values of an article that lists filter and count by. A key is the name without case, diacritics and marks.
create table article_labels (
  kind        text not null, -- publisher, agency, byline, language
  key         text not null,
  article_row integer not null references articles (row) on delete cascade,
  label       text not null,
  primary key (kind, key, article_row)
) without rowid;
create index article_labels_by_article on article_labels (article_row, kind, key, label);

-- What an article was before it changed.
create table article_revisions (
  article_id  text not null references article_registry (id),
  revision    integer not null,
  ingested_at text not null,
  extractor   text not null,
  article     text not null, -- JSON: StoredArticle, with the names of that day
  media_type  text not null,
  raw         text,          -- null: the same as the article's text
  primary key (article_id, revision)
);

-- Counts without a filter, which would otherwise have to visit every row.
create table totals (
  name  text primary key,
  count integer not null
) without rowid;
insert into totals values ('articles', 0), ('quotes', 0), ('entities', 0);
create trigger articles_counted after insert on articles when new.row > 0 begin
  update totals set count = count + 1 where name = 'articles';
end;
create trigger articles_discounted after delete on articles when old.row > 0 begin
  update totals set count = count - 1 where name = 'articles';
end;
