import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemSchema } from '../../src/http/schemas/problem.ts';
import { startTestApp, stories } from './support/app.ts';

const { http, ingest, store } = await startTestApp();
const ids: Record<string, string> = {};

const idOf = async (name: string) => (await store.resolveName(name))[0]!.id;
const patch = (path: string, change: object) => http.patch(path).send(change);

/** Each test has three names of its own, in stories of its own. */
let number = 0;
let [lena, omar] = ['', ''];
const articles: string[] = [];
beforeEach(async () => {
  const word = 'abcdefghijklmnopqrstuvwxyz'[number++]!;
  [lena, omar] = [`Lena Ruiz${word}`, `Omar Haddad${word}`];
  articles.length = 0;
  for (const { text, ...story } of stories) {
    const own = text.replaceAll('Lena Ruiz', lena).replaceAll('Omar Haddad', omar);
    const place = 'url' in story ? { url: `${story.url}/${word}` } : { guid: `${story.guid}/${word}` };
    articles.push((await ingest({ ...story, ...place, text: own })).id);
  }
  ids['lena'] = await idOf(lena);
  ids['omar'] = await idOf(omar);
  ids['quote'] = (await http.get(`/v1/quotes?speaker=${ids['lena']}&limit=1`)).body.items[0].id;
});

describe('PATCH /v1/entities/{id}', () => {
  it('corrects name, type and aliases, under its name or its id', async () => {
    const { body } = await patch(`/v1/entities/${encodeURIComponent(lena)}`, {
      name: '  Helena\n Ruiz ',
      type: 'person',
      aliases: [lena, 'La Alcaldesa'],
    }).expect(200);
    expect(body).toMatchObject({ id: ids['lena'], name: 'Helena Ruiz', aliases: [lena, 'La Alcaldesa'] });
    expect((await http.get('/v1/entities/la%20alcaldesa')).body).toEqual(body);
    const { body: quote } = await http.get(`/v1/quotes/${ids['quote']}`);
    expect(quote.speaker).toMatchObject({ id: ids['lena'], name: 'Helena Ruiz' });
    await patch(`/v1/entities/${ids['lena']}`, { aliases: [] }).expect(200);
  });

  it('takes a merge patch, while If-Match holds', async () => {
    const path = `/v1/entities/${ids['lena']}`;
    const { etag } = (await http.get(path)).headers;
    const send = (held: string) =>
      http
        .patch(path)
        .type('application/merge-patch+json')
        .set('If-Match', held)
        .send('{"name":"Lena Roiz"}');
    expect((await send('"other"').expect(412)).body.code).toBe('precondition-failed');
    await send(etag!).expect(200);
    await send(etag!).expect(412);
    expect((await patch(path, { name: null }).expect(200)).body.name).toBe(lena);
  });

  it('is open to those who may write alone', async () => {
    for (const [method, path] of [
      ['patch', `/v1/entities/${ids['lena']}`],
      ['post', `/v1/entities/${ids['lena']}/merge`],
      ['post', `/v1/entities/${ids['lena']}/split`],
      ['patch', `/v1/quotes/${ids['quote']}`],
    ] as const) {
      await http[method](path).set('Via', '1.1 proxy').send({}).expect(403);
    }
  });
});

