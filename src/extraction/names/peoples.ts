import { lexiconEntries, type ResourceFiles } from '../resource-files.ts';

/** All words for members of peoples, religions and parties, as printed, with their plurals: "Kurd", "Danes", "Sunni". */
export function readPeoples(files: ResourceFiles): ReadonlySet<string> {
  const forms = [
    ...lexiconEntries(files, 'peoples').flatMap((line) => line.split('\t')),
    ...lexiconEntries(files, 'countries').flatMap((line) => (line.split('\t')[2] ?? '').split(';')),
  ].filter((form) => form !== '');
  return new Set(forms.flatMap((form) => (/(?:s|sh|ch|ese)$/.test(form) ? [form] : [form, `${form}s`])));
}
