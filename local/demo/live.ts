import { createMemoryClock } from '../../functions/adapters/memory/clock.ts';
import { createMemoryInboxRepository } from '../../functions/adapters/memory/inbox-repository.ts';
import { createMemoryMemberRepository } from '../../functions/adapters/memory/member-repository.ts';
import { createMemoryTable, type MemoryTable } from '../../functions/adapters/memory/table.ts';
import { createMemoryTextRepository } from '../../functions/adapters/memory/text-repository.ts';
import { decide } from '../../functions/domain/decide.ts';
import type { Decision, Message } from '../../functions/domain/decision.ts';
import { causeSchema, memberIdSchema, messageSidSchema, type PhoneKey } from '../../functions/domain/ids.ts';
import type { Program } from '../../functions/domain/program/program.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { addMinutes, type Instant } from '../../functions/domain/time.ts';
import { createDecideAndCommit } from '../../functions/use-cases/decide-and-commit.ts';
import { newText } from '../carrier/new-text.ts';
import type { StoredText } from '../carrier/stored-text.ts';
import { LOCAL_CARRIER } from '../settings.ts';
import type { DeedAct } from './deed.ts';
import type { Random } from './random.ts';

/** One member's life so far: what the table holds of it, and what the carrier carried. */
export type Life = {
  readonly table: MemoryTable;
  readonly carried: StoredText[];
  readonly nextDueAt: () => Instant | undefined;
  /** The member texts the program; answers what came back. */
  readonly say: (at: Instant, body: string) => Promise<OutboundText | undefined>;
  readonly tick: (at: Instant) => Promise<OutboundText | undefined>;
  readonly act: (at: Instant, deed: DeedAct, actId: string) => Promise<OutboundText | undefined>;
};

type Deps = {
  readonly program: Program;
  readonly phone: OutboundText['to'];
  readonly phoneKey: PhoneKey;
  readonly random: Random;
};

const { sender, messagingServiceSid: serviceSid } = LOCAL_CARRIER;

/** Lives one member's weeks with the real decisions, in memory; the carrier delivers everything at once. */
export const startLife = ({ program, phone, phoneKey, random }: Deps): Life => {
  const table = createMemoryTable();
  const clock = createMemoryClock('2000-01-01T00:00:00.000Z');
  const inbox = createMemoryInboxRepository(table);
  const texts = createMemoryTextRepository(table);
  const carried: StoredText[] = [];
  const ids = { newMemberId: () => memberIdSchema.parse(`mem_${random.hex(24)}`) };
  const members = createMemoryMemberRepository(table);
  const decideAndCommit = createDecideAndCommit({ members, decide, program, clock, ids });
  const who = { kind: 'phone', phoneKey } as const;

  const deliver = async (text: OutboundText): Promise<void> => {
    const now = clock.now();
    const wording = { from: sender, to: phone, body: text.body, serviceSid, now };
    const stored = newText({ ...wording, direction: 'outbound-api', status: 'delivered' });
    carried.push({ ...stored, sentAt: now });
    await texts.claim(text.textId, 'planned', now);
    await texts.advance(text.textId, {
      status: 'delivered',
      at: now,
      sid: messageSidSchema.parse(stored.sid),
    });
    if (text.kind === 'safety')
      await decideOn({ kind: 'delivery', textId: text.textId, status: 'delivered' });
  };

  const decideOn = async (message: Message): Promise<Decision | undefined> => {
    const decision = await decideAndCommit(who, message);
    if (decision?.text) await deliver(decision.text);
    return decision;
  };

  const only = () => [...table.members.values()][0];

  return {
    table,
    carried,
    nextDueAt: () => only()?.due?.at,
    say: async (at, body) => {
      clock.set(at);
      const stored = newText({
        direction: 'inbound',
        from: phone,
        to: sender,
        body,
        serviceSid,
        status: 'received',
        now: at,
      });
      carried.push(stored);
      const sid = messageSidSchema.parse(stored.sid);
      const inbound = { sid, phoneKey, from: phone, body, mediaCount: 0, receivedAt: at, failures: 0 };
      await inbox.store({ ...inbound, status: 'undecided' });
      return (await decideOn({ kind: 'text', inbound: { ...inbound, status: 'undecided' } }))?.text;
    },
    tick: async (at) => {
      clock.set(at);
      return (await decideOn({ kind: 'tick' }))?.text;
    },
    act: async (at, deed, actId) => {
      clock.set(at);
      const escalationId = only()?.member.hold;
      if (escalationId === undefined) return undefined;
      const act = { ...deed, escalationId, actId: causeSchema.parse(actId) };
      return (await decideOn({ kind: 'staff', act }))?.text;
    },
  };
};

/** A little later, as people answer. */
export const someTimeAfter = (at: Instant, random: Random): Instant => addMinutes(at, random.between(4, 240));
