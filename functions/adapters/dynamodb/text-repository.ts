import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { TextId } from '../../domain/ids.ts';
import { mayAdvance } from '../../domain/texts/delivery.ts';
import { type OutboundText, outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import type { Instant } from '../../domain/time.ts';
import type { TextRepository } from '../../ports.ts';
import { applies } from './applies.ts';
import type { DynamoTable } from './client.ts';
import { readItem, textDue } from './items.ts';
import { textKey } from './keys.ts';
import { relayOfText } from './relay.ts';
import { type UpdateParts, updateExpressions } from './update.ts';

/** A text's status can move ahead of what was read only so many times: there are six steps. */
const ADVANCE_TRIES = 6;
const WAITING = ['relay', 'dueShard', 'dueAt'] as const;

export const createDynamoTextRepository = ({ client, tableName: TableName }: DynamoTable): TextRepository => {
  const find = async (textId: TextId): Promise<OutboundText | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: textKey(textId), ConsistentRead: true }),
    );
    return Item && readItem(outboundTextSchema, Item);
  };

  /** Every change takes the text out of the stream and out of the due index, unless it puts it back in. */
  const change = (textId: TextId, { set, remove = [], ...parts }: UpdateParts): Promise<boolean> => {
    const update = updateExpressions({ ...parts, set: { ...set }, remove: [...remove, ...WAITING] });
    return applies(() => client.send(new UpdateCommand({ TableName, Key: textKey(textId), ...update })));
  };

  const dueAgain = async (textId: TextId, at: Instant) => {
    const text = await find(textId);
    return text && textDue(text, at);
  };

  const advance: TextRepository['advance'] = async (textId, news) => {
    for (let attempt = 1; attempt <= ADVANCE_TRIES; attempt += 1) {
      const text = await find(textId);
      if (!text || !mayAdvance(text.status, news.status)) return false;
      if (await change(textId, { ...advanced(text, news), when: { status: [text.status] } })) return true;
    }
    return false;
  };

  return {
    find,
    advance,
    claim: (textId, from, now) =>
      change(textId, {
        set: { status: 'claimed', claimedAt: now },
        remove: ['statusAt'],
        add: { attempts: 1 },
        when: { status: [from] },
        whenLater: { notAfter: now },
      }),
    giveBack: async (textId, retryAt) =>
      change(textId, {
        set: { status: 'planned', ...(await dueAgain(textId, retryAt)) },
        remove: ['claimedAt'],
        when: { status: ['claimed'] },
      }),
    postpone: async (textId, retryAt) =>
      change(textId, { set: { ...(await dueAgain(textId, retryAt)) }, when: { status: ['planned'] } }),
    skip: (textId, reason, now) =>
      change(textId, {
        set: { status: 'skipped', reason, statusAt: now },
        when: { status: ['planned', 'claimed'] },
      }),
    markUnknown: async (textId, now, reconcileAt) =>
      change(textId, {
        set: {
          status: 'unknown',
          statusAt: now,
          ...(reconcileAt ? await dueAgain(textId, reconcileAt) : { reason: 'unknown_outcome' }),
        },
        when: { status: ['claimed'] },
      }),
  };
};

type News = Parameters<TextRepository['advance']>[1];

const advanced = (text: OutboundText, { status, at, sid, errorCode, errorClass }: News): UpdateParts => ({
  set: {
    status,
    statusAt: at,
    sid,
    errorCode,
    errorClass,
    reason: status === 'failed' ? 'refused' : undefined,
    relay: relayOfText({ ...text, status, errorClass: errorClass ?? text.errorClass }),
  },
  remove: ['reason'],
});
