import { createWorld, type World } from './world.ts';

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** A member of the first track who has had the text of day 1. */
export const joined = (options: Parameters<typeof createWorld>[0] = {}): World => {
  const world = createWorld(options);
  world.join();
  world.nextText();
  return world;
};

export const coachingCount = (world: World): number =>
  world.texts.filter(({ kind }) => kind === 'coaching').length;

/** The last text is known to be delivered. */
export const arrived = (world: World): void => {
  if (world.last) world.apply({ kind: 'delivery', textId: world.last.textId, status: 'delivered' });
};

export const pagesFor = (world: World) => world.pages().map(({ detail }) => detail.why);
