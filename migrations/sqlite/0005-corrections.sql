-- What people decide about entities and quotes, in rows of their own: applied whenever an article is written, so that
-- ingesting or extracting it again changes nothing of it.

-- Which entity a name means. Several entities bear one name where an article, or a person, told them apart; several names
-- lead to one entity where a person joined them.
create table entity_identities (
  key        text not null,    -- the full name without case, diacritics and title, as articles give it
  type       text not null,
  ordinal    integer not null, -- tells apart those of one type and key
  entity_row integer not null references entities (row) on delete cascade,
  primary key (key, type, ordinal)
) without rowid;
create index entity_identities_by_entity on entity_identities (entity_row);
insert into entity_identities (key, type, ordinal, entity_row) select key, type, ordinal, row from entities;

-- An entity's own name is no longer what it is recognised by.
create table entities_by_any_name (
  row                  integer primary key autoincrement,
  id                   text not null unique,
  type                 text not null,
  name                 text not null,
  key                  text not null, -- of the name, to sort by
  article_count        integer not null default 0,
  quote_count          integer not null default 0,
  quoted_article_count integer not null default 0,
  first_quoted_at      text,
  last_quoted_at       text,
  last_quote_row       integer        -- quotes are rows in the order of time
);
insert into entities_by_any_name
  select row, id, type, name, key, article_count, quote_count, quoted_article_count,
         first_quoted_at, last_quoted_at, last_quote_row from entities;
drop table entities;
alter table entities_by_any_name rename to entities;
create index entities_by_name on entities (key, row);
create index entities_by_articles on entities (article_count, row);
create index entities_by_quotes on entities (quote_count, row) where quote_count > 0;
create index entities_by_last_quote on entities (last_quote_row, row) where quote_count > 0;
create trigger entities_counted after insert on entities begin
  update totals set count = count + 1 where name = 'entities';
end;
create trigger entities_discounted after delete on entities begin
  update totals set count = count - 1 where name = 'entities';
end;

-- An entity that somebody decided about; it stays also where no article names it any more.
create table entity_corrections (
  entity_row   integer primary key references entities (row),
  name         text, -- null: as articles name it
  former_type  text, -- what it was before a person gave it another type; null: nobody did
  corrected_at text not null
);
create table entity_alias_corrections (
  entity_row integer not null references entities (row),
  text       text not null,
  is_alias   integer not null, -- 0: taken away, though articles use it
  primary key (entity_row, text)
) without rowid;

-- Ids of entities that were merged into another.
create table entity_redirects (
  id         text primary key,
  entity_row integer not null references entities (row)
) without rowid;
create index entity_redirects_by_entity on entity_redirects (entity_row);

-- Articles that a split gave to another entity than the one their names lead to.
create table entity_assignments (
  article_id text not null references article_registry (id),
  from_row   integer not null references entities (row),
  to_row     integer not null references entities (row),
  primary key (article_id, from_row)
) without rowid;
create index entity_assignments_from on entity_assignments (from_row);
create index entity_assignments_to on entity_assignments (to_row);

-- An article's entity is named in it, unless it is one that an earlier number stands for already (a person merged them),
-- or one that only speaks (a person corrected a speaker).
alter table article_entities add column is_named integer not null default 1;
drop index article_entities_by_entity;
create index article_entities_by_entity on article_entities (entity_row, article_row, quote_count, is_named);

-- Days of the articles in which a name or a role was seen, as they came in.
alter table entity_names add column first_seen_on text;
alter table entity_names add column last_seen_on text;

create table quote_corrections (
  quote_id     text primary key,
  is_rejected  integer not null,
  has_speaker  integer not null, -- 1: speaker_row is right; null is nobody known
  speaker_row  integer references entities (row),
  corrected_at text not null
) without rowid;
create index quote_corrections_by_speaker on quote_corrections (speaker_row) where speaker_row is not null;

-- A rejected quote is kept in a row below zero, which no list visits. The record keeps what extraction was sure of.
alter table quotes add column is_rejected integer not null default 0;
update quotes set record = json_set(record, '$.confidence', confidence);
