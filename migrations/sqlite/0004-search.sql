-- Full text. The index keeps no copy of the words: it reads them where they lie, and triggers keep it in step.
-- A word in a headline weighs four in the text.

create virtual table articles_search using fts5 (
  headline, text,
  content = 'article_bodies', content_rowid = 'row',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
insert into articles_search (articles_search, rank) values ('rank', 'bm25(4.0, 1.0)');
create trigger article_bodies_searched after insert on article_bodies begin
  insert into articles_search (rowid, headline, text) values (new.row, new.headline, new.text);
end;
create trigger article_bodies_unsearched after delete on article_bodies begin
  insert into articles_search (articles_search, rowid, headline, text)
  values ('delete', old.row, old.headline, old.text);
end;

create virtual table quotes_search using fts5 (
  text,
  content = 'quotes', content_rowid = 'row',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger quotes_searched after insert on quotes begin
  insert into quotes_search (rowid, text) values (new.row, new.text);
end;
create trigger quotes_unsearched after delete on quotes begin
  insert into quotes_search (quotes_search, rowid, text) values ('delete', old.row, old.text);
end;
