import { describe, expect, it } from 'vitest';
import { startTestApp } from './support/app.ts';

const { http } = await startTestApp();
const post = (article: object) => http.post('/v1/articles').send(article);

/** What the statuses of these answers are, sorted. */
async function statuses(requests: readonly PromiseLike<{ status: number }>[]): Promise<readonly number[]> {
  return (await Promise.all(requests)).map(({ status }) => status).sort();
}

describe('the same article from many clients at once', () => {
  const text = '"The bridge will open in May," Lena Ruiz said.';

  it.each([
    ['url', { url: 'https://news.example/at-once' }],
    ['guid', { guid: 'at-once' }],
    ['words and date', { publishedAt: '2024-03-01' }],
  ])('is one article by its %s: one 201, and 200 for the others', async (_, identity) => {
    const before = (await http.get('/v1/articles')).body.total;
    const answers = Array.from({ length: 20 }, () => post({ ...identity, text }));
    expect(await statuses(answers)).toEqual([...new Array<number>(19).fill(200), 201]);
    expect((await http.get('/v1/articles')).body.total).toBe(before + 1);
  });

  it('is one with a history, and ends as its newest version, where each has another', async () => {
    const url = 'https://news.example/versions';
    const minutes = [3, 7, 1, 9, 0, 4, 8, 2, 6, 5];
    const answers = minutes.map((minute) =>
      post({ url, text: `${text}\n\nMinute ${minute}.`, modifiedAt: `2024-03-01T10:0${minute}:00Z` }),
    );
    expect(await statuses(answers)).toEqual([...new Array<number>(9).fill(200), 201]);
    const { items } = (await http.get(`/v1/articles?url=${url}`)).body;
    expect(items).toMatchObject([{ modifiedAt: '2024-03-01T10:09:00Z' }]);
    const { body: history } = await http.get(`/v1/articles/${items[0].id}/revisions?limit=100`);
    expect(history.items.map(({ revision }: { revision: number }) => revision)).toEqual(
      Array.from({ length: history.total }, (_, index) => history.total - index),
    );
  });

  it('is put, deleted and brought back one after the other', async () => {
    const url = 'https://news.example/contended';
    const { id } = (await post({ url, text })).body;
    const address = `/v1/articles/${id}`;
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, (_, number) => http.put(address).send({ url, text: `${text} ${number}` })),
      ...Array.from({ length: 5 }, () => http.delete(address)),
      ...Array.from({ length: 5 }, () => post({ url, text })),
    ]);
    for (const { status } of answers) expect([200, 204, 410]).toContain(status);
    const sequences = (await http.get('/v1/changes?limit=100')).body.items.map(
      ({ sequence }: { sequence: number }) => sequence,
    );
    expect(sequences).toEqual(sequences.map((_: number, index: number) => index + 1));
  });
});

describe('a deleted article', () => {
  it('stays so until it is put again, and both are told', async () => {
    const article = { url: 'https://news.example/deleted', text: '"We shall miss it," Noor Adler said.' };
    const { id } = (await post(article).expect(201)).body;
    await http.delete(`/v1/articles/${id}`).expect(204);
    const { body: gone } = await post({ ...article, modifiedAt: '2030-01-01' }).expect(410);
    expect(gone).toMatchObject({ code: 'deleted', articleId: id });
    await http.get(`/v1/articles/${id}`).expect(410);
    expect((await http.get(`/v1/articles?url=${article.url}`)).body.items).toEqual([]);
    await http.put(`/v1/articles/${id}`).send(article).expect(200);
    expect((await http.get(`/v1/articles?url=${article.url}`)).body.items).toMatchObject([{ id }]);
    const { body } = await http.get('/v1/changes?limit=100');
    const told = body.items.filter((entry: { id: string }) => entry.id === id);
    expect(told.map(({ action }: { action: string }) => action)).toEqual(['created', 'deleted', 'restored']);
  });
});
