-- What the source of an article said of the latest version of it that was here: an older one that comes later is not taken.
alter table article_registry add column latest_modified_at text;
alter table article_registry add column latest_source_version integer;
