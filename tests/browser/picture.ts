import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';

// Takes the picture of the README from a running server that has the samples:
// npx tsx tests/browser/picture.ts http://127.0.0.1:3000 openapi/swagger-ui.png
const [address, file] = process.argv.slice(2);
const executablePath = chromiumPath();
if (address === undefined || file === undefined || executablePath === null) {
  throw new Error('Name the address of a server and a file, and have a Chromium.');
}
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const page = await browser.newPage({ viewport: { width: 1200, height: 1240 } });
await page.goto(`${address}/docs`);
const operation = page.locator('#operations-quotes-listQuotes');
await operation.locator('.opblock-summary').first().click();
await operation.getByRole('button', { name: 'Try it out' }).click();
const fields = operation.locator('tr[data-param-name="fields"]');
await fields.getByRole('button').click();
await fields.locator('input').fill('kind,text,source.text,speaker,resolution,confidence');
const execute = operation.getByRole('button', { name: 'Execute' });
// The second time: what is measured is an answer, and not the first compilation of the code behind it.
for (let i = 0; i < 2; i++) {
  await execute.click();
  await operation.locator('.live-responses-table').waitFor();
  await page.waitForTimeout(1000);
}
await operation.locator('tr[data-param-name="total"]').evaluate((row) => row.scrollIntoView());
await page.screenshot({ path: file });
await browser.close();
