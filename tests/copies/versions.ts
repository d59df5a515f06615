import { readdirSync, readFileSync } from 'node:fs';

/** A story as one outlet prints it. */
export interface Version {
  /** Of all versions of one story. */
  readonly story: string;
  readonly relation: 'original' | 'copy' | 'related' | 'other';
  /** What was done to it. */
  readonly change: string;
  readonly text: string;
}

const folder = new URL('../../data/gold/copies/', import.meta.url);

/** All versions of all stories in `data/gold/copies`; its README describes the format. */
export function readVersions(): readonly Version[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parseStory(name, readFileSync(new URL(name, folder), 'utf8')));
}

function parseStory(story: string, source: string): readonly Version[] {
  const parts = source.split(/^= /mu).slice(1);
  const original = parts[0]!.split('\n').slice(1).join('\n').trim().split('\n\n');
  return parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const [, relation, change = ''] = /^(original|copy|related|other) ?(.*)$/u.exec(title) ?? [];
    if (relation === undefined) throw new Error(`${story}: "= ${title}" is no version`);
    const paragraphs = lines.join('\n').trim().split('\n\n');
    const text = paragraphs
      .flatMap((paragraph) => expand(paragraph, original, `${story}: ${title}`))
      .join('\n\n');
    return { story, relation: relation as Version['relation'], change, text };
  });
}

/** `{2-3: said => told; " => “ ”}` is these paragraphs of the original with words replaced. */
function expand(paragraph: string, original: readonly string[], where: string): readonly string[] {
  const reference = /^\{(\d+)(?:-(\d+))?(?:: (.*))?\}$/su.exec(paragraph);
  if (reference === null) return [paragraph];
  const [, first, last = first, edits = ''] = reference;
  const meant = original.slice(Number(first) - 1, Number(last));
  if (meant.length !== Number(last) - Number(first) + 1)
    throw new Error(`${where}: no paragraphs ${paragraph}`);
  const all = edits.split('; ').filter((edit) => edit !== '');
  for (const edit of all) {
    if (!meant.some((text) => text.includes(edit.split(' => ')[0]!)))
      throw new Error(`${where}: nothing to replace by ${edit}`);
  }
  return meant.map((text) => all.reduce(replace, text));
}

function replace(text: string, edit: string): string {
  const [from, to] = edit.split(' => ') as [string, string];
  const pair = /^(\S) (\S)$/u.exec(to);
  let isOpening = false;
  return text.replaceAll(from, () => {
    isOpening = !isOpening;
    return pair === null ? to : pair[isOpening ? 1 : 2]!;
  });
}
