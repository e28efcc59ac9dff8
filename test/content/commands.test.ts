import { describe, expect, it } from 'vitest';
import { compose } from '../../functions/domain/program/compose.ts';
import { REPLY_KEYS } from '../../functions/domain/program/program.ts';
import { testProgram } from '../fixtures/program.ts';

const written = (language: 'en' | 'es'): string => {
  const { replies, tracks } = testProgram.content;
  const days = Object.values(tracks).flatMap((steps) => steps.map(({ text }) => text[language] ?? ''));
  return [...REPLY_KEYS.map((key) => replies[language][key]), ...days].join('\n');
};

describe('every command that our texts name is one that the program reads', () => {
  it.each([
    ['BACK', 'join', undefined],
    ['DONE', 'done', undefined],
    ['PAUSE', 'pause', undefined],
    ['RESUME', 'resume', undefined],
    ['TIME 7PM', 'change_time', '19:00'],
    ['TIME 9AM', 'change_time', '09:00'],
    ['LESS', 'less', undefined],
    ['HELP', 'help', undefined],
    ['NURSE', 'nurse', undefined],
    ['START', 'opt_in', undefined],
    ['STOP', 'opt_out', undefined],
    ['ZIP 55425', 'change_zone', '55425'],
  ] as const)('%s', (command, intent, value) => {
    expect(written('en')).toContain(command);
    const want = testProgram.readWant(command);
    expect([want.intent, want.value]).toEqual([intent, value]);
  });

  it('answers the questions of joining as they ask to be answered', () => {
    expect(compose(testProgram, 'j2', 'en')).toContain('Reply YES or NO');
    expect(testProgram.readWant('YES').intent).toBe('yes');
    expect(testProgram.readWant('NO').intent).toBe('no');
  });

  it.each(testProgram.content.keywords.en)('%s joins', (keyword) => {
    expect(testProgram.readWant(keyword).intent).toBe('join');
    expect(testProgram.readWant(keyword.toLowerCase()).intent).toBe('join');
  });

  it.each(testProgram.content.keywords.es)('%s joins', (keyword) => {
    expect(testProgram.readWant(keyword).intent).toBe('join');
  });
});
