import type { ConsentEntry, PageWhy } from '../../domain/decision.ts';
import type { AttentionWhy, JoiningStep, MemberState } from '../../domain/enrollment/member.ts';
import type { Escalation, Tier } from '../../domain/escalation/escalation.ts';
import type { Flag } from '../../domain/flags.ts';
import type { Track } from '../../domain/program/program.ts';
import type { DeliveryErrorClass, TextStatus } from '../../domain/texts/delivery.ts';
import type { InboundText } from '../../domain/texts/inbound-text.ts';
import type { NotSentReason } from '../../domain/texts/outbound-text.ts';

/** The plain words of the record: what a nurse reads for each word of ours. One table a vocabulary, nothing else. */
export const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  weight_loss: 'weight loss',
  fever: 'fever',
  night_pain: 'pain at night or lying down',
  bladder_bowel: 'bladder or bowel trouble',
  leg_weakness: 'weak leg',
  numbness: 'numb groin or upper legs',
  crisis: 'crisis',
  emergency: 'emergency',
};

/** What the member was sent to, which is what the tier means. CLINICAL, "Urgency". */
export const TIER_TITLES: Readonly<Record<Tier, string>> = {
  SP: 'Too many pills: 911',
  S0: 'Emergency: 911',
  SC: 'Crisis: 988',
  S1: 'Emergency room now',
  S2: 'Doctor today: fever',
  S3: 'Doctor today',
};

export const SOURCE_WORDS: Readonly<Record<Escalation['source'], string>> = {
  reply: 'said in a text',
  screen: 'answered YES to a joining safety question',
  check: 'the answer to a safety question',
  check_silence: 'no answer to a safety question',
  follow_up: 'the answer to a follow-up text',
  unreadable: 'a text that the program could not read',
};

export const TOLD_WORDS: Readonly<Record<Escalation['told']['delivery'], string>> = {
  pending: 'on its way',
  delivered: 'delivered',
  not_delivered: 'NOT delivered',
  blocked: 'NOT delivered: the carrier blocks this number. Phone now',
  nothing_sent: 'nothing was sent',
};

export const FOLLOW_UP_WORDS = {
  f1: 'Asks whether they reached help',
  f2: 'Asks whether somebody checked them',
  f2_doctor: 'Asks whether a doctor checked them',
} as const;

export const CONTACT_WORDS: Readonly<Record<Escalation['contacts'][number]['outcome'], string>> = {
  reached: 'Reached the member',
  voicemail: 'Left a voicemail',
  no_answer: 'No answer',
  other: 'Other',
};

export const ATTENTION_WORDS: Readonly<Record<AttentionWhy, string>> = {
  clearance: 'Needs a nurse before any exercise',
  unclear_answer: 'An answer that the program cannot be sure of',
  nurse_wanted: 'Asked for a nurse',
  question: 'Asked something the program cannot answer',
  unreachable: 'Texts do not reach this number',
  check_answered_no: 'Said NO to a safety question: read the reply',
  screen_unanswered: 'Did not answer the safety question',
  picture: 'Sent a picture',
  zone_unknown: 'No safe hour to text: time zone unknown',
};

export const TRACK_WORDS: Readonly<Record<Track, string>> = {
  first: 'first time',
  repeat: 'comes and goes',
  persistent: 'always there',
};

export const LAPSED_WORDS: Readonly<Record<Extract<MemberState, { status: 'lapsed' }>['why'], string>> = {
  silence: 'did not go on with joining',
  declined: 'did not want to join',
  under_18: 'is under 18',
  wrong_number: 'this is somebody else’s number',
};

export const JOINING_WORDS: Readonly<Record<JoiningStep, string>> = {
  j1: 'the YES to the invitation',
  j2: 'the first safety question (bladder, bowel, numbness, weak leg)',
  j3: 'the second safety question (fever, weight loss, night pain)',
  j4: 'the question about pregnancy, injury, cancer and bones',
  j5: 'which kind of back pain',
};

export const NOT_SENT_WORDS: Readonly<Record<NotSentReason, string>> = {
  late: 'its day had passed when texts could go out again',
  window_closed: 'it was too late in the day',
  no_common_window: 'no hour is safe in every time zone this number may be in',
  opted_out: 'the member had opted out',
  held: 'a red flag was open',
  paused: 'the member had paused',
  unknown_outcome: 'the carrier’s answer was lost, and it is not risked twice',
  refused: 'the carrier refused it',
};

export const TEXT_STATUS_WORDS: Readonly<Record<TextStatus, string>> = {
  planned: 'waiting to be sent',
  claimed: 'being sent',
  unknown: 'not known whether it arrived',
  accepted: 'with the carrier',
  queued: 'with the carrier',
  sending: 'with the carrier',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'not delivered',
  failed: 'failed',
  canceled: 'canceled',
  revoked: 'not sent',
  skipped: 'not sent',
};

export const INBOUND_WORDS: Readonly<Record<InboundText['status'], string>> = {
  undecided: 'being read',
  decided: 'read',
  unreadable: 'could not be read by the program',
};

export const ERROR_WORDS: Readonly<Record<DeliveryErrorClass, string>> = {
  permanent: 'this number cannot get texts',
  opted_out: 'the carrier blocks it: the member opted out',
  throttled: 'too fast for the carrier',
  transient: 'a passing fault of the carrier',
  configuration: 'our account is set up wrongly',
  content: 'the carrier refused the wording',
  expired: 'it did not get through in time',
  unknown_code: 'a fault that is not in our list',
};

export const PAGE_WHY_WORDS: Readonly<Record<PageWhy, string>> = {
  opened: 'a red flag',
  raised: 'a further red flag',
  ladder: 'nobody has acknowledged yet',
  no_contact: 'no contact logged in time',
  not_delivered: 'the safety text did not arrive',
  new_text: 'a new text from the member',
  follow_up_no: 'the member has not been seen yet',
  follow_up_silence: 'no answer to the follow-up',
  opted_out_after_flag: 'opted out soon after a red flag',
  help_wanted: 'the member asked for help',
  review: 'unresolved for two weeks: a lead reviews',
};

export const CONSENT_WORDS: Readonly<Record<ConsentEntry['action'], string>> = {
  invited: 'Invited',
  in: 'Agreed to texts',
  out: 'Opted out',
};

export const CONSENT_HOW_WORDS: Readonly<Record<ConsentEntry['how'], string>> = {
  keyword: 'by the keyword',
  reply: 'by their reply',
  words: 'in plain words',
  carrier: 'through the carrier',
  staff: 'through staff',
};
