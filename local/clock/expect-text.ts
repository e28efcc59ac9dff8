import { nextTextAt } from '../../functions/domain/due.ts';
import { phoneNumberSchema } from '../../functions/domain/ids.ts';
import type { Program } from '../../functions/domain/program/program.ts';
import type { Clock, HashPhone, MemberRepository, RecordReader } from '../../functions/ports.ts';
import type { ReadDue } from './read-due.ts';

type Deps = {
  readonly program: Program;
  readonly members: Pick<MemberRepository, 'findByPhone' | 'findById'>;
  readonly records: Pick<RecordReader, 'listMembers'>;
  readonly hashPhone: HashPhone;
  readonly clock: Clock;
  readonly readDue: ReadDue;
};

/** Why no text can come by itself, however long one waits; undefined when one can. */
export type WhyNoText = (phone?: string) => Promise<string | undefined>;

const PAGE = 50;

/** Looks ahead, so that nobody waits through weeks of pages to staff for a text that cannot come. */
export const createWhyNoText = (deps: Deps): WhyNoText => {
  const { program, members, records, hashPhone, clock, readDue } = deps;

  const whyNotTo = async (phone: string): Promise<string | undefined> => {
    const aggregate = await members.findByPhone(hashPhone(phoneNumberSchema.parse(phone)));
    if (!aggregate) return 'this phone has not texted the program';
    if (nextTextAt(program, aggregate, clock.now()) !== undefined) return undefined;
    const { hold, question, state, consent } = aggregate.member;
    if (hold !== undefined) return 'a red flag is open: a clinician must release the hold';
    if (consent.is === 'out') return 'this member has opted out';
    if (question !== undefined) return "the program waits for this member's answer";
    return `nothing is due to this member, who is ${state.status}`;
  };

  const whyNotToAnybody = async (): Promise<string | undefined> => {
    let after: string | undefined;
    do {
      const page = await records.listMembers(PAGE, after);
      for (const { memberId } of page.items) {
        const aggregate = await members.findById(memberId);
        if (aggregate && nextTextAt(program, aggregate, clock.now()) !== undefined) return undefined;
      }
      after = page.next;
    } while (after !== undefined);
    return 'no text is due to anybody';
  };

  return async (phone) => {
    // a text that the carrier did not take is sent again, whatever its member waits for
    if ((await readDue()).some(({ isText }) => isText)) return undefined;
    return phone === undefined ? whyNotToAnybody() : whyNotTo(phone);
  };
};
