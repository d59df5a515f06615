-- Entities across articles, the names that articles use for them, and where they are named.

create table entities (
  row                  integer primary key autoincrement,
  id                   text not null unique,
  type                 text not null,
  name                 text not null,
  key                  text not null,    -- the full name without case, diacritics and title
  ordinal              integer not null, -- tells apart those of one type and key
  article_count        integer not null default 0,
  quote_count          integer not null default 0,
  quoted_article_count integer not null default 0,
  first_quoted_at      text,
  last_quoted_at       text,
  last_quote_row       integer,          -- quotes are rows in the order of time
  unique (key, type, ordinal)
);
create index entities_by_articles on entities (article_count, row);
create index entities_by_quotes on entities (quote_count, row) where quote_count > 0;
create index entities_by_last_quote on entities (last_quote_row, row) where quote_count > 0;

create trigger entities_counted after insert on entities begin
  update totals set count = count + 1 where name = 'entities';
end;
create trigger entities_discounted after delete on entities begin
  update totals set count = count - 1 where name = 'entities';
end;

-- How articles name an entity, and how many of them do so: when the last is gone, so is the name.
create table entity_names (
  entity_row    integer not null references entities (row) on delete cascade,
  kind          text not null, -- name (the fullest of an article), alias, role
  text          text not null,
  article_count integer not null,
  primary key (entity_row, kind, text)
) without rowid;

-- Every word of every name with what follows it, for typing ahead; those that are a whole name, an alias or a surname
-- answer when somebody asks for an entity by name.
create table entity_keys (
  key        text not null,
  entity_row integer not null references entities (row) on delete cascade,
  is_name    integer not null,
  primary key (key, entity_row)
) without rowid;
create index entity_keys_by_entity on entity_keys (entity_row);

-- Which entity an article means by each of those that it names, in the article's order.
create table article_entities (
  article_row integer not null references articles (row) on delete cascade,
  number      integer not null,
  entity_row  integer not null references entities (row),
  quote_count integer not null, -- quotes that it speaks here, alone or jointly
  primary key (article_row, number)
) without rowid;
create index article_entities_by_entity on article_entities (entity_row, article_row, quote_count);
