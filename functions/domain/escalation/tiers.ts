import type { Flag } from '../flags.ts';
import type { ReplyKey, Urgency } from '../program/program.ts';
import { TIERS, type Tier } from './escalation.ts';

const TIER_OF_FLAG = {
  emergency: 'S0',
  crisis: 'SC',
  bladder_bowel: 'S1',
  numbness: 'S1',
  leg_weakness: 'S1',
  fever: 'S2',
  weight_loss: 'S3',
  night_pain: 'S3',
} as const satisfies Record<Flag, Tier>;

const strength = (tier: Tier): number => TIERS.indexOf(tier);

export const strongest = (first: Tier, ...rest: readonly Tier[]): Tier =>
  rest.reduce((most, tier) => (strength(tier) < strength(most) ? tier : most), first);

/** The tier of what is reported; the strongest wins (CLINICAL, "Urgency"). No flag known: as serious as fever. */
export const tierOf = (flags: readonly Flag[], isOverdose: boolean): Tier => {
  const tiers = flags.map((flag): Tier => TIER_OF_FLAG[flag]);
  const [first, ...rest] = isOverdose ? (['SP', ...tiers] as const) : tiers;
  return first === undefined ? 'S2' : strongest(first, ...rest);
};

/** Fever alone can wait for the day; with any other flag it cannot. */
export const urgencyOf = (tier: Tier, flags: readonly Flag[]): Urgency => {
  if (tier === 'S3') return 'today';
  return tier === 'S2' && flags.length <= 1 && flags[0] === 'fever' ? 'today' : 'now';
};

const SAFETY_TEXT = { SP: 'sp', S0: 's0', SC: 'sc', S1: 's1', S2: 's2', S3: 's3' } as const;
const CRISIS_TIERS: readonly Tier[] = ['SC', 'SP'];
const needsDoctorOnly = (tier: Tier): boolean => tier === 'S2' || tier === 'S3';

/** One text honors an opt-out and answers the flag (XF, XC). */
const optOutText = (tier: Tier): ReplyKey => {
  if (tier === 'SC') return 'xc';
  return needsDoctorOnly(tier) ? 'xf_doctor' : 'xf';
};

/**
 * The whole safety text for a report, given what is open already: a weaker bodily sign never gets a weaker answer than
 * the stronger one that is still open; a crisis and a bodily sign are each answered for themselves.
 */
export const safetyTextFor = (
  reported: Tier,
  open: Tier | undefined,
  options: { readonly isOptedOut: boolean; readonly isScreen: boolean },
): { readonly key: ReplyKey; readonly tier: Tier } => {
  const isSameKind = open !== undefined && CRISIS_TIERS.includes(open) === CRISIS_TIERS.includes(reported);
  const tier = isSameKind ? strongest(reported, open) : reported;
  if (options.isOptedOut) return { key: optOutText(tier), tier };
  if (tier === 'S2' && options.isScreen) return { key: 's2_screen', tier };
  return { key: SAFETY_TEXT[tier], tier };
};

/** After these the program starts again a week back (CLINICAL, "Urgency", last column). */
export const goesAWeekBack = (tier: Tier): boolean => tier === 'S0' || tier === 'SP' || tier === 'S1';
