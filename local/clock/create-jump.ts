import { addDays24, addHours, type Instant } from '../../functions/domain/time.ts';
import type { WhyNoText } from './expect-text.ts';
import type { JumpRequest } from './jump-request.ts';
import type { SentText, SentTexts } from './sent-texts.ts';
import type { Settled } from './settle.ts';
import type { VirtualClock } from './virtual-clock.ts';
import type { Walk } from './walk.ts';

export type JumpAnswer = {
  readonly now: Instant;
  readonly settled: boolean;
  /** What was still under way when the time limit was reached. */
  readonly unsettled?: readonly string[];
  /** `next-text` only: the text that ended the jump, or null and why there is none. */
  readonly text?: SentText | null;
  readonly why?: string;
};

type Deps = {
  readonly clock: VirtualClock;
  readonly walk: Walk;
  readonly sentTexts: SentTexts;
  readonly whyNoText: WhyNoText;
};

const GIVE_UP_DAYS = 60;
const LOOK_AHEAD_AGAIN_HOURS = 6;

/** Moves the program's clock forward, and answers when everything is settled there. */
export const createJump = ({ clock, walk, sentTexts, whyNoText }: Deps) => {
  const answer = (settled: Settled): JumpAnswer => ({
    now: clock.now(),
    settled: settled.isSettled,
    ...(!settled.isSettled && { unsettled: settled.unsettled }),
  });

  const toNextText = async (phone: string | undefined): Promise<JumpAnswer> => {
    const watch = sentTexts.watch(phone);
    const giveUpAt = addDays24(clock.now(), GIVE_UP_DAYS);
    let text: SentText | undefined;
    let why: string | undefined;
    let lookAt = clock.now();
    const isThere = async (): Promise<boolean> => {
      text = watch.first();
      if (text !== undefined) return true;
      const now = clock.now();
      if (now < lookAt) return false;
      lookAt = addHours(now, LOOK_AHEAD_AGAIN_HOURS);
      why = await whyNoText(phone);
      return why !== undefined;
    };
    const settled = await walk.until(giveUpAt, isThere).finally(watch.stop);
    if (text !== undefined) return { ...answer(settled), text };
    return { ...answer(settled), text: null, why: why ?? `no text came in ${GIVE_UP_DAYS} days` };
  };

  return async (request: JumpRequest): Promise<JumpAnswer> => {
    if (request.kind === 'next_text') return toNextText(request.phone);
    return answer(request.isOutage ? await walk.stopAt(request.at) : await walk.until(request.at));
  };
};
