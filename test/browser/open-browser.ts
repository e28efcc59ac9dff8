import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'];

/** Chromium from the packages, or a Chrome that is installed here; the first that starts. */
const WAYS: readonly (() => Promise<Browser>)[] = [
  async () =>
    chromium.launch({ executablePath: await bundled.executablePath(), args: ARGUMENTS, timeout: 60_000 }),
  () => chromium.launch({ channel: 'chrome' }),
  () => chromium.launch({ channel: 'msedge' }),
];

/** A real browser; throws, with what each attempt said, when none starts. A test without its browser has failed. */
export const openBrowser = async (): Promise<Browser> => {
  const failures: string[] = [];
  for (const open of WAYS) {
    try {
      return await open();
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(`No browser starts here. ${failures.join(' | ')}`);
};