describe('POST /v1/entities/{id}/merge', () => {
  it('joins it into the other, and redirects with method, path and query', async () => {
    const { body } = await http.post(`/v1/entities/${ids['omar']}/merge`).send({ into: lena }).expect(200);
    expect(body).toMatchObject({ id: ids['lena'], quoteCount: 4 });
    expect((await http.get(`/v1/entities/${ids['lena']}`)).body).toEqual(body);
    for (const rest of ['', '?fields=name', '/articles', '/quotes?limit=2', '/related']) {
      const { headers } = await http.get(`/v1/entities/${ids['omar']}${rest}`).expect(308);
      expect(headers['location']).toBe(`/v1/entities/${ids['lena']}${rest}`);
    }
    await http
      .head(`/v1/speakers/${ids['omar']}/quotes`)
      .expect('location', `/v1/speakers/${ids['lena']}/quotes`);
    await patch(`/v1/entities/${ids['omar']}`, { name: 'X' }).expect(308);
    expect((await http.get(`/v1/quotes?speaker=${ids['omar']}`)).body.total).toBe(4);
    expect((await http.get(`/v1/entities/${encodeURIComponent(omar)}`).expect(200)).body.id).toBe(
      ids['lena'],
    );
  });

  it('names what is wrong with the other', async () => {
    const merge = (into: unknown) => http.post(`/v1/entities/${ids['lena']}/merge`).send({ into });
    for (const into of ['nobody at all', ids['lena'], '', 7, null]) {
      const { body } = await merge(into).expect(400);
      expect(ProblemSchema.parse(body)).toMatchObject({
        code: 'invalid-body',
        errors: [{ pointer: '/into' }],
      });
    }
    await patch(`/v1/entities/${ids['lena']}`, { aliases: ['The Twin'] });
    await patch(`/v1/entities/${ids['omar']}`, { aliases: ['The Twin'] });
    expect((await merge('the twin').expect(409)).body.candidates).toHaveLength(2);
    await http.post('/v1/entities/ent_unknown/merge').send({ into: lena }).expect(404);
  });
});

describe('POST /v1/entities/{id}/split', () => {
  it('makes another entity of it in some articles', async () => {
    const { body, headers } = await http
      .post(`/v1/entities/${ids['omar']}/split`)
      .send({ articles: [articles[0]], name: `${omar} Jr.` })
      .expect(201);
    expect(headers['location']).toBe(`/v1/entities/${body.id}`);
    expect(body).toMatchObject({ name: `${omar} Jr.`, articleCount: 1, quoteCount: 1 });
    expect((await http.get(headers['location']!)).body).toEqual(body);
    expect(
      (await http.get(`/v1/entities/${encodeURIComponent(omar)}`).expect(409)).body.candidates,
    ).toHaveLength(2);
  });

  it('takes a merge back by the names that were merged', async () => {
    const { body: before } = await http.get(`/v1/entities/${ids['omar']}`);
    await http.post(`/v1/entities/${ids['omar']}/merge`).send({ into: lena }).expect(200);
    const { body } = await http
      .post(`/v1/entities/${ids['lena']}/split`)
      .send({ names: [omar] })
      .expect(201)
      .expect('location', `/v1/entities/${ids['omar']}`);
    expect(body).toEqual(before);
    expect((await http.get(`/v1/entities/${ids['omar']}`).expect(200)).body).toEqual(before);
    for (const parts of [{}, { names: [omar], articles: [articles[0]] }]) {
      const { body: refused } = await http.post(`/v1/entities/${ids['lena']}/split`).send(parts).expect(400);
      expect(ProblemSchema.parse(refused).errors).toMatchObject([{ pointer: '' }]);
    }
  });

  it('names the articles that it cannot be parted by', async () => {
    const split = (body: object) => http.post(`/v1/entities/${ids['omar']}/split`).send(body);
    const { body } = await split({ articles: [articles[0], articles[1]] }).expect(400);
    expect(ProblemSchema.parse(body).errors).toMatchObject([{ pointer: '/articles/1' }]);
    expect((await split({ articles: [articles[0], articles[2]] }).expect(400)).body.errors).toMatchObject([
      { pointer: '/articles' },
    ]);
    expect((await split({ articles: [], name: '' }).expect(400)).body.errors).toMatchObject([
      { pointer: '/articles' },
      { pointer: '/name' },
    ]);
  });
});

