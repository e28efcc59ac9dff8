import { createHashPhone } from '../functions/runtime/phone-key.ts';
import { PHONE_KEY } from './settings.ts';

/** The program's own name for a number, under the key of every local run. */
export const hashPhone = createHashPhone(PHONE_KEY);
