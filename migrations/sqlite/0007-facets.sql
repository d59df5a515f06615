-- What facets are counted from is kept in memory, a column each: see src/storage/sqlite/columns.ts. Here is what they are
-- read from, and what tells how they have changed since.

-- All that lists filter and count quotes by, in a fiftieth of the room that quotes take.
create index quotes_narrow on quotes (row, kind, publisher_key, confidence, attributed);

-- Articles as they were written, one after the other.
create index articles_by_version on articles (version);

-- Rows that an article or a quote has left, whether it was deleted, moved, or written anew in the same place; and entities
-- that were merged into another. Who has not seen the oldest that are kept reads everything again.
create table vacancies (
  number   integer primary key autoincrement,
  kind     text not null, -- articles, quotes, entities
  row      integer not null,
  into_row integer        -- of an entity
);
create trigger vacancies_forgotten after insert on vacancies begin
  delete from vacancies where number <= new.number - 1000000;
end;
create trigger articles_vacated after delete on articles when old.row > 0 begin
  insert into vacancies (kind, row) values ('articles', old.row);
end;
create trigger quotes_vacated after delete on quotes when old.row > 0 begin
  insert into vacancies (kind, row) values ('quotes', old.row);
end;
