import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Decision } from '../../domain/decision.ts';
import { type OutboundText, outboundTextSchema } from '../../domain/texts/outbound-text.ts';
import type { DynamoTable } from './client.ts';
import { DecisionTooLargeError } from './decision-too-large-error.ts';
import { decisionWrites, revocation, type Write } from './decision-writes.ts';
import { readItem } from './items.ts';
import { memberPartition, SK } from './keys.ts';
import { partition, queryAll } from './query-all.ts';

const MOST_WRITES = 100;
const REVOKE_TRIES = 4;
const OVERTAKEN: ReadonlySet<string> = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

type Outcome = 'committed' | 'overtaken' | 'revocation_overtaken';

/**
 * Writes a decision in one transaction. When only a revocation fails, a send has claimed its text in between: that
 * text goes out, so the planned ones are read again and the rest of the decision still holds.
 */
export const commitDecision = async (table: DynamoTable, decision: Decision): Promise<boolean> => {
  const own = decisionWrites(table.tableName, decision);
  for (let attempt = 1; attempt <= REVOKE_TRIES; attempt += 1) {
    const planned = decision.revokes ? await listRevoked(table, decision) : [];
    const revocations = planned.map((text) => revocation(table.tableName, text.textId, decision));
    const outcome = await transact(table, decision, own, revocations);
    if (outcome !== 'revocation_overtaken') return outcome === 'committed';
  }
  return false;
};

/** The member's planned texts that this decision takes back, of any age: none may be left to be claimed later. */
const listRevoked = async (
  table: DynamoTable,
  { member, revokes }: Decision,
): Promise<readonly OutboundText[]> => {
  const query = partition(memberPartition(member.memberId), SK.text);
  const planned = await queryAll(table, {
    ...query,
    FilterExpression: '#status = :planned',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':planned': 'planned' },
  });
  return planned
    .map((item) => readItem(outboundTextSchema, item))
    .filter(({ kind }) => (revokes?.which === 'coaching' ? kind === 'coaching' : kind !== 'safety'));
};

const transact = async (
  { client }: DynamoTable,
  { member }: Decision,
  own: readonly Write[],
  revocations: readonly Write[],
): Promise<Outcome> => {
  const writes = [...own, ...revocations];
  if (writes.length > MOST_WRITES)
    throw new DecisionTooLargeError(member.memberId, writes.length, MOST_WRITES);
  try {
    await client.send(new TransactWriteCommand({ TransactItems: writes }));
    return 'committed';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const failed = (error.CancellationReasons ?? []).map(codeOf);
    if (failed.length === 0 || failed.some((code) => code !== undefined && !OVERTAKEN.has(code))) throw error;
    return failed.slice(0, own.length).some(Boolean) ? 'overtaken' : 'revocation_overtaken';
  }
};

const codeOf = ({ Code }: CancellationReason): string | undefined => (Code === 'None' ? undefined : Code);
