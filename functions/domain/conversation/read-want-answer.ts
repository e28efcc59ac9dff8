import { type Heard, overlaps } from '../triage/hear.ts';
import type { ReplyContext } from '../triage/reading.ts';
import type { Candidate } from './read-want-candidate.ts';

const TRACKS = ['first', 'repeat', 'persistent'] as const;
const TERSE = 12;

const firstOf = (heard: Heard, list: string): number | undefined => {
  const innocent = heard.find(list.replace('.says', '.not'));
  return heard
    .find(list)
    .find((match) => list.endsWith('.says') === false || !innocent.some((other) => overlaps(other, match)))
    ?.start;
};

const trackOf = (heard: Heard): Candidate | undefined => {
  const said = TRACKS.flatMap((track) => {
    const at = firstOf(heard, `answers.${track}`);
    return at === undefined ? [] : [{ intent: 'track' as const, at, value: track }];
  });
  return said.sort((a, b) => a.at - b.at)[0];
};

const yesOrNo = (
  heard: Heard,
  lists: readonly (readonly ['yes' | 'no', string])[],
): Candidate | undefined => {
  const said = lists.flatMap(([intent, list]) => {
    const at = firstOf(heard, list);
    return at === undefined ? [] : [{ intent, at }];
  });
  return said.sort((a, b) => a.at - b.at)[0];
};

/** What a text means as an answer to the question that was asked last; undefined when it is no such answer. */
export const readAnswer = (heard: Heard, context: ReplyContext | undefined): Candidate | undefined => {
  switch (context) {
    case undefined:
      return undefined;
    case 'kind_of_pain':
      return trackOf(heard);
    case 'reached_line':
      return yesOrNo(heard, [
        ['no', 'answers.reached-no'],
        ['yes', 'answers.reached-yes'],
        ['yes', 'yes.says'],
        ['no', 'no.says'],
      ]);
    case 'screen':
    case 'safety_check': {
      const plain = yesOrNo(heard, [
        ['no', 'no.says'],
        ['no', 'answers.none'],
        ['yes', 'yes.says'],
      ]);
      const listed = heard.words.length <= TERSE ? firstOf(heard, 'answers.listed') : undefined;
      return plain ?? (listed === undefined ? undefined : { intent: 'yes', at: listed });
    }
    case 'zip':
    case 'score':
    case 'peg':
      return undefined;
    default: {
      const unknown: never = context;
      return unknown;
    }
  }
};
