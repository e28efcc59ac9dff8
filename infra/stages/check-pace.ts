import { StageError } from './stage-error.ts';
import type { Stage } from './stage-schema.ts';

/** The longest that a coaching text may be: content that is longer does not build. */
const SEGMENTS_PER_MEMBER_AND_DAY = 2;
/** A fifth of the carrier's rate is kept for replies and safety texts. */
const PACED_SHARE = 0.8;

const minutesOf = (wallTime: string): number => {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Refuses a stage whose members' segments of one day do not leave inside one send window at the carrier's rate. */
export const checkPace = (
  stage: Pick<Stage, 'name' | 'carrier' | 'sendWindow' | 'expectedMembers'>,
): void => {
  const { segmentsPerSecond, segmentsPerDay } = stage.carrier;
  const windowSeconds = (minutesOf(stage.sendWindow.to) - minutesOf(stage.sendWindow.from)) * 60;
  if (windowSeconds <= 0) {
    throw new StageError(`infra/stages.ts: ${stage.name}.sendWindow.to must be later than sendWindow.from`);
  }
  const needed = stage.expectedMembers * SEGMENTS_PER_MEMBER_AND_DAY;
  const possible = Math.floor(PACED_SHARE * Math.min(segmentsPerSecond * windowSeconds, segmentsPerDay));
  if (needed > possible) {
    throw new StageError(
      `infra/stages.ts: ${stage.name}.expectedMembers ${stage.expectedMembers} need ${needed} segments a day, ` +
        `the window at the carrier's rate lets ${possible} through`,
    );
  }
};
