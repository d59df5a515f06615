import type { Container } from './container.ts';
import { gzip } from './gzip.ts';
import { lines } from './lines.ts';
import { tar } from './tar.ts';
import { warc } from './warc.ts';
import { zip } from './zip.ts';

/** Every container that is read. The content decides which one an input is; a name counts only for what has no signature. */
export const containers: readonly Container[] = [gzip, zip, warc, tar, lines];
