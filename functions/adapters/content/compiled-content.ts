import { z } from 'zod';
import { languageSchema } from '../../domain/flags.ts';
import { programContentSchema } from '../../domain/program/program.ts';
import { placesDataSchema } from './places.ts';

/** Everything under content/ in one JSON file, for a bundle: no YAML is read on AWS. */
const compiledContentSchema = z.object({
  content: programContentSchema,
  places: placesDataSchema,
  languages: z.record(languageSchema, z.record(z.string(), z.unknown())),
});
export type CompiledContent = z.infer<typeof compiledContentSchema>;

/** Reads what `compileContent` wrote; throws when it is anything else. */
export const readCompiledContent = (json: string): CompiledContent =>
  compiledContentSchema.parse(JSON.parse(json));
