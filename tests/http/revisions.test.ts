import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp } from './support/app.ts';

const { http, ingest } = await startTestApp();
let article: string;
const url = 'https://news.example/bridge';

beforeAll(async () => {
  const text = '"The bridge will open in May," Lena Ruiz said.\n\nNobody else was there.';
  const { id } = await ingest({ url, text });
  await ingest({ url, text: text.replace('May', 'June'), headline: 'Bridge' });
  article = `/v1/articles/${id}`;
});

describe('GET /v1/articles/{id}/revisions', () => {
  it('lists the history of an article, page by page', async () => {
    const { body } = await http.get(`${article}/revisions?limit=1`).expect(200);
    expect(body).toMatchObject({
      total: 2,
      items: [
        {
          revision: 2,
          changes: {
            metadata: { former: { headline: null }, current: { headline: 'Bridge' } },
            paragraphs: { added: 0, removed: 0, changed: 1 },
          },
        },
      ],
    });
    const { body: rest } = await http.get(body.next).expect(200);
    expect(rest).toMatchObject({ items: [{ revision: 1, changes: null }], next: null });
  });
});

describe('GET /v1/articles/{id}/revisions/{n}', () => {
  it('has the article as it was, and what had changed', async () => {
    const { body: now } = await http.get(article);
    const { body: second } = await http.get(`${article}/revisions/2`).expect(200);
    const { changes, ...whole } = second;
    expect(whole).toEqual(now);
    expect(changes.paragraphs[0]).toMatchObject({ change: 'changed', index: 0, formerIndex: 0 });
    const words = (kind: string) =>
      changes.paragraphs[0].words.flatMap(({ change, text }: { change: string; text: string }) =>
        change === kind ? [text] : [],
      );
    expect([words('removed'), words('added')]).toEqual([['May'], ['June']]);
    const { body: first } = await http.get(`${article}/revisions/1`).expect(200);
    expect(first).toMatchObject({ revision: 1, headline: null, changes: null });
    expect(first.quotes[0].text).toBe('The bridge will open in May');
  });

  it('is trimmed by fields', async () => {
    const { body } = await http
      .get(`${article}/revisions/2?fields=revision,changes.paragraphs.change`)
      .expect(200);
    expect(body).toEqual({ revision: 2, changes: { paragraphs: [{ change: 'changed' }] } });
  });

  it('is 404 for a number that there is not, and 400 for what is no number', async () => {
    expect((await http.get(`${article}/revisions/3`).expect(404)).body.code).toBe('not-found');
    expect((await http.get(`${article}/revisions/0`).expect(400)).body.errors[0].parameter).toBe('n');
    await http.get(`${article}/revisions/first`).expect(400);
    await http.get('/v1/articles/art_unknown/revisions/1').expect(404);
  });

  it('has the raw copy of then, too', async () => {
    expect((await http.get(`${article}/raw?revision=1`).expect(200)).text).toContain('in May');
    expect((await http.get(`${article}/raw`).expect(200)).text).toContain('in June');
    await http.get(`${article}/raw?revision=3`).expect(404);
  });

  it('is gone with the article', async () => {
    const { id } = await ingest({ url: `${url}/2`, text: 'It rained.' });
    await http.delete(`/v1/articles/${id}`).expect(204);
    await http.get(`/v1/articles/${id}/revisions`).expect(410);
    await http.get(`/v1/articles/${id}/revisions/1`).expect(410);
  });
});
