import type { ArticleStore } from '../../domain/article-store.ts';
import { OnrecordError } from '../../domain/errors.ts';
import type { EntityReference, EntitySummary, SpeakerSummary } from '../../domain/records.ts';
import { EntityMoved } from './moved.ts';

/** The ids of all who bear any of these ids or names, for a filter; null where there is no filter. */
export async function findBearerIds(
  store: ArticleStore,
  names: string | readonly string[] | undefined,
): Promise<readonly string[] | null> {
  if (names === undefined) return null;
  const bearers = await Promise.all([names].flat().map((name) => store.resolveName(name)));
  return [...new Set(bearers.flat().map(({ id }) => id))];
}

/**
 * The one entity that bears an id or a name in a path. Nobody: 404. Several: 409, with the candidates. An id from before
 * a merge: 308, with the address under the id of now.
 */
export async function findBearer(store: ArticleStore, idOrName: string): Promise<EntitySummary> {
  const bearers = await store.resolveName(idOrName);
  const [bearer, ...others] = bearers;
  if (bearer === undefined) throw nobody(idOrName);
  if (others.length > 0) throw ambiguous(idOrName, bearers);
  refuseFormerId(idOrName, bearer);
  return store.findEntity(bearer.id);
}

/** The same for those who are quoted: a bearer of the name who is not quoted is no candidate. */
export async function findSpeaker(store: ArticleStore, idOrName: string): Promise<SpeakerSummary> {
  const bearers = await store.resolveName(idOrName);
  const quoted: SpeakerSummary[] = [];
  for (const { id } of bearers) {
    const speaker = await store.findSpeaker(id);
    if (speaker.quoteCount > 0) quoted.push(speaker);
  }
  const [speaker, ...others] = quoted;
  if (speaker === undefined) {
    throw bearers.length === 0
      ? nobody(idOrName)
      : new OnrecordError(
          'not-found',
          `"${idOrName}" is named but never quoted: see /v1/entities/${bearers[0]!.id}.`,
        );
  }
  if (others.length > 0) throw ambiguous(idOrName, quoted);
  refuseFormerId(idOrName, speaker);
  return speaker;
}

/**
 * The one entity that bears an id or a name in a body, at `pointer`. Nobody: 400, with the remedy. Several: 409, with the
 * candidates.
 */
export async function findNamed(
  store: ArticleStore,
  idOrName: string,
  pointer: string,
  remedy = '',
): Promise<EntityReference> {
  const bearers = await store.resolveName(idOrName);
  const [bearer, ...others] = bearers;
  if (others.length > 0) throw ambiguous(idOrName, bearers);
  if (bearer !== undefined) return bearer;
  const detail = `is nobody known here${remedy}`;
  throw new OnrecordError('invalid-body', `"${idOrName}" ${detail}.`, { faults: [{ pointer, detail }] });
}

/** Names are never mistaken for ids: only an id finds another one. */
function refuseFormerId(idOrName: string, { id }: EntityReference): void {
  if (idOrName.startsWith('ent_') && idOrName !== id) throw new EntityMoved(idOrName, id);
}

function nobody(name: string): OnrecordError {
  return new OnrecordError('not-found', `Nobody and nothing here bears the id or name "${name}".`);
}

function ambiguous(name: string, bearers: readonly EntityReference[]): OnrecordError {
  return new OnrecordError(
    'ambiguous-name',
    `${bearers.length} bear the name "${name}": take one by its id.`,
    {
      extensions: { candidates: bearers.map(({ id, name, type }) => ({ id, name, type })) },
    },
  );
}
