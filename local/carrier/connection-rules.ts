/** What of a request may fail and be tried again: connecting, waiting for the answer, or an answer of 4xx or 5xx. */
export type Failure = 'ct' | 'rt' | '4xx' | '5xx';

export type ConnectionRules = {
  readonly retries: number;
  readonly retriedOn: ReadonlySet<Failure>;
  readonly connectMilliseconds: number;
  readonly readMilliseconds: number;
  /** For all tries together. */
  readonly totalMilliseconds: number;
};

const FAILURES: readonly Failure[] = ['ct', 'rt', '4xx', '5xx'];

const numberFrom = (value: string | null, least: number, most: number, otherwise: number): number => {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : otherwise;
};

/**
 * Twilio's connection overrides, the fragment of a webhook URL (`#rc=3&rp=5xx,ct,rt&rt=4000`). Without one: a single
 * retry, and only of a connection that could not be made.
 */
export const readConnectionRules = (url: string): ConnectionRules => {
  const overrides = new URLSearchParams(url.split('#')[1] ?? '');
  const policy = (overrides.get('rp') ?? 'ct').split(',');
  return {
    retries: numberFrom(overrides.get('rc'), 0, 5, 1),
    retriedOn: new Set(policy.includes('all') ? FAILURES : FAILURES.filter((each) => policy.includes(each))),
    connectMilliseconds: numberFrom(overrides.get('ct'), 100, 10_000, 5_000),
    readMilliseconds: numberFrom(overrides.get('rt'), 100, 15_000, 15_000),
    totalMilliseconds: numberFrom(overrides.get('tt'), 100, 15_000, 15_000),
  };
};
