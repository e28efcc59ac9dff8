import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Aggregate } from '../../domain/decision.ts';
import { memberSchema } from '../../domain/enrollment/member.ts';
import { escalationSchema } from '../../domain/escalation/escalation.ts';
import { type MemberId, memberIdSchema } from '../../domain/ids.ts';
import type { MemberRepository } from '../../ports.ts';
import type { DynamoTable } from './client.ts';
import { commitDecision } from './commit-decision.ts';
import { readItem } from './items.ts';
import { escalationKey, type Key, memberKey, phoneItemKey } from './keys.ts';

const phoneItemSchema = z.object({ memberId: memberIdSchema });

export const createDynamoMemberRepository = (table: DynamoTable): MemberRepository => {
  const get = async <Schema extends z.ZodType>(key: Key, schema: Schema) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.tableName, Key: { ...key }, ConsistentRead: true }),
    );
    return Item && readItem(schema, Item);
  };

  // The escalation is read after its member: when it is the newer of the two, the commit fails on the version.
  const findById = async (memberId: MemberId): Promise<Aggregate | undefined> => {
    const member = await get(memberKey(memberId), memberSchema);
    if (!member) return undefined;
    return { member, escalation: member.hold && (await get(escalationKey(member.hold), escalationSchema)) };
  };

  return {
    findById,
    findByPhone: async (phoneKey) => {
      const phone = await get(phoneItemKey(phoneKey), phoneItemSchema);
      return phone && findById(phone.memberId);
    },
    commit: async (decision) => ({
      kind: (await commitDecision(table, decision)) ? 'committed' : 'conflict',
    }),
  };
};
