-- Articles of whose copies something else is told now: what facets are counted from is read again of them.
create index article_copies_by_version on article_copies (version) where version > 0;
