import type { OutboundText } from '../../functions/domain/texts/outbound-text.ts';
import { addMinutes, type Instant, minutesBetween } from '../../functions/domain/time.ts';
import type { Deed } from './deed.ts';
import { type Life, someTimeAfter } from './live.ts';
import type { Persona } from './persona.ts';

const MINUTES_A_WEEK = 7 * 24 * 60;
const ANSWERS = [
  'DONE',
  'done',
  'Did it, felt good',
  'did all 3',
  'DONE, a bit stiff today',
  'thanks!',
] as const;
const NOTHING_NEW = ['No', 'nothing new', 'no, all good'] as const;
/** Nobody lives more moments than these; a fault of ours must not make a start endless. */
const MOST_MOMENTS = 2000;

const score = ({ pain, random }: Persona, startAt: Instant, at: Instant): string => {
  const weeks = minutesBetween(startAt, at) / MINUTES_A_WEEK;
  const value = pain.first + pain.aWeek * weeks + random.between(-5, 5) / 10;
  return String(Math.min(7, Math.max(0, Math.round(value)))); // from 8 on it would be a story of its own
};

/** What the member answers to a text of ours, if anything. */
const answerTo = (persona: Persona, startAt: Instant, text: OutboundText | undefined): Deed | undefined => {
  const { random, answers } = persona;
  if (text === undefined) return undefined;
  const at = someTimeAfter(text.plannedAt, random);
  if (text.key === 'r1') return { kind: 'say', at, body: 'NO' };
  if (/^f[12]/.test(text.key))
    return { kind: 'say', at: addMinutes(text.plannedAt, random.between(5, 45)), body: 'YES' };
  if (text.key === 'j6') return random.next() < 0.3 ? { kind: 'say', at, body: '55425' } : undefined;
  if (text.kind !== 'coaching' || random.next() > answers) return undefined;
  const isScore = /0 (to|a) 10/.test(text.body);
  if (isScore) return { kind: 'say', at, body: score(persona, startAt, at) };
  const isWeekly = /^(Weekly check|Control semanal)/.test(text.body);
  return { kind: 'say', at, body: random.pick(isWeekly ? NOTHING_NEW : ANSWERS) };
};

const byTime = (a: Deed, b: Deed): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Lives a made-up member's days up to now: what they do, what comes due, and what they answer, in the order of time. */
export const liveUntil = async (now: Instant, persona: Persona, life: Life): Promise<void> => {
  const coming = [...persona.deeds].sort(byTime);
  const startAt = coming[0]?.at ?? now;

  const perform = async (deed: Deed): Promise<OutboundText | undefined> =>
    deed.kind === 'say'
      ? life.say(deed.at, deed.body)
      : life.act(deed.at, deed.act, `demo.${deed.act.kind}.${deed.at.replaceAll(':', '')}`);

  for (let moments = 0; moments < MOST_MOMENTS; moments += 1) {
    const [deed] = coming;
    const dueAt = life.nextDueAt();
    const isDeedNext = deed !== undefined && (dueAt === undefined || deed.at <= dueAt);
    const at = isDeedNext ? deed.at : dueAt;
    if (at === undefined || at > now) return;
    if (isDeedNext) coming.shift();
    const text = isDeedNext ? await perform(deed) : await life.tick(at);
    const answer = answerTo(persona, startAt, text);
    if (answer) coming.push(answer);
    coming.sort(byTime);
  }
};
