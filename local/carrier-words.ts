import { compose } from '../functions/domain/program/compose.ts';
import type { Program } from '../functions/domain/program/program.ts';
import type { OptOutReplies } from './carrier/opt-out-words.ts';

/** START only reopens the channel; the keyword joins again. */
const START = {
  en: 'Limber: this number can get texts again. To join, text BACK. Msg & data rates may apply. HELP for help, STOP to end.',
  es: 'Limber: este número puede recibir textos otra vez. Para unirse, mande ESPALDA. Pueden aplicar cargos. AYUDA: info. BAJA: terminar.',
} as const;

/** The answers that are set up at the carrier itself, from the same wording as ours. */
export const carrierWords = (program: Pick<Program, 'content' | 'words'>): OptOutReplies => ({
  stop: { en: compose(program, 'stopped', 'en'), es: compose(program, 'stopped', 'es') },
  help: { en: compose(program, 'help', 'en'), es: compose(program, 'help', 'es') },
  start: START,
});
