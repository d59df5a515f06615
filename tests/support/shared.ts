import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file that is not part of the project (annotated corpora, sample files): in the folder that
 * `ONRECORD_SHARED` names, otherwise in `shared/` beside the checkout. Null, said aloud, where it is not there; the
 * tests that need it are then left out, for example by `describe.skipIf(path === null)`.
 * Where `ONRECORD_SHARED` is set, a file that is missing is an error, so that no check is lost unseen.
 */
export function sharedPath(name: string): string | null {
  const named = process.env['ONRECORD_SHARED'];
  const folder = named ?? fileURLToPath(new URL('../../../shared', import.meta.url));
  const path = join(folder, name);
  if (existsSync(path)) return path;
  if (named !== undefined) throw new Error(`ONRECORD_SHARED is ${named}, but there is no ${name} in it.`);
  console.warn(`Left out: checks that need shared/${name}, which is not beside the checkout.`);
  return null;
}
