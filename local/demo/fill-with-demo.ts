import { setImmediate as breathe } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DomainEvent } from '../../functions/domain/decision.ts';
import type { Program } from '../../functions/domain/program/program.ts';
import type { Instant } from '../../functions/domain/time.ts';
import type { HashPhone } from '../../functions/ports.ts';
import type { PageBoard } from '../bus/page-board.ts';
import type { StoredText } from '../carrier/stored-text.ts';
import { fillTable } from './fill-table.ts';
import { type Life, startLife } from './live.ts';
import { liveUntil } from './live-until.ts';
import { makePersona } from './persona.ts';

export const DEMO_MEMBERS = 200;
/** Living them takes about as long as writing them down. */
const LIVING = 0.6;

type Deps = {
  readonly program: Program;
  readonly dynamodb: DynamoDBClient;
  readonly hashPhone: HashPhone;
  readonly pages: PageBoard;
  readonly now: Instant;
  /** How far it is, from 0 to 1. */
  readonly onPart: (done: number) => void;
};

const showPages = (pages: PageBoard, lives: readonly Life[]): void => {
  const paged = lives
    .flatMap(({ table }) => [...table.events.values()])
    .filter(({ type }) => type === 'StaffPaged.v1')
    .sort((a: DomainEvent, b: DomainEvent) => (a.at < b.at ? -1 : 1));
  for (const { type, at, memberId, cause, detail } of paged)
    pages.take({ source: 'coaching.staff', detailType: type, detail: { ...detail, memberId, at, cause } });
};

/**
 * Fills an empty table with made-up members who have lived their weeks by the program's own decisions, each alone and
 * in memory: through the queues it would take minutes. Answers what the carrier carried for them.
 */
export const fillWithDemo = async (deps: Deps): Promise<readonly StoredText[]> => {
  const { program, dynamodb, hashPhone, pages, now, onPart } = deps;
  const lives: Life[] = [];
  for (let index = 0; index < DEMO_MEMBERS; index += 1) {
    const persona = makePersona(index, now);
    const { phone, random } = persona;
    const life = startLife({ program, phone, phoneKey: hashPhone(phone), random });
    await liveUntil(now, persona, life);
    lives.push(life);
    onPart((LIVING * (index + 1)) / DEMO_MEMBERS);
    await breathe(); // Ctrl-C is heard meanwhile
  }
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const tables = lives.map(({ table }) => table);
  await fillTable(client, tables, (done) => onPart(LIVING + (1 - LIVING) * done));
  showPages(pages, lives);
  return lives.flatMap(({ carried }) => carried).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
};
