const START = ['BACK', 'ESPALDA', 'HELP'];
const DAILY = ['DONE', 'TIME 7PM', 'PAUSE 3', 'NURSE', 'STOP'];
const SPANISH_DAILY = ['LISTO', 'HORA 7PM', 'PAUSA 3', 'AYUDA', 'BAJA'];
const FLAG = 'cant feel my inner thighs';

const RULES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\breply 1, 2 or 3|responda 1, 2 o 3/i, ['1', '2', '3']],
  [/\b5-digit ZIP|su ZIP/i, ['55425', '10001']],
  [/0 to 10|0 a 10|0-10/i, ['3', '5', '8']],
  [/\breply YES\b|\bYES or NO\b/i, ['YES', 'NO']],
  [/\bSI o NO\b|diga SI\b/i, ['SI', 'NO']],
];

/** Answers that fit the last text: what somebody who tries the program would type next. */
export const quickReplies = (lastFromUs: string | undefined): readonly string[] => {
  if (lastFromUs === undefined) return START;
  for (const [pattern, replies] of RULES) if (pattern.test(lastFromUs)) return [...replies, FLAG];
  const isSpanish = /[¿ñ]|\b(su|sus|los|para)\b/i.test(lastFromUs);
  return [...(isSpanish ? SPANISH_DAILY : DAILY), FLAG];
};
