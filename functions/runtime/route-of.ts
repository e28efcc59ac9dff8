import { FUNCTIONS } from '../what-runs.ts';

/** The path under which a function is called; throws for one that has none. */
export const routeOf = (name: string): string => {
  const triggers = FUNCTIONS.find((entry) => entry.name === name)?.triggers ?? [];
  const [path] = triggers.flatMap((trigger) => (trigger.kind === 'route' ? [trigger.path] : []));
  if (!path) throw new Error(`functions/what-runs.ts has no route of ${name}`);
  return path;
};
