import type { Carrier } from '../carrier/create-carrier.ts';

export type SentText = {
  readonly phone: string;
  readonly at: string;
  readonly body: string;
  readonly status: string;
  readonly segments: number;
};

export type SentTexts = {
  /** Remembers what has been sent so far to this phone, or to all of them. */
  readonly watch: (phone?: string) => Watch;
};

type Watch = {
  /** The first text that came after; undefined while there is none. */
  readonly first: () => SentText | undefined;
  readonly stop: () => void;
};

/** Tells which text was the first to go out to a phone after some moment. */
export const createSentTexts = (carrier: Pick<Carrier, 'texts' | 'phones' | 'subscribe'>): SentTexts => {
  const sentTo = (phone: string) => carrier.texts(phone).filter(({ direction }) => direction === 'out');

  return {
    watch: (phone) => {
      const phones = () => (phone === undefined ? carrier.phones() : [phone]);
      const before = new Map(phones().map((each) => [each, sentTo(each).length]));
      let hasChanged = false;
      const stop = carrier.subscribe(() => {
        hasChanged = true;
      });
      const first = () => {
        if (!hasChanged) return undefined;
        hasChanged = false;
        const sent = phones()
          .flatMap((each) =>
            sentTo(each)
              .slice(before.get(each) ?? 0)
              .map(({ at, body, status, segments }) => ({ phone: each, at, body, status, segments })),
          )
          .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
        return sent[0];
      };
      return { first, stop };
    },
  };
};
