import { paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TABLE_DEFINITION } from '../../functions/adapters/dynamodb/table-definition.ts';
import { TABLE_NAME } from '../../local/settings.ts';
import { openRun } from './open-run.ts';

/** A word that nothing but this member's texts has. */
const WORD = 'xylophone';
const PHONE = '+16125550171';
const NUMBER = /612.?555.?0171/;

let api: Awaited<ReturnType<typeof openRun>>;
beforeAll(async () => {
  api = await openRun();
  await api.join({ [PHONE]: '1' });
  await api.jump({ advance: 'P2D' });
  for (const said of [`my ${WORD} hurts`, `is a ${WORD} good for it?`, `cant feel my inner thighs, ${WORD}`])
    await api.say(PHONE, said);
  await api.act((await api.escalationOf(PHONE)).escalationId, 'acknowledge', { note: `the ${WORD} note` });
  await api.fail('500');
  await api.say(PHONE, `stop texting me about the ${WORD}`);
  await api.jump({ advance: 'PT2H' });
});
afterAll(() => api?.run.close());

const expectClean = (lines: readonly string[], least: number): void => {
  expect(lines.length).toBeGreaterThan(least); // there is something to find it in
  expect(lines.filter((line) => NUMBER.test(line) || line.includes(WORD))).toEqual([]);
};

it('is not in the logs', () => expectClean(api.run.logs(), 100));

it('is not in the queues', () => expectClean(api.run.queueMessages(), 10));

it('is not in the pages to staff', () =>
  expectClean(
    api.run.pages.list().map((page) => JSON.stringify(page)),
    1,
  ));

it('is not in any key of the table or of its indexes', async () => {
  const { partitionKey, sortKey, indexes } = TABLE_DEFINITION;
  const names = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  const keys: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: api.run.dynamodb }, { TableName: TABLE_NAME }))
    for (const item of Items) keys.push(names.map((name) => item[name]?.S ?? '').join(' '));
  expectClean(keys, 20);
});

it('is where it belongs: on the phone and in the record', async () => {
  expect(JSON.stringify(await api.texts(PHONE))).toContain(WORD);
  expect(JSON.stringify(await api.record(PHONE))).toContain(WORD);
});
