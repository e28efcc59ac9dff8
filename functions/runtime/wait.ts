import { setTimeout } from 'node:timers/promises';

/** Waits so long, up to a fifth longer: functions that were throttled together should not come back together. */
export const wait = async (milliseconds: number): Promise<void> => {
  await setTimeout(milliseconds * (1 + Math.random() / 5));
};
