/**
 * What is remembered of sources that are looked at again and again (a file of a folder, a feed, a page): a text for each,
 * which whoever looks at it understands. Null: nothing any more.
 */
export type Bookmarks = ReadonlyMap<string, string | null>;
