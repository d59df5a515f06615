-- What was said of an article beside its raw copy when it was read (by its sender, by the message that it was one of), so
-- that the copy can be read and extracted again. JSON: Partial<ArticleMetadata>; null: nobody has kept it.
alter table article_raws add column stated text;
