import type { Flag, Language } from '../flags.ts';
import { createEar, type Ear } from './ear.ts';
import { type Heard, overlaps } from './hear.ts';
import { isAboutAnother } from './is-about-another.ts';
import { isAsked, isQuoted } from './is-asked.ts';
import { isDenied } from './is-denied.ts';
import { isOver } from './is-over.ts';
import type { LanguageFiles } from './language-files.ts';
import { parseLanguageFile } from './language-files.ts';
import {
  type FindingKind,
  findingLists,
  phraseListsOf,
  redFlagsSchema,
  scopesSchema,
  screenSchema,
} from './lexicon.ts';
import type { Match } from './match-phrase.ts';
import { parseSpelling } from './spelling.ts';

/** A flag found in a text; `isReported` is false when it is denied, over, asked, quoted or somebody else's. */
export type Finding = {
  readonly flag: Flag;
  readonly kind: FindingKind;
  readonly match: Match;
  readonly isReported: boolean;
};

/** One language's ear and its findings. */
export type LanguageReader = Ear & { readonly findings: (heard: Heard) => readonly Finding[] };

/** Asked about or long ago, unless the member goes on to confirm it: "... and I changed nothing about my meals". */
const isAskedOrOver = (heard: Heard, flag: Flag, match: Match): boolean =>
  heard.find(`${flag}.confirms`).length === 0 &&
  ((isAsked(heard, match) && flag !== 'crisis') || isOver(heard, flag, match));

const isReported = (heard: Heard, flag: Flag, kind: FindingKind, match: Match): boolean => {
  if (isAboutAnother(heard, match) || isQuoted(heard, match)) return false;
  return (
    kind === 'always' || kind === 'alone' || !(isDenied(heard, match) || isAskedOrOver(heard, flag, match))
  );
};

/** An innocent sense counts only if it is not itself denied: "lost 12 lb, not on a diet" has no diet in it. */
const isInnocent = (heard: Heard, flag: Flag, match: Match): boolean =>
  heard.find(`${flag}.not`).some((other) => overlaps(match, other) && !isDenied(heard, other));

const weighed = (heard: Heard, flag: Flag, kind: FindingKind, match: Match): FindingKind => {
  if (kind === 'check') return heard.find(`${flag}.confirms`).length > 0 ? 'escalate' : 'check';
  const isMild = kind === 'escalate' && heard.find(`${flag}.milder`).some((other) => overlaps(match, other));
  return isMild ? 'check' : kind;
};

const findingsOf = (heard: Heard): Finding[] =>
  findingLists.flatMap(({ flag, kind, list }) =>
    heard
      .find(list)
      .filter((match) => kind !== 'alone' || (match.start === 0 && match.end === heard.words.length))
      .filter((match) => !isInnocent(heard, flag, match))
      .map((match) => ({
        flag,
        kind: weighed(heard, flag, kind, match),
        match,
        isReported: isReported(heard, flag, kind, match),
      })),
  );

/** Reads the files of one language. */
export const createLanguageReader = (files: LanguageFiles, language: Language): LanguageReader => {
  const flags = parseLanguageFile(files, language, 'red-flags', redFlagsSchema);
  const scopes = parseLanguageFile(files, language, 'scopes', scopesSchema);
  const screen = parseLanguageFile(files, language, 'screen', screenSchema);
  const entries = {
    groups: { ...flags.groups, ...scopes.groups, ...screen.groups },
    numbers: flags.numbers,
    fillers: scopes.fillers,
    lists: phraseListsOf(flags, scopes, screen),
  };
  const ear = createEar(entries, parseSpelling(files, language));
  return { ...ear, findings: findingsOf };
};
