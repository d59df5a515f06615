-- Which articles are copies of an earlier one, and which quotes are the same words of the same speaker. Both follow from
-- what the store holds, whatever the order in which it came: see src/storage/sqlite/copies/.

-- Articles that lists show and that have words enough to tell. The earliest of some copies is the first of a group; every
-- other one of it is a copy of the first.
create table article_copies (
  row         integer primary key, -- of the article
  fingerprint integer not null,    -- of its words
  keys        text not null,       -- JSON: its keys in copy_keys
  first_row   integer,             -- null: it is a copy of no earlier one
  copy_count  integer not null default 0, -- of a first
  version     integer not null default 0  -- of what these two tell; see 0006-versions.sql
);
create index article_copies_by_first on article_copies (first_row, row) where first_row is not null;
create trigger articles_without_copies after delete on article_copies begin
  delete from copy_keys where key in (select value from json_each(old.keys))
    and is_copy = (old.first_row is not null) and row = old.row;
end;

-- A few of the runs of words of each article: copies have some in common.
create table copy_keys (
  key     integer not null,
  is_copy integer not null, -- so that what many copies have costs no more than what their firsts have
  row     integer not null,
  primary key (key, is_copy, row)
) without rowid;

-- The quotes that lists show, by their words.
create table quote_places (
  row          integer primary key, -- of the quote
  words        integer not null,    -- a hash; of a few words, with their speaker
  speaker_row  integer,             -- who speaks, alone or first
  group_number integer              -- null: it has never been in a group
);
create index quote_places_by_words on quote_places (words, speaker_row, row, group_number);
create index quote_places_by_group on quote_places (group_number, row) where group_number is not null;

-- The same quote in several places. Where all others have gone, the last stays a group of one.
create table quote_groups (
  number    integer primary key,
  words     integer not null, -- as in quote_places
  first_row integer not null, -- the place that had it first
  size      integer not null,
  version   integer not null  -- see 0006-versions.sql
);
create index quote_groups_by_words on quote_groups (words);
create index quote_groups_by_version on quote_groups (version);

-- Words whose places have changed: within the same transaction they are put into groups anew.
create table unsettled_words (words integer primary key);
create trigger quote_places_added after insert on quote_places begin
  insert or ignore into unsettled_words values (new.words);
end;
create trigger quote_places_moved after update of words, speaker_row on quote_places begin
  insert or ignore into unsettled_words values (old.words), (new.words);
end;
create trigger quote_places_removed after delete on quote_places begin
  insert or ignore into unsettled_words values (old.words);
end;
create trigger quotes_without_place after delete on quotes begin
  delete from quote_places where row = old.row;
end;

-- How many quotes stand again where an earlier place has them: all but these are met where each is listed once.
insert into totals values ('repeated-quotes', 0);
create trigger quote_groups_counted after insert on quote_groups begin
  update totals set count = count + new.size - 1 where name = 'repeated-quotes';
end;
create trigger quote_groups_recounted after update of size on quote_groups when new.size <> old.size begin
  update totals set count = count + new.size - old.size where name = 'repeated-quotes';
end;
create trigger quote_groups_discounted after delete on quote_groups begin
  update totals set count = count - (old.size - 1) where name = 'repeated-quotes';
end;

-- Articles that were there before copies were told: they are looked at in the background.
create table unread_copies (row integer primary key);
insert into unread_copies select row from articles where row > 0;
