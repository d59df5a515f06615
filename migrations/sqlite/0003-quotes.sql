-- Quotes. Their rows, like those of articles, are places in time.

create table quotes (
  row           integer primary key,
  id            text not null unique,
  article_row   integer not null references articles (row) on delete cascade,
  number        integer not null, -- in the article's order
  kind          text not null,
  confidence    real not null,
  attributed    integer not null,
  publisher_key text,             -- as in article_labels
  text          text not null,
  record        text not null     -- JSON: the rest; entities by their number in the article, never by name
);
create index quotes_by_article on quotes (article_row, number);
create index quotes_by_publisher on quotes (publisher_key) where publisher_key is not null;

create trigger quotes_counted after insert on quotes when new.row > 0 begin
  update totals set count = count + 1 where name = 'quotes';
end;
create trigger quotes_discounted after delete on quotes when old.row > 0 begin
  update totals set count = count - 1 where name = 'quotes';
end;

-- Who speaks: number 0 is the speaker, the others spoke jointly.
create table quote_speakers (
  entity_row integer not null references entities (row),
  quote_row  integer not null references quotes (row) on delete cascade,
  number     integer not null,
  primary key (entity_row, quote_row)
) without rowid;
create index quote_speakers_by_quote on quote_speakers (quote_row, number, entity_row);

-- Whom the words name.
create table quote_subjects (
  entity_row integer not null references entities (row),
  quote_row  integer not null references quotes (row) on delete cascade,
  number     integer not null,
  primary key (entity_row, quote_row)
) without rowid;
create index quote_subjects_by_quote on quote_subjects (quote_row, number, entity_row);

-- Ids of quotes that an article had and no longer has: they are gone, not unknown.
create table former_quotes (
  id text primary key
) without rowid;
