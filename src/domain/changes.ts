/** What happened to something that is served: an entry of the changes feed says so once. */
export const changeActions = {
  article: [
    'created',
    /** Other words or metadata. */
    'revised',
    /** Its source says that what is here is another version of it; nothing else changed. */
    'redated',
    /** It left the lists, by an embargo or the like; by its agency; and came back to them. */
    'withheld',
    'canceled',
    'released',
    'deleted',
    /** It was deleted, and is here again. */
    'restored',
    /** What a person decided about its quotes and entities changed what it says of them. */
    'corrected',
    /** It is a copy of another article now, or of none, since others came or went. */
    'regrouped',
    /** Other rules found other quotes or entities in it. */
    'reextracted',
  ],
  quote: ['corrected', 'rejected', 'restored'],
  entity: [
    'corrected',
    /** Articles call it otherwise, now that others are gone. */
    'renamed',
    'merged',
    'split',
  ],
} as const;

export type ChangeKind = keyof typeof changeActions;
export const changeKinds = Object.keys(changeActions) as [ChangeKind, ...ChangeKind[]];
export type ChangeAction = (typeof changeActions)[ChangeKind][number];

/** What an entry tells. It names one thing, which is to be read again; an entity is shown by all that refer to it. */
export type Change =
  | {
      readonly kind: 'article';
      readonly action: (typeof changeActions.article)[number];
      readonly id: string;
    }
  | {
      readonly kind: 'quote';
      readonly action: (typeof changeActions.quote)[number];
      readonly id: string;
      readonly articleId: string;
    }
  | { readonly kind: 'entity'; readonly action: 'corrected' | 'renamed'; readonly id: string }
  | {
      readonly kind: 'entity';
      readonly action: 'merged' | 'split';
      readonly id: string;
      /** Of the one that it was merged into, whose it all is now; or of the one that was parted from it. */
      readonly into: string;
    };

/** An entry of the changes feed. */
export interface ChangeEntry {
  /** 1 for the first; one more for each. */
  readonly sequence: number;
  /** RFC 3339, UTC; never before the entry before. */
  readonly at: string;
  readonly kind: ChangeKind;
  readonly action: ChangeAction;
  readonly id: string;
  readonly articleId: string | null;
  readonly into: string | null;
}

/** The entries after a sequence, in their order. */
export interface ChangePage {
  readonly items: readonly ChangeEntry[];
  /** Of the last entry that there is. */
  readonly latest: number;
  /** Another one where the sequence may have been taken back: nothing that was read before can be built on. */
  readonly feed: string;
}
