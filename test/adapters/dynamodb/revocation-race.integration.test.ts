import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDynamoMemberRepository } from '../../../functions/adapters/dynamodb/member-repository.ts';
import { createDynamoTextRepository } from '../../../functions/adapters/dynamodb/text-repository.ts';
import type { TextId } from '../../../functions/domain/ids.ts';
import { type OpenTable, openTable } from '../../contract/open-table.ts';
import { aDecision, aMember, anEvent, anOutboundText, NOW } from '../../fixtures/members.ts';

const OPT_OUT = { revokes: { which: 'all_but_safety', reason: 'opted_out' } } as const;
const texts = [0, 1, 2, 3, 4].map((n) => anOutboundText({ textId: `mem_00000100~${NOW}~n${n}` }));

describe('a claim between the reading of planned texts and the commit that takes them back', () => {
  let table: OpenTable;
  let interloper: OpenTable;
  let transactions: number;

  /** Runs `between` before each of the next transactions is sent. */
  const interrupt = (between: (transaction: number) => Promise<unknown>) =>
    table.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === TransactWriteItemsCommand.name) {
          transactions += 1;
          await between(transactions);
        }
        return next(args);
      },
      { step: 'initialize', priority: 'low' },
    );

  const claim = (textId: TextId | undefined) =>
    textId && createDynamoTextRepository(interloper).claim(textId, 'planned', NOW);
  const statuses = () =>
    Promise.all(
      texts.map(async ({ textId }) => (await createDynamoTextRepository(table).find(textId))?.status),
    );

  beforeEach(async () => {
    table = await openTable();
    interloper = { ...(await openTable()), tableName: table.tableName };
    transactions = 0;
    const members = createDynamoMemberRepository(table);
    await members.commit(aDecision({ isNewMember: true }));
    for (const [version, text] of texts.entries())
      await members.commit(aDecision({ member: aMember({ version: version + 1 }), text }));
  });
  afterEach(async () => {
    await table.close();
    interloper.client.destroy();
  });

  const optOut = () =>
    createDynamoMemberRepository(table).commit(
      aDecision({ member: aMember({ version: texts.length + 1 }), ...OPT_OUT, events: [anEvent()] }),
    );

  it('makes the commit read again: the claimed text goes out, the others are taken back', async () => {
    interrupt(async (transaction) => transaction === 1 && claim(texts[0]?.textId));
    expect(await optOut()).toEqual({ kind: 'committed' });
    expect(transactions).toBe(2);
    expect(await statuses()).toEqual(['claimed', 'revoked', 'revoked', 'revoked', 'revoked']);
  });

  it('comes to a conflict when it happens again and again, and writes nothing', async () => {
    interrupt((transaction) => Promise.resolve(claim(texts[transaction - 1]?.textId)));
    expect(await optOut()).toEqual({ kind: 'conflict' });
    expect(transactions).toBe(4);
    expect(await statuses()).toEqual(['claimed', 'claimed', 'claimed', 'claimed', 'planned']);
    const stored = await createDynamoMemberRepository(table).findById(aMember().memberId);
    expect(stored?.member.version).toBe(texts.length + 1);
  });

  it('is a conflict at once when the member has changed meanwhile', async () => {
    interrupt(async (transaction) => {
      if (transaction > 1) return;
      await createDynamoMemberRepository(interloper).commit(
        aDecision({ member: aMember({ version: texts.length + 1 }) }),
      );
    });
    expect(await optOut()).toEqual({ kind: 'conflict' });
    expect(transactions).toBe(1);
  });
});
