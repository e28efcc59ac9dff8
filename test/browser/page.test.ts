import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../local/build-pages.ts';
import { type LocalRun, startLocalRun } from '../../local/run.ts';
import { findBarriers } from './find-barriers.ts';
import { openBrowser } from './open-browser.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const PATIENCE = 30_000;

let run: LocalRun;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  await buildPages(() => {});
  [run, browser] = await Promise.all([startLocalRun({ port: 0, serveWeb: true }), openBrowser()]);
  page = await browser.newPage({ viewport: DESK });
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(run.url);
});

afterAll(async () => {
  await browser?.close();
  await run?.close();
});

const screen = () => page.getByRole('region', { name: 'Texts on this phone' });
const record = () => page.getByRole('region', { name: /^Record of/ });
const isShown = (words: string | RegExp) => screen().getByText(words).last().waitFor();

/** Types as a member does, and waits for the answer. */
const text = async (body: string, answer: string | RegExp) => {
  await page.getByRole('textbox', { name: 'Text message' }).fill(body);
  await page.keyboard.press('Enter');
  await isShown(answer);
};

const looksRight = async (size: typeof DESK, scheme: 'light' | 'dark') => {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  return { barriers: await findBarriers(page), isWiderThanTheWindow: width > size.width };
};

// One story, told in order: each step stands on the one before it.
describe('the page', () => {
  it('enrolls a member by the keyword and the joining questions', async () => {
    await page.getByText('No record yet').waitFor();
    await text('BACK', /18 or older and OK/);
    await text('YES', /Trouble holding or passing urine/);
    await text('NO', /Losing weight without trying/);
    await text('NO', /Had cancer or back surgery/);
    await text('NO', /Which is most like your back pain/);
    await text('1', /You're in/);
    await record().getByText('Active', { exact: true }).waitFor();
    await record().getByText('First time', { exact: true }).waitFor();
  });

  it('jumps to the next text, and the record follows by itself', async () => {
    const jump = page.getByRole('button', { name: 'Next text' });
    for (
      let presses = 0;
      presses < 3 && (await record().getByText('Day 1 of 42').count()) === 0;
      presses += 1
    ) {
      await jump.click();
      await page.locator('.clock[aria-busy="false"]').waitFor();
      await page.waitForTimeout(2_500); // one refresh of the record
    }
    await record().getByText('Day 1 of 42').waitFor();
    await record().getByText('Day 1 · ', { exact: false }).waitFor();
  });

  it('answers a red flag on the phone, and holds and shows it to the care team', async () => {
    await text('cant feel my inner thighs', /Go to an emergency room NOW/);
    const flag = record().getByRole('article', { name: /Emergency room now/ });
    await flag.getByText('numb groin or upper legs').waitFor();
    await record().getByText('Held', { exact: true }).waitFor();
    await record().locator('.said-alarm mark', { hasText: 'cant feel my inner thighs' }).waitFor();
    await page.getByRole('link', { name: /^Pages/ }).click();
    await page.getByRole('region', { name: 'Pages to staff' }).getByText('A red flag').waitFor();
    await page.getByRole('link', { name: 'Record', exact: true }).click();
  });

  it('takes an acknowledgement with a name and a note', async () => {
    await record().getByRole('button', { name: 'Acknowledge' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await dialog.getByText('Please give your name.').waitFor();
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Maria Lopez');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('calling now');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await record()
      .getByText(/Maria Lopez, .*: calling now/)
      .waitFor();
    await record().getByText('A clinician to release the hold').waitFor();
  });

  it('tells what happened, who did it and to what the member agreed', async () => {
    await record().getByRole('tab', { name: 'What happened' }).click();
    await record().getByText('Red flag acknowledged by Maria Lopez').waitFor();
    await record().getByRole('tab', { name: 'Consent' }).click();
    await record()
      .getByText(/Agreed to texts/)
      .first()
      .waitFor();
    await record()
      .getByRole('tab', { name: /^Texts/ })
      .click();
  });

  it.each([
    ['at a desk', DESK, 'light'],
    ['at a desk in the dark', DESK, 'dark'],
    ['on a phone', PHONE, 'light'],
    ['on a phone in the dark', PHONE, 'dark'],
  ] as const)('can be used by everybody %s', async (_where, size, scheme) => {
    expect(await looksRight(size, scheme)).toEqual({ barriers: [], isWiderThanTheWindow: false });
  });

  it.each([
    ['members', /555-0100/],
    ['flags', /Emergency room now/],
  ])('shows the same in the console, for everybody: %s', async (where, words) => {
    await page.goto(`${run.url}/console/#/${where}`);
    await page.getByRole('main').getByText(words).first().waitFor();
    expect(await looksRight(DESK, 'light')).toEqual({ barriers: [], isWiderThanTheWindow: false });
    expect(await looksRight(PHONE, 'dark')).toEqual({ barriers: [], isWiderThanTheWindow: false });
  });

  it('has thrown nothing on the way, and keeps the number out of its addresses', async () => {
    expect(faults).toEqual([]);
    expect(page.url()).not.toMatch(/\d{7}/);
  });
});
