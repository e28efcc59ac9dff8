import { decide } from '../../functions/domain/decide.ts';
import type { Aggregate, Decision, DomainEvent, Message, StaffAct } from '../../functions/domain/decision.ts';
import { nextTextAt } from '../../functions/domain/due.ts';
import {
  memberIdSchema,
  messageSidSchema,
  phoneKeySchema,
  phoneNumberSchema,
} from '../../functions/domain/ids.ts';
import type { Program } from '../../functions/domain/program/program.ts';
import type { InboundText } from '../../functions/domain/texts/inbound-text.ts';
import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { addMinutes, type Instant, latest, toInstant } from '../../functions/domain/time.ts';
import { testProgram } from '../fixtures/program.ts';

type Incoming = Partial<Pick<InboundText, 'mediaCount' | 'optOutType'>>;
type Unnamed<T> = T extends StaffAct ? Omit<T, 'actId' | 'by' | 'note' | 'escalationId'> : never;

/** One member's life under `decide` alone: no table, no queue, a clock that the test moves. */
export const createWorld = (
  options: { readonly startAt?: string; readonly phone?: string; readonly program?: Program } = {},
) => {
  const program = options.program ?? testProgram;
  const phone = phoneNumberSchema.parse(options.phone ?? '+16125550123');
  let now = toInstant(options.startAt ?? '2027-01-11T15:00:00Z');
  let aggregate: Aggregate | undefined;
  let count = 0;
  const decisions: Decision[] = [];
  const texts: OutboundText[] = [];
  const skipped: OutboundText[] = [];
  const events: DomainEvent[] = [];

  const apply = (message: Message): Decision => {
    const newMemberId = memberIdSchema.parse(`mem_${String(count).padStart(8, '0')}`);
    const decision = decide(program, aggregate, message, { now, newMemberId });
    const escalation = decision.escalation ?? aggregate?.escalation;
    const isHeld = escalation !== undefined && decision.member.hold === escalation.escalationId;
    const member = { ...decision.member, version: decision.member.version + 1 };
    aggregate = isHeld ? { member, escalation } : { member };
    decisions.push(decision);
    if (decision.text) texts.push(decision.text);
    skipped.push(...decision.skipped);
    events.push(...decision.events);
    return decision;
  };

  const text = (body: string, more: Incoming = {}): Decision => {
    count += 1;
    const inbound: InboundText = {
      sid: messageSidSchema.parse(`SM${String(count).padStart(32, '0')}`),
      phoneKey: phoneKeySchema.parse('k'.repeat(24)),
      from: phone,
      body,
      mediaCount: 0,
      receivedAt: now,
      status: 'undecided',
      failures: 0,
      ...more,
    };
    return apply({ kind: 'text', inbound });
  };

  /** Runs the timer up to an instant, each time at the moment that it asks for. */
  const goTo = (until: Instant): void => {
    for (let ticks = 0; ticks < 3000; ticks += 1) {
      const due = decisions.at(-1)?.due;
      if (due === undefined || due.at > until) break;
      now = latest(now, due.at);
      apply({ kind: 'tick' });
    }
    now = latest(now, until);
  };

  const staff = (act: Unnamed<StaffAct>, by = 'Pat Lee, RN'): Decision => {
    count += 1;
    const escalationId = aggregate?.escalation?.escalationId;
    const named = {
      ...act,
      actId: `act.${count}`,
      by,
      note: 'noted',
      ...(escalationId ? { escalationId } : {}),
    };
    return apply({ kind: 'staff', act: named as StaffAct }); // completed above
  };

  return {
    program,
    text,
    staff,
    apply,
    goTo,
    pass: (minutes: number) => goTo(addMinutes(now, minutes)),
    /** To the next text that the timer sends; false when none will come. */
    nextText: (): boolean => {
      const sent = texts.length;
      for (let ticks = 0; ticks < 200 && texts.length === sent; ticks += 1) {
        const due = decisions.at(-1)?.due;
        if (due === undefined || aggregate === undefined) return false;
        if (nextTextAt(program, aggregate, now) === undefined) return false;
        goTo(latest(now, due.at));
      }
      return texts.length > sent;
    },
    /** Time passes and nothing runs. */
    outage: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    join: (track = '1') => {
      for (const body of ['BACK', 'yes', 'no', 'no', 'no', track]) {
        text(body);
        goTo(addMinutes(now, 1));
      }
    },
    get now() {
      return now;
    },
    get member() {
      if (aggregate === undefined) throw new Error('nobody has texted yet');
      return aggregate.member;
    },
    get escalation() {
      return aggregate?.escalation;
    },
    get last() {
      return texts.at(-1);
    },
    texts,
    skipped,
    events,
    decisions,
    keys: () => texts.map(({ key }) => key),
    pages: () => events.filter(({ type }) => type === 'StaffPaged.v1'),
  };
};
export type World = ReturnType<typeof createWorld>;
