import { describe, expect, it } from 'vitest';
import { readStage } from '../../infra/stages/read-stage.ts';
import { StageError } from '../../infra/stages/stage-error.ts';
import { STAGES } from '../../infra/stages.ts';

const messageOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof StageError) return error.message;
    throw error;
  }
  return 'no error';
};

const withDev = (changes: Record<string, unknown>) => ({ ...STAGES, dev: { ...STAGES.dev, ...changes } });

describe('readStage', () => {
  it.each(['dev', 'prod'])('reads %s as it stands in the file', (name) => {
    expect(readStage(name)).toMatchObject({ name, region: 'us-east-1' });
  });

  it('names the stages there are when it is asked for another', () => {
    expect(messageOf(() => readStage('production'))).toBe(
      'infra/stages.ts: no stage "production"; use one of dev, prod',
    );
  });

  it.each([
    [{ account: '123' }, 'dev.account must be the 12 digits of an AWS account'],
    [{ publicHostName: 'lim_ber.example.org' }, 'dev.publicHostName must be a host name'],
    [{ staff: undefined }, 'dev.staff '],
    [
      { staff: { ...STAGES.dev.staff, lastRungTelephone: '555' } },
      'dev.staff.lastRungTelephone must be a telephone',
    ],
    [
      { staff: { ...STAGES.dev.staff, rungs: [STAGES.dev.staff.rungs[0]] } },
      'dev.staff.rungs must have two rungs',
    ],
    [{ retention: { logDays: 30, backupDays: 7 } }, 'dev.retention.backupDays must be 35 days or more'],
    [{ sendWindow: { from: '8 am', to: '20:00' } }, 'dev.sendWindow.from must be a wall time like 08:00'],
    [{ sendWindow: { from: '20:00', to: '08:00' } }, 'dev.sendWindow.to must be later'],
  ])('stops at a wrong or missing value with one line that names it: %o', (changes, message) => {
    const said = messageOf(() => readStage('dev', withDev(changes)));
    expect(said).toContain(`infra/stages.ts: ${message}`);
    expect(said.split('\n')).toHaveLength(1);
  });

  it('lets as many members in as the day of the carrier lets segments through, and not one more', () => {
    const carrier = { segmentsPerSecond: 3, segmentsPerDay: 2_000 }; // four fifths are 1,600 segments, 800 members
    expect(readStage('dev', withDev({ carrier, expectedMembers: 800 })).expectedMembers).toBe(800);
    expect(messageOf(() => readStage('dev', withDev({ carrier, expectedMembers: 801 })))).toBe(
      "infra/stages.ts: dev.expectedMembers 801 need 1602 segments a day, the window at the carrier's rate lets 1600 through",
    );
  });

  it('counts the send window when it is the narrower of the two', () => {
    const carrier = { segmentsPerSecond: 1, segmentsPerDay: 1_000_000 };
    const sendWindow = { from: '10:00', to: '11:00' }; // 3,600 segments, of which 2,880, 1,440 members
    expect(readStage('dev', withDev({ carrier, sendWindow, expectedMembers: 1_440 })).name).toBe('dev');
    expect(
      messageOf(() => readStage('dev', withDev({ carrier, sendWindow, expectedMembers: 1_441 }))),
    ).toContain('lets 2880 through');
  });
});
