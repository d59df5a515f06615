-- When a quote was put in its group: what facets are counted from is read again of those alone, and not of all in the group.
alter table quote_places add column version integer not null default 0;
create index quote_places_by_version on quote_places (version) where version > 0;
drop index quote_groups_by_version;
