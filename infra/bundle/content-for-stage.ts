import { fileURLToPath } from 'node:url';
import { loadAllContent } from '../../functions/adapters/content/compile-content.ts';
import { readCompiledContent } from '../../functions/adapters/content/compiled-content.ts';
import type { Stage } from '../stages/stage-schema.ts';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

/**
 * The program's content as one JSON text, with what a stage decides in place of what stands in the files: keywords,
 * send window, staffed hours and ladders. Checked again as a whole.
 */
export const contentForStage = (stage: Pick<Stage, 'program' | 'sendWindow' | 'staff'>): string => {
  const { content, ...rest } = loadAllContent(CONTENT);
  const { hours, ladderMinutes } = stage.staff;
  const compiled = {
    ...rest,
    content: {
      ...content,
      keywords: stage.program.keywords,
      hours: { ...content.hours, windowFrom: stage.sendWindow.from, windowTo: stage.sendWindow.to },
      staffing: { ...content.staffing, ...hours, ladderMinutes },
    },
  };
  const json = JSON.stringify(compiled);
  readCompiledContent(json); // throws when a stage's value does not fit
  return json;
};
