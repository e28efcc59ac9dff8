import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { EscalationView } from '../../functions/use-cases/record/escalation-schema.ts';
import type { ConversationText, EnrollmentRecord } from '../../functions/use-cases/record/record-schema.ts';
import type { StaffPage } from '../../local/bus/page-board.ts';
import type { PhoneText } from '../../local/carrier/conversation.ts';
import type { JumpAnswer } from '../../local/clock/create-jump.ts';
import { type LocalRun, type LocalRunOptions, startLocalRun } from '../../local/run.ts';

type Body = Readonly<Record<string, unknown>>;

/** The local HTTP API as a person with curl has it. */
export const createApi = (url: string) => {
  const request = async <T>(path: string, body?: Body): Promise<T> => {
    const init = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${url}${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T; // the test's own expectation
  };

  const jump = async (body: Body): Promise<JumpAnswer> => {
    const answer = await request<JumpAnswer>('/local/clock', body);
    expect(answer).toMatchObject({ settled: true });
    return answer;
  };

  const texts = async (phone: string): Promise<readonly PhoneText[]> =>
    (await request<{ texts: readonly PhoneText[] }>(`/local/phones/${phone}/texts`)).texts;

  const settle = () => jump({ advance: 'PT0S' });

  const post = (phone: string, body: string) =>
    request<{ sid: string }>(`/local/phones/${phone}/texts`, { body });

  /** The member texts us, and all that follows from it has settled. Answers what came back. */
  const say = async (phone: string, body: string): Promise<readonly string[]> => {
    const before = (await texts(phone)).length;
    await post(phone, body);
    await settle();
    return bodiesOf((await texts(phone)).slice(before).filter(({ direction }) => direction === 'out'));
  };

  const memberIdOf = async (phone: string): Promise<string> => {
    const { phones } = await request<{ phones: { phone: string; memberId: string }[] }>('/local/phones');
    const memberId = phones.find((each) => each.phone === phone)?.memberId;
    if (memberId === undefined) throw new Error('nobody has this phone');
    return memberId;
  };

  const escalations = async (): Promise<readonly EscalationView[]> =>
    (await request<{ escalations: readonly EscalationView[] }>('/local/escalations')).escalations;

  return {
    request,
    jump,
    settle,
    texts,
    post,
    say,
    memberIdOf,
    escalations,
    record: async (phone: string) =>
      request<EnrollmentRecord>(`/local/enrollments/${await memberIdOf(phone)}`),
    escalationOf: async (phone: string): Promise<EscalationView> => {
      const memberId = await memberIdOf(phone);
      const found = (await escalations()).find((each) => each.memberId === memberId);
      if (!found) throw new Error('no open escalation');
      return found;
    },
    act: (escalationId: string, act: 'acknowledge' | 'contact' | 'release', fields: Body = {}) =>
      request(`/local/escalations/${encodeURIComponent(escalationId)}/${act}`, {
        by: 'Ana Ruiz',
        note: 'from the test',
        ...fields,
      }),
    pagesOf: async (phone: string): Promise<readonly StaffPage[]> => {
      const memberId = await memberIdOf(phone);
      const { pages } = await request<{ pages: readonly StaffPage[] }>('/local/pages');
      return pages.filter((page) => page.memberId === memberId);
    },
    fail: (...next: string[]) => request('/local/carrier/faults', { next }),
    /** The joining conversation of several phones side by side; `track` is what each answers to the last question. */
    join: async (tracks: Readonly<Record<string, string>>) => {
      for (const answer of ['BACK', 'YES', 'NO', 'NO', 'NO', 'TRACK']) {
        const all = Object.entries(tracks);
        await Promise.all(all.map(([phone, track]) => post(phone, answer === 'TRACK' ? track : answer)));
        await settle();
      }
    },
  };
};
export type Api = ReturnType<typeof createApi>;

/** A local run of its own, without pages, and its API. */
export const openRun = async (
  options: Partial<LocalRunOptions> = {},
): Promise<Api & { readonly run: LocalRun }> => {
  const run = await startLocalRun({ port: 0, ...options });
  return { ...createApi(run.url), run };
};

export const bodiesOf = (texts: readonly { readonly body: string }[]): readonly string[] =>
  texts.map(({ body }) => body);

/** A text that was claimed, or of unknown outcome, may be with the carrier: nobody has heard that it took it. */
const wentOut = (text: ConversationText): boolean =>
  text.isSent && text.status !== 'unknown' && text.status !== 'claimed';

/** The record's coaching texts that went out, in their order. */
export const coachingOf = ({ conversation }: EnrollmentRecord) =>
  conversation.filter((text) => text.kind === 'coaching' && wentOut(text));

const zoned = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);
export const localDate = (at: string, zone: string): string => zoned(at, zone).toPlainDate().toString();
export const wallTime = (at: string, zone: string): string =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** What the record says was sent, and what the phone shows: the same texts, each as often. */
export const expectRecordToAgree = (record: EnrollmentRecord, texts: readonly PhoneText[]): void => {
  const of = (direction: 'in' | 'out', list: readonly { direction: string; body: string }[]) =>
    bodiesOf(list.filter((each) => each.direction === direction)).toSorted();
  const sent = record.conversation.filter((text) => text.direction === 'in' || wentOut(text));
  expect(of('in', sent)).toEqual(of('in', texts));
  expect(of('out', sent)).toEqual(of('out', texts));
};

export const CARE_LINES = ['612-339-3663', '800-551-0859', 'TTY 952-883-5474'];
