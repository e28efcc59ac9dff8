import { STAGES } from '../stages.ts';
import { checkPace } from './check-pace.ts';
import { StageError } from './stage-error.ts';
import { STAGE_NAMES, type Stage, type StageName, stageSchema } from './stage-schema.ts';

const isStageName = (name: string): name is StageName => STAGE_NAMES.some((known) => known === name);

/** The stage of that name, checked whole; the first value that is wrong or missing ends the synth. */
export const readStage = (name: string, stages: Readonly<Record<string, unknown>> = STAGES): Stage => {
  if (!isStageName(name)) {
    throw new StageError(`infra/stages.ts: no stage "${name}"; use one of ${STAGE_NAMES.join(', ')}`);
  }
  const read = stageSchema.safeParse(stages[name]);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = [name, ...(issue?.path ?? [])].map(String).join('.');
    throw new StageError(`infra/stages.ts: ${path} ${issue?.message ?? 'is wrong'}`);
  }
  const stage = { ...read.data, name };
  checkPace(stage);
  return stage;
};
