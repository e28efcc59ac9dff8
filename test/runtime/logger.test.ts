import { afterEach, expect, it, vi } from 'vitest';
import { createLogger } from '../../functions/runtime/logger.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Powertools writes through the global console in this mode, where a test can read it. */
const capture = () => {
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const lines: string[] = [];
  for (const method of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line) => lines.push(String(line)));
  return { lines, logger: createLogger() };
};

it('writes one structured line', () => {
  const { lines, logger } = capture();
  logger.warn('text_ignored', { sid: 'SM1', failures: 2, isLate: false });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'WARN',
    message: 'text_ignored',
    service: 'limber',
    sid: 'SM1',
    failures: 2,
    isLate: false,
  });
});

it('says of an error its name, code and place, and nothing that it carries', () => {
  const { lines, logger } = capture();
  const error = Object.assign(new TypeError('to +16125550100: cant feel my\n inner thighs'), {
    code: 21211,
    item: { body: 'inner thighs' },
    cause: new Error('+16125550100'),
  });
  logger.error('not_sent', { error });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    message: 'not_sent',
    error: {
      name: 'TypeError',
      code: '21211',
      at: expect.arrayContaining([expect.stringContaining('logger.test.ts')]),
    },
  });
  expect(lines[0]).not.toMatch(/5550100|thighs/);
});

it('does not take words for a code', () => {
  const { lines, logger } = capture();
  logger.error('not_sent', { error: Object.assign(new Error('x'), { code: 'cant feel my thighs' }) });
  expect(lines[0]).not.toContain('thighs');
});
