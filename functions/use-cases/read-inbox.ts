import type { TextId } from '../domain/ids.ts';
import type { InboundText } from '../domain/texts/inbound-text.ts';
import type { InboxRepository, Logger, Ring, TextRepository } from '../ports.ts';
import type { DecideAndCommit } from './decide-and-commit.ts';
import { ConflictError } from './errors.ts';

const FAILURES_UNTIL_UNREADABLE = 3;

export type ReadInbox = (ring: Ring) => Promise<void>;

type Deps = {
  readonly inbox: InboxRepository;
  readonly texts: TextRepository;
  readonly decideAndCommit: DecideAndCommit;
  readonly logger: Logger;
};

/**
 * Answers a ring: reads the number's undecided texts, oldest first, one commit each, and then the news of the text
 * that the ring names. A text that fails three times goes to a person as unreadable, so that it never blocks the next.
 */
export const createReadInbox = ({ inbox, texts, decideAndCommit, logger }: Deps): ReadInbox => {
  const decideOne = async (kind: 'text' | 'unreadable', inbound: InboundText): Promise<void> => {
    const { sid, phoneKey } = inbound;
    const isStillOpen = async () =>
      (await inbox.listUndecided(phoneKey)).some((undecided) => undecided.sid === sid);
    const decision = await decideAndCommit({ kind: 'phone', phoneKey }, { kind, inbound }, isStillOpen);
    logger.info(decision ? `${kind}_decided` : 'text_decided_elsewhere', {
      sid,
      phoneKey,
      memberId: decision?.member.memberId,
      textId: decision?.text?.textId,
    });
  };

  const readOne = async (inbound: InboundText): Promise<void> => {
    try {
      await decideOne('text', inbound);
    } catch (error) {
      if (error instanceof ConflictError) throw error; // others were at work: nothing is wrong with the text
      const failures = await inbox.noteFailure(inbound.phoneKey, inbound.sid);
      const { sid, phoneKey } = inbound;
      logger.error('text_not_decided', { sid, phoneKey, failures, error: asError(error) });
      if (failures < FAILURES_UNTIL_UNREADABLE) throw error;
      await decideOne('unreadable', inbound);
    }
  };

  const readNews = async (textId: TextId): Promise<void> => {
    const text = await texts.find(textId);
    if (!text) return;
    const { memberId, status, errorClass } = text;
    if (status !== 'delivered' && status !== 'undelivered' && status !== 'failed') return;
    await decideAndCommit({ kind: 'member', memberId }, { kind: 'delivery', textId, status, errorClass });
    logger.info('delivery_decided', { memberId, textId, status });
  };

  return async ({ phoneKey, textId }) => {
    for (const inbound of await inbox.listUndecided(phoneKey)) await readOne(inbound);
    if (textId) await readNews(textId);
  };
};

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error('not an error'));
