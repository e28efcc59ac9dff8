import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Decision } from '../../domain/decision.ts';
import type { TextId } from '../../domain/ids.ts';
import {
  consentItem,
  escalationItem,
  eventItem,
  type Item,
  memberItem,
  phoneItem,
  textItem,
} from './items.ts';
import { inboundKey, type Key, memberKey, textKey } from './keys.ts';
import { type UpdateParts, updateExpressions } from './update.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const put = (TableName: string, Item: Item): Write => ({ Put: { TableName, Item } });

const putNew = (TableName: string, Item: Item): Write => ({
  Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' },
});

const putOver = (TableName: string, Item: Item, attribute: string, value: unknown): Write => ({
  Put: {
    TableName,
    Item,
    ConditionExpression: '#attribute = :value',
    ExpressionAttributeNames: { '#attribute': attribute },
    ExpressionAttributeValues: { ':value': value },
  },
});

const update = (TableName: string, key: Key, parts: UpdateParts): Write => ({
  Update: { TableName, Key: { ...key }, ...updateExpressions(parts) },
});

/**
 * All writes of a decision but its revocations. Consent and texts are never written over; an event has the same key
 * only when it is the same event.
 */
export const decisionWrites = (tableName: string, decision: Decision): readonly Write[] => [
  ...memberWrites(tableName, decision),
  ...[...(decision.text ? [decision.text] : []), ...decision.skipped].map((text) =>
    putNew(tableName, textItem(text)),
  ),
  ...(decision.escalation ? [put(tableName, escalationItem(decision.escalation))] : []),
  ...decision.events.map((event) => put(tableName, eventItem(event))),
  ...(decision.consent ? [putNew(tableName, consentItem(decision.consent))] : []),
  ...inboundWrites(tableName, decision),
];

const memberWrites = (tableName: string, decision: Decision): readonly Write[] => {
  const { member, due, isNewMember, replaces } = decision;
  const item = memberItem({ ...member, version: member.version + 1 }, due);
  if (!isNewMember) return [putOver(tableName, item, 'version', member.version)];
  const phone = phoneItem(member.phoneKey, member);
  if (!replaces) return [putNew(tableName, item), putNew(tableName, phone)];
  // Counting up the replaced member's version makes whoever still decides for them load again, and find the new one.
  const replaced = update(tableName, memberKey(replaces.memberId), {
    set: { version: replaces.version + 1 },
    when: { version: [replaces.version] },
  });
  return [putNew(tableName, item), putOver(tableName, phone, 'memberId', replaces.memberId), replaced];
};

const inboundWrites = (tableName: string, { member, decided }: Decision): readonly Write[] => {
  if (!decided) return [];
  const { sid, status, reading, want } = decided;
  const parts: UpdateParts = {
    set: { status, memberId: member.memberId, reading, want },
    remove: ['relay', 'dueShard', 'dueAt'],
    when: { status: ['undecided'] },
  };
  return [update(tableName, inboundKey(member.phoneKey, sid), parts)];
};

/** Takes back one planned text; fails when somebody has claimed it meanwhile. */
export const revocation = (tableName: string, textId: TextId, decision: Decision): Write =>
  update(tableName, textKey(textId), {
    set: {
      status: 'revoked',
      reason: decision.revokes?.reason,
      statusAt: decision.events[0]?.at ?? decision.consent?.at,
    },
    remove: ['relay', 'dueShard', 'dueAt'],
    when: { status: ['planned'] },
  });
