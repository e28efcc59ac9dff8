import type { Language } from '../../functions/domain/flags.ts';

export type OptOutMode = 'advanced' | 'default';
type OptOutAction = 'stop' | 'start' | 'help';
/** The carrier's own answers; with Advanced Opt-Out they are configured at the carrier, by language. */
export type OptOutReplies = Readonly<Record<OptOutAction, Readonly<Record<Language, string>>>>;
export type OptOutWord = { readonly action: OptOutAction; readonly language: Language };

const words = (list: string, action: OptOutAction, language: Language) =>
  list.split(' ').map((word): [string, OptOutWord] => [word, { action, language }]);

const ENGLISH = [
  ...words('STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT', 'stop', 'en'),
  ...words('START UNSTOP', 'start', 'en'),
  ...words('HELP INFO', 'help', 'en'),
];
const SPANISH = [...words('BAJA ALTO PARAR', 'stop', 'es'), ...words('AYUDA', 'help', 'es')];

// YES is left out of the advanced list on purpose: members answer our questions with it
const KEYWORDS: Readonly<Record<OptOutMode, ReadonlyMap<string, OptOutWord>>> = {
  advanced: new Map([...ENGLISH, ...SPANISH]),
  default: new Map([...ENGLISH, ...words('YES', 'start', 'en')]),
};

/** What the carrier itself reads: one keyword that is the whole text, in any case. "STOP PLEASE" is none. */
export const readOptOutWord = (body: string, mode: OptOutMode): OptOutWord | undefined =>
  KEYWORDS[mode].get(body.trim().toUpperCase());

const fixed = (text: string) => ({ en: text, es: text });

/** What Twilio answers when Advanced Opt-Out is off; not configurable. */
export const DEFAULT_REPLIES: OptOutReplies = {
  stop: fixed(
    'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  ),
  start: fixed(
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  ),
  help: fixed('Reply STOP to unsubscribe. Msg&Data Rates May Apply.'),
};
