import type { ArticleMetadata } from '../domain/article.ts';
import type { OnrecordError } from '../domain/errors.ts';
import type { Problem } from '../domain/problem.ts';
import type { SourceDocument } from '../domain/source-document.ts';

/** What is known of some bytes before they are read. */
export interface InputHint {
  /** Lower case, without parameters; null where nobody said, so that the content decides. */
  readonly mediaType: string | null;
  /** The encoding that the sender declares. */
  readonly charset: string | null;
  /** The name of a file. */
  readonly name: string | null;
}

/** An input as text. */
export interface DecodedInput extends InputHint {
  readonly text: string;
  /** What was wrong with the bytes. */
  readonly problems: readonly Problem[];
}

/** One document of an input, or why it could not be read; one that cannot be read harms no other. */
export type Reading =
  | { readonly place: string | null; readonly document: SourceDocument }
  | {
      readonly place: string | null;
      readonly fault: OnrecordError;
      /** What the input says all the same of a document that it does not hold: where it is. */
      readonly metadata?: Partial<ArticleMetadata>;
    };

/** One input format. */
export interface Reader {
  /** What people call the format. */
  readonly name: string;
  /** What it is sent as; a type that several formats share ("application/json") belongs to each of them. */
  readonly mediaTypes: readonly string[];
  /** Whether text of an unknown or a shared media type is in this format; the name is that of a file. */
  recognizes(text: string, name: string | null): boolean;
  /** Reads all documents of an input, one after the other; never throws for bad input. */
  read(input: DecodedInput): Iterable<Reading>;
}
