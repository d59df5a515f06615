-- Versions: a number for each state of what is served of an article, by which an answer that was made before is known to
-- be right still, without being made again.

-- A version is the time in milliseconds, or one more than the last: no other state has it, also where an older copy of the
-- database takes this one's place and goes another way.
create table clock (
  latest          integer not null, -- the latest version that anything has
  latest_renaming integer not null  -- the latest that an entity has
);
insert into clock values (cast(unixepoch('subsec') * 1000 as integer), 0);

-- Of the article as it was written, with its quotes: each time, its quotes are counted last.
alter table articles add column version integer not null default 0;
update articles set version = (select latest from clock);
create trigger articles_versioned after update of quote_count on articles begin
  update clock set latest = max(latest + 1, cast(unixepoch('subsec') * 1000 as integer));
  update articles set version = (select latest from clock) where row = new.row;
end;

-- Of what articles and quotes show of an entity while they hold its number alone: its name, type and id. 0: it is as it
-- was when it came in.
alter table entities add column version integer not null default 0;
create trigger entities_renamed after update of name, type on entities
when new.name <> old.name or new.type <> old.type begin
  update clock set latest = max(latest + 1, cast(unixepoch('subsec') * 1000 as integer));
  update clock set latest_renaming = latest;
  update entities set version = (select latest from clock) where row = new.row;
end;
create trigger entities_merged after insert on entity_redirects begin
  update clock set latest = max(latest + 1, cast(unixepoch('subsec') * 1000 as integer));
  update clock set latest_renaming = latest;
  update entities set version = (select latest from clock) where row = new.entity_row;
end;

-- The role of its speaker, as its article states it nearest to the quote; null where a person corrected the speaker.
alter table quotes add column speaker_role text;
update quotes set speaker_role = json_extract(record, '$.speakerRole')
where exists (
  select 1 from quote_speakers s join article_entities x on x.entity_row = s.entity_row
  where s.quote_row = quotes.row and x.article_row = quotes.article_row
    and x.number = json_extract(quotes.record, '$.speaker')
    and s.number = (select min(number) from quote_speakers where quote_row = quotes.row));
