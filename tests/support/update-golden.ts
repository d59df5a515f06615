import { writeFileSync } from 'node:fs';
import { goldenSlugs, readGolden } from './golden.ts';

// `npm run golden:update` writes what is made of each golden article now, to be reviewed as a diff.
for (const slug of goldenSlugs()) {
  const { expectedFile, actual } = readGolden(slug);
  writeFileSync(expectedFile, `${JSON.stringify(actual, null, 2)}\n`);
}
