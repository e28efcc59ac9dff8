import { expect, it } from 'vitest';
import type { Ports } from './each-adapter.ts';

export const paceLedgerContract = (ports: () => Ports): void => {
  it('adds up the segments of a day, also those of the same moment, and of no other day', async () => {
    const { paceLedger } = ports();
    expect(await paceLedger.spent('2026-03-02')).toBe(0);
    await Promise.all([1, 2, 3, 4].map((segments) => paceLedger.add('2026-03-02', segments)));
    await paceLedger.add('2026-03-03', 100);
    expect(await paceLedger.spent('2026-03-02')).toBe(10);
    expect(await paceLedger.spent('2026-03-03')).toBe(100);
  });
};

export const brakeContract = (ports: () => Ports): void => {
  it('is off until somebody puts it on, and off again when they take it off', async () => {
    const { brake, setBrake } = ports();
    expect(await brake.read()).toEqual({ scope: 'none' });
    for (const scope of ['routine', 'all', 'none'] as const) {
      await setBrake(scope);
      expect(await brake.read()).toEqual({ scope });
    }
  });
};