describe('PATCH /v1/quotes/{id}', () => {
  it('corrects the speaker, by id or name, or says that nobody knows', async () => {
    const path = `/v1/quotes/${ids['quote']}`;
    for (const speaker of [ids['omar'], omar]) {
      const { body } = await patch(path, { speaker }).expect(200);
      expect(body).toMatchObject({ speaker: { id: ids['omar'] }, confidence: 1, resolution: null });
      expect(body.correctedAt).not.toBeNull();
      expect((await http.get(path)).body).toEqual(body);
    }
    expect((await patch(path, { speaker: null }).expect(200)).body).toMatchObject({
      speaker: null,
      confidence: 1,
    });
    const { body } = await patch(path, { speaker: 'nobody at all' }).expect(400);
    expect(body.errors).toMatchObject([
      { pointer: '/speaker', detail: 'is nobody known here: send newSpeaker to name somebody new' },
    ]);
  });

  it('takes a speaker whom no article names yet', async () => {
    const path = `/v1/quotes/${ids['quote']}`;
    const { body } = await patch(path, { newSpeaker: { name: ' Ida  Quist ' } }).expect(200);
    expect(body.speaker).toMatchObject({ name: 'Ida Quist', type: 'person', role: null });
    expect((await http.get('/v1/speakers/ida%20quist').expect(200)).body).toMatchObject({
      id: body.speaker.id,
      quoteCount: 1,
      articleCount: 1,
    });
    const { body: council } = await patch(path, {
      newSpeaker: { name: 'Town Council', type: 'organization' },
    });
    expect(council.speaker.type).toBe('organization');
    for (const [newSpeaker, pointer] of [
      ['Ida Quist', '/newSpeaker'],
      [null, '/newSpeaker'],
      [{}, '/newSpeaker/name'],
      [{ name: 'x', type: 'alien' }, '/newSpeaker/type'],
      [{ name: 'x', role: 'mayor' }, '/newSpeaker/role'],
    ] as const) {
      const { body: refused } = await patch(path, { newSpeaker }).expect(400);
      expect(ProblemSchema.parse(refused).errors).toMatchObject([{ pointer }]);
    }
    const both = await patch(path, { speaker: omar, newSpeaker: { name: 'x' } }).expect(400);
    expect(both.body.errors).toMatchObject([{ pointer: '/newSpeaker' }]);
  });

  it('takes all corrections back', async () => {
    const path = `/v1/quotes/${ids['quote']}`;
    const { body: before } = await http.get(path);
    await patch(path, { speaker: null, rejected: true }).expect(200);
    expect((await patch(path, { correctedAt: null }).expect(200)).body).toEqual(before);
    const { body } = await patch(path, { correctedAt: '2024-03-01T00:00:00Z' }).expect(400);
    expect(body.errors).toEqual([{ pointer: '/correctedAt', detail: 'must be null' }]);
  });

  it('rejects it, and takes that back, while If-Match holds', async () => {
    const path = `/v1/quotes/${ids['quote']}`;
    const { etag } = (await http.get(path)).headers;
    const listed = async () => (await http.get(`/v1/quotes?speaker=${ids['lena']}`)).body.total;
    const before = await listed();
    await http.patch(path).set('If-Match', etag!).send({ rejected: true }).expect(200);
    await http.patch(path).set('If-Match', etag!).send({ rejected: false }).expect(412);
    expect((await http.get(path).expect(200)).body.rejected).toBe(true);
    expect(await listed()).toBe(before - 1);
    const { body: rejected } = await http.get(`/v1/articles/${articles[0]}/quotes?rejected=true`).expect(200);
    const { body: others } = await http.get(`/v1/articles/${articles[1]}/quotes?rejected=true`).expect(200);
    expect([...rejected.items, ...others.items].map(({ id }) => id)).toEqual([ids['quote']]);
    await patch(path, { rejected: false }).expect(200);
    expect(await listed()).toBe(before);
    await patch('/v1/quotes/quo_unknown', { rejected: true }).expect(404);
  });
});

