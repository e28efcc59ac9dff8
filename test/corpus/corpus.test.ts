import { describe, expect, it } from 'vitest';
import { createReadWant } from '../../functions/domain/conversation/read-want.ts';
import { createReadReply } from '../../functions/domain/triage/read-reply.ts';
import { labelledIntents, labelledReplies, unseenReplies } from './corpus.ts';
import { loadLanguages } from './load-languages.ts';
import { measureReplies, measureWants } from './measure-corpus.ts';

const languages = loadLanguages();
const readReply = createReadReply(languages);
const readWant = createReadWant(languages, ['BACK', 'ESPALDA']);

/** Just below what was measured (docs/triage.md); raise them when the reading gets better, never lower them. */
const FLOORS = {
  en: { escalated: 0.98, falseEscalations: 0.01, flag: 0.9, wants: 0.98, values: 0.97, optOuts: 1 },
  es: { escalated: 0.98, falseEscalations: 0.01, flag: 0.9, wants: 0.98, values: 0.97, optOuts: 1 },
} as const;

describe.each(['en', 'es'] as const)('the labelled replies in %s', (language) => {
  const floor = FLOORS[language];
  const replies = measureReplies(labelledReplies(), readReply, language);
  const wants = measureWants(labelledIntents(), readWant, language);

  it('escalates what reports a flag', () => {
    expect(replies.reported.of).toBeGreaterThan(40);
    expect(replies.reported.escalated / replies.reported.of).toBeGreaterThanOrEqual(floor.escalated);
  });
  it.each(replies.byFlag)('hears $flag', ({ of, escalated, checked }) => {
    expect((escalated + checked) / of).toBeGreaterThanOrEqual(floor.flag);
  });
  it('leaves alone what reports none', () => {
    const { of, escalated, checked } = replies.innocent;
    expect((escalated + checked) / of).toBeLessThanOrEqual(floor.falseEscalations);
  });
  it('reads wants and their values', () => {
    expect(wants.right / wants.of).toBeGreaterThanOrEqual(floor.wants);
    expect(wants.rightValues / wants.values).toBeGreaterThanOrEqual(floor.values);
  });
  it('misses no opt-out and makes none up', () => {
    expect(wants.heardOptOuts / wants.optOuts).toBeGreaterThanOrEqual(floor.optOuts);
    expect(wants.falseOptOuts).toBe(0);
  });
});

describe('the replies that were unseen when they were first read', () => {
  const { reported, innocent, byFlag } = measureReplies(unseenReplies(), readReply, 'en');

  it.each(byFlag)('still hears $flag', ({ of, escalated, checked }) => {
    expect(of).toBeGreaterThan(15);
    expect((escalated + checked) / of).toBeGreaterThanOrEqual(0.95);
  });
  it('still leaves alone what reports none', () => {
    expect(reported.of).toBeGreaterThan(150);
    expect((innocent.escalated + innocent.checked) / innocent.of).toBeLessThanOrEqual(0.02);
  });
});
