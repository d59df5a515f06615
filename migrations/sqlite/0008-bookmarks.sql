-- How far whatever brings articles again and again has come: for each of its sources (a file, a feed, a page) a text of its
-- own. It changes with every look at a source, and says nothing about articles: no answer of the API depends on it.
create table bookmarks (
  source text primary key,
  state  text not null
) without rowid;
