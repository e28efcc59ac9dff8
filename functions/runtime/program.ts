import type { CompiledContent } from '../adapters/content/compiled-content.ts';
import { createPlaces } from '../adapters/content/places.ts';
import { createReadWant } from '../domain/conversation/read-want.ts';
import { createOwnWords } from '../domain/program/own-words.ts';
import type { Program, StageWords } from '../domain/program/program.ts';
import { countSegments } from '../domain/program/segments.ts';
import { createReadReply } from '../domain/triage/read-reply.ts';

/** Puts together all that `decide` knows of the world: the content as data, and the readers built from it. */
export const createProgram = (
  { content, places, languages }: CompiledContent,
  words: StageWords,
): Program => ({
  content,
  words,
  places: createPlaces(places),
  readReply: createReadReply(languages),
  readWant: createReadWant(languages, [...content.keywords.en, ...content.keywords.es]),
  withoutOwnWords: createOwnWords(content, words),
  countSegments,
});
