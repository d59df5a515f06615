import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer } from '../../src/serve.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';

// A browser starts, and samples are taken in, perhaps beside other tests on the same two cores.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const executablePath = chromiumPath();

describe.skipIf(executablePath === null)('Swagger UI in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  const complaints: string[] = [];
  const foreign: string[] = [];
  let server: RunningServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent', PORT: '0', ONRECORD_DATABASE: join(folder, 'docs.db') });
    server = await startServer({ config, samples: true, say: () => {} });
    await server.ready;
    browser = await chromium.launch({ executablePath: executablePath!, args: chromiumFlags });
    page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(server.address))
        foreign.push(request.url());
    });
    await page.goto(`${server.address}/docs`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  /** Opens an operation, clicks "Try it out" and "Execute" as it is, and reads the answer. */
  async function execute(tag: string, operationId: string) {
    const operation = page.locator(`#operations-${tag}-${operationId}`);
    await operation.locator('.opblock-summary').first().click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByRole('button', { name: 'Execute' }).click();
    const answer = operation.locator('.live-responses-table tbody tr.response').first();
    await answer.waitFor();
    return {
      status: await answer.locator('.response-col_status').innerText(),
      body: await answer.locator('.response-col_description').innerText(),
    };
  }

  it('answers who said what at two clicks, with the speaker of the example', async () => {
    const { status, body } = await execute('quotes', 'listQuotes');
    expect(status).toContain('200');
    expect(body).toContain('"name": "Vladimir Putin"');
    expect(body).toContain('this is a vivid example of the failure of United States policy');
  });

  it('answers with the sample article and the sample quote of the examples', async () => {
    expect((await execute('articles', 'getArticle')).body).toContain('"name": "Dmitry Peskov"');
    expect((await execute('quotes', 'getQuote')).status).toContain('200');
  });

  it('takes an article as the example shows it', async () => {
    const { status, body } = await execute('articles', 'createArticle');
    expect(status).toContain('201');
    expect(body).toContain('Lena Ruiz');
  });

  it('makes the browser complain of nothing, and ask nobody else', () => {
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
