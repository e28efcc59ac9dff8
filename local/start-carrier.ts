import type { Program } from '../functions/domain/program/program.ts';
import { type Carrier, createCarrier } from './carrier/create-carrier.ts';
import type { OptOutMode } from './carrier/opt-out-words.ts';
import type { StoredText } from './carrier/stored-text.ts';
import { carrierWords } from './carrier-words.ts';
import type { VirtualClock } from './clock/virtual-clock.ts';
import type { Closing } from './closing.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Gate } from './open-gate.ts';
import { RECEIVE_TEXT_PATH } from './runtime/function-routes.ts';
import { LOCAL_CARRIER } from './settings.ts';

type Options = {
  readonly program: Pick<Program, 'content' | 'words'>;
  readonly gate: Pick<Gate, 'url'>;
  readonly clock: VirtualClock;
  readonly data: Pick<DataDirectory, 'carrierJournal'>;
  readonly optOut: OptOutMode;
  /** What was carried before this run. */
  readonly past: readonly StoredText[];
  readonly closing: Closing;
};

/** Three tries, also after a 5xx or a time-out: what a Messaging Service is set up with, in the URL's fragment. */
const RETRIES = '#rc=3&rp=5xx,ct,rt&rt=4000&tt=15000';

/** The carrier of the local run, set up as ours is: its own answers to keywords, and the program's webhook. */
export const startCarrier = async (
  options: Options,
): Promise<{ readonly carrier: Carrier; readonly url: string }> => {
  const { program, gate, clock, data, optOut, past, closing } = options;
  const carrier = createCarrier({
    ...LOCAL_CARRIER,
    inboundUrl: `${gate.url}${RECEIVE_TEXT_PATH}${RETRIES}`,
    clock,
    optOut,
    optOutReplies: carrierWords(program),
    journal: data.carrierJournal,
    past,
  });
  const { url, close } = await carrier.start();
  closing.add(close);
  return { carrier, url };
};
