/**
 * Files of the package. Sources, what is compiled of them, and the bundle that `npm start` runs lie one folder below its
 * root: only files at the top of `src/` may ask where they are.
 */
const root = new URL('../', import.meta.url);

/** By its path from the root: `data/models/`. */
export function packageFile(path: string): URL {
  return new URL(path, root);
}

/** A module of ours, by its path from `src/` without extension: compiled or not as the program is that asks. */
export function moduleFile(path: string): URL {
  const { pathname } = new URL(import.meta.url);
  return new URL(`./${path}${pathname.slice(pathname.lastIndexOf('.'))}`, import.meta.url);
}
