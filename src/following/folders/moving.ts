import { copyFile, lstat, mkdir, open, rename, unlink, utimes } from 'node:fs/promises';
import { dirname, format, join, parse, relative } from 'node:path';
import { type FoundFile, lookAtFile, markOf } from './found-file.ts';

/** Where files go once they have been read; null: they stay where they are. */
export interface Destinations {
  readonly read: string | null;
  /** Those of which something could not be read or stored. */
  readonly failed: string | null;
}

/**
 * Moves a file that was read out of its folder, under the path that it has in it; what is there of that name stays. Resolves
 * to where it is now, or to null where it stays: it is a link, has gone, or another has taken its place, which is to be read.
 */
export async function moveAway(file: FoundFile, root: string, destination: string): Promise<string | null> {
  const isFile = await lstat(file.path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (!isFile || (await lookAtFile(file.path)).stamp !== file.stamp) return null;
  const target = await reserveName(join(destination, relative(root, file.path)));
  const isMoved = await moveTo(target, file).catch(async (error: unknown) => {
    await unlink(target);
    throw error;
  });
  return isMoved ? target : null;
}

/** False where another has taken its place at the last moment, and stays there. */
async function moveTo(target: string, file: FoundFile): Promise<boolean> {
  try {
    await rename(file.path, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(file.path, target);
    await utimes(target, file.modifiedAt / 1000, file.modifiedAt / 1000);
    const isSame = (await lookAtFile(file.path)).stamp === file.stamp;
    await unlink(isSame ? file.path : target);
    return isSame;
  }
  const isSame = markOf(await lookAtFile(target)) === markOf(file);
  if (!isSame) await rename(target, file.path);
  return isSame;
}

/** Makes an empty file of that name, or of the first that is free: "story.xml", "story-2.xml". */
async function reserveName(wished: string): Promise<string> {
  await mkdir(dirname(wished), { recursive: true });
  const { dir, name, ext } = parse(wished);
  for (let number = 1; ; number++) {
    const path = number === 1 ? wished : format({ dir, name: `${name}-${number}`, ext });
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
