import { createReadWant } from '../../functions/domain/conversation/read-want.ts';
import { createReadReply } from '../../functions/domain/triage/read-reply.ts';
import { labelledIntents, labelledReplies } from './corpus.ts';
import { loadLanguages } from './load-languages.ts';
import { measureReplies, measureWants } from './measure-corpus.ts';

const languages = loadLanguages();
const readReply = createReadReply(languages);
const readWant = createReadWant(languages, ['BACK', 'ESPALDA']);

for (const language of ['en', 'es'] as const) {
  const { reported, innocent, byFlag } = measureReplies(labelledReplies(), readReply, language);
  console.log(`red flags, ${language}`);
  console.table({ reported, innocent });
  console.table(byFlag);
  console.log(`wants, ${language}`);
  console.table(measureWants(labelledIntents(), readWant, language));
}
