import { describe } from 'vitest';
import { describeArticleVersions } from './article-versions.contract.ts';
import { describeBookmarks } from './bookmarks.contract.ts';
import { describeChanges } from './changes.contract.ts';
import { describeCopies } from './copies.contract.ts';
import { engines } from './engines.ts';
import { describeEntities } from './entities.contract.ts';
import { describeEntityCorrections } from './entity-corrections.contract.ts';
import { describeIdentity } from './identity.contract.ts';
import { describeLists } from './lists.contract.ts';
import { describePaging } from './paging.contract.ts';
import { describeQuoteCorrections } from './quote-corrections.contract.ts';
import { describeReextraction } from './reextraction.contract.ts';
import { describeRevisions } from './revisions.contract.ts';
import { describeSavingMany } from './saving-many.contract.ts';
import { describeSearch } from './search.contract.ts';
import { describeVersions } from './versions.contract.ts';

// One suite, every engine.
for (const engine of engines) {
  describe(`the store: ${engine.name}`, () => {
    describeIdentity(engine);
    describeReextraction(engine);
    describeSavingMany(engine);
    describeEntities(engine);
    describeEntityCorrections(engine);
    describeQuoteCorrections(engine);
    describeLists(engine);
    describeSearch(engine);
    describePaging(engine);
    describeVersions(engine);
    describeBookmarks(engine);
    describeChanges(engine);
    describeArticleVersions(engine);
    describeRevisions(engine);
    describeCopies(engine);
  });
}
