/** Faults that strike the next create request, except `duplicate-webhook`: it strikes the next inbound text. */
export const KNOWN_FAULTS = [
  '429',
  '500',
  'timeout-before',
  'timeout-after-accept',
  'error:<code>',
  'undelivered:<code>',
  'failed:<code>',
  'slow-queue',
  'duplicate-webhook',
  'reorder-callbacks',
  'lose-callback',
] as const;

export type CreateFault =
  /** Answered with an error; the text does not exist. */
  | { readonly kind: 'refuse'; readonly code: number }
  /** No answer, whether or not the text was taken: the connection breaks at once, as a time-out does later. */
  | { readonly kind: 'hang_up'; readonly isAccepted: boolean }
  | { readonly kind: 'end'; readonly status: 'undelivered' | 'failed'; readonly errorCode: number }
  /** Waits in the carrier's queue for twenty minutes of the program clock. */
  | { readonly kind: 'slow_queue' }
  | { readonly kind: 'callbacks'; readonly callbacks: 'reversed' | 'lost' };
type Fault = CreateFault | { readonly kind: 'duplicate' };

const FIXED: Readonly<Record<string, Fault>> = {
  '429': { kind: 'refuse', code: 20429 },
  '500': { kind: 'refuse', code: 20500 },
  'timeout-before': { kind: 'hang_up', isAccepted: false },
  'timeout-after-accept': { kind: 'hang_up', isAccepted: true },
  'slow-queue': { kind: 'slow_queue' },
  'duplicate-webhook': { kind: 'duplicate' },
  'reorder-callbacks': { kind: 'callbacks', callbacks: 'reversed' },
  'lose-callback': { kind: 'callbacks', callbacks: 'lost' },
};

const readFault = (name: string): Fault | undefined => {
  if (Object.hasOwn(FIXED, name)) return FIXED[name];
  const [, kind, digits] = /^(error|undelivered|failed):(\d{5})$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const errorCode = Number(digits);
  if (kind === 'error') return { kind: 'refuse', code: errorCode };
  return { kind: 'end', status: kind === 'failed' ? 'failed' : 'undelivered', errorCode };
};

export type SetFaultsAnswer =
  | { readonly kind: 'set'; readonly next: readonly string[] }
  | { readonly kind: 'unknown'; readonly unknown: readonly string[]; readonly known: readonly string[] };

export type Faults = {
  /** Replaces what is still to come. One unknown name, and nothing changes. */
  readonly set: (names: readonly string[]) => SetFaultsAnswer;
  readonly list: () => readonly string[];
  readonly takeForCreate: () => CreateFault | undefined;
  /** How often the next inbound webhook is delivered. */
  readonly takeWebhookCopies: () => number;
};

const COPIES = 5;

/** The faults still to come, first in first out; each strikes once. */
export const createFaults = (): Faults => {
  let coming: { readonly name: string; readonly fault: Fault }[] = [];

  const take = <T extends Fault>(isWanted: (fault: Fault) => fault is T): T | undefined => {
    const found = coming.find(({ fault }) => isWanted(fault));
    coming = coming.filter((each) => each !== found);
    return found && isWanted(found.fault) ? found.fault : undefined;
  };

  return {
    set: (names) => {
      const unknown = names.filter((name) => readFault(name) === undefined);
      if (unknown.length > 0) return { kind: 'unknown', unknown, known: KNOWN_FAULTS };
      coming = names.flatMap((name) => {
        const fault = readFault(name);
        return fault === undefined ? [] : [{ name, fault }];
      });
      return { kind: 'set', next: names };
    },
    list: () => coming.map(({ name }) => name),
    takeForCreate: () => take((fault): fault is CreateFault => fault.kind !== 'duplicate'),
    takeWebhookCopies: () =>
      take((fault): fault is Fault & { kind: 'duplicate' } => fault.kind === 'duplicate') ? COPIES : 1,
  };
};
