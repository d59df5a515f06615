import type { EntityType } from './entity.ts';
import type { EntityReference } from './records.ts';

/** What a person says of an entity. Undefined stays as it is; null takes back what was said before. */
export interface EntityCorrection {
  readonly name?: string | null | undefined;
  readonly type?: EntityType | null | undefined;
  /** All aliases that it is to have now; others are no longer its, whatever articles have used so far. */
  readonly aliases?: readonly string[] | null | undefined;
}

export type EntitySplit = {
  /** The other one's name; null: as articles name it. */
  readonly name: string | null;
} & (
  | { readonly articleIds: readonly string[] }
  /** Full names, as articles use them. */
  | { readonly names: readonly string[] }
);

/** What a person says of a quote. Undefined stays as it is. */
export interface QuoteCorrection {
  /** The id of who spoke; null: nobody knows. */
  readonly speakerId?: string | null | undefined;
  /** In its place: who spoke, where nothing may bear this name so far. */
  readonly newSpeaker?: Pick<EntityReference, 'name' | 'type'> | undefined;
  /** Whether these are no words of anybody's: the quote stays under its id, and is in no list and no count. */
  readonly isRejected?: boolean | undefined;
  /** Whether all that was said of it before is taken back: it is as extracted, but for what is said here. */
  readonly isTakenBack?: boolean | undefined;
}