describe('a correction', () => {
  const bodies: [what: string, body: string, pointers: string[]][] = [
    ['nothing', '', []],
    ['no JSON', '{"name":', []],
    ['bytes that are no UTF-8', '\\xff', []],
    ['null', 'null', ['']],
    ['a list', '[]', ['']],
    ['an empty object', '{}', ['']],
    ['an unknown member', '{"nmae":"x"}', ['/nmae']],
    ['a member with a slash', '{"a/b~c":1}', ['/a~1b~0c']],
    ['a poisoned prototype', '{"__proto__":{"name":"x"}}', ['/__proto__']],
    ['a number as name', '{"name":1}', ['/name']],
    ['white space as name', '{"name":" \\n"}', ['/name']],
    ['a control character', '{"name":"a\\u0000b"}', ['/name']],
    ['a name of 1 kB', `{"name":"${'x'.repeat(1000)}"}`, ['/name']],
    ['an unknown type', '{"type":"alien"}', ['/type']],
    ['several faults', '{"name":1,"type":2,"aliases":["a",3]}', ['/name', '/type', '/aliases/1']],
    ['deep JSON', '['.repeat(50_000), []],
    ['deep valid JSON', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, ['']],
  ];
  it.each(bodies)('of %s is a problem that names its places', async (_what, body, pointers) => {
    const before = (await http.get(`/v1/entities/${ids['lena']}`)).body;
    const answer = await http
      .patch(`/v1/entities/${ids['lena']}`)
      .type('application/json')
      .send(body)
      .expect(400);
    const { code, errors = [] } = ProblemSchema.parse(answer.body);
    expect(code).toBe('invalid-body');
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
    expect((await http.get(`/v1/entities/${ids['lena']}`)).body).toEqual(before);
  });

  it('in half surrogates is stored as it can be shown', async () => {
    const { body } = await http
      .patch(`/v1/entities/${ids['lena']}`)
      .type('application/json')
      .send('{"name":"Lena \\ud800 R"}')
      .expect(200);
    expect(body.name).toBe('Lena \ufffd R');
  });

  it('in another media type is 415, with those that are read', async () => {
    for (const type of ['text/plain', 'text/csv', 'application/xml']) {
      const { body, headers } = await http
        .patch(`/v1/quotes/${ids['quote']}`)
        .type(type)
        .send('x')
        .expect(415);
      expect(body.code).toBe('unsupported-media-type');
      expect(headers['accept-patch']).toBe('application/json, application/merge-patch+json');
      expect(headers['accept-post']).toBeUndefined();
    }
    await http
      .post(`/v1/entities/${ids['lena']}/merge`)
      .type('application/merge-patch+json')
      .send('{}')
      .expect(415);
    await http.post('/v1/articles').type('application/merge-patch+json').send('{"text":"x"}').expect(415);
  });
});

describe('of one entity', () => {
  it('are listed the articles that name it, the quotes about it, and who appears with it', async () => {
    const path = `/v1/entities/${ids['omar']}`;
    const { body: named } = await http.get(`${path}/articles?sort=publishedAt&include=text`).expect(200);
    expect(named.items.map(({ id }: { id: string }) => id)).toEqual([articles[0], articles[2]]);
    expect((await http.get(`${path}/articles?from=2024-03-02`)).body.total).toBe(0);
    expect((await http.get(`${path}/quotes`).expect(200)).body).toMatchObject({ total: 0 });
    const { body: related } = await http.get(`${path}/related?type=person`).expect(200);
    expect(related.items).toMatchObject([{ articleCount: 1 }, { articleCount: 1 }]);
    expect(related.ranking).toBeUndefined();
    for (const part of ['articles?entity=x', 'quotes?about=x', 'related?q=x']) {
      await http.get(`${path}/${part}`).expect(400);
    }
  });

  it('are told the names and their days, when asked for', async () => {
    const { body } = await http.get(`/v1/entities/${ids['lena']}?include=names`).expect(200);
    expect(body.names).toEqual([
      { kind: 'name', text: lena, articleCount: 2, firstSeenOn: '2024-03-01', lastSeenOn: '2024-03-03' },
    ]);
    expect((await http.get(`/v1/entities/${ids['lena']}`)).body.names).toBeUndefined();
  });
});
