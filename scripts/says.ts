// npm run says    writes templates/en/says.yaml from the code; lists what the other languages lack, and what they have too much
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSays } from '../src/adapters/templates/words/read-says.ts';
import { englishCatalogue } from './says/english.ts';
import { sentencesOf } from './says/sentences.ts';

const root = join(import.meta.dirname, '..');
const templates = join(root, 'templates');
writeFileSync(join(templates, 'en', 'says.yaml'), englishCatalogue(root));

const sentences = sentencesOf(root).flatMap((one) => one.sentences);
for (const language of readdirSync(templates)) {
  const file = join(templates, language, 'says.yaml');
  if (language === 'en' || !existsSync(file)) continue;
  const has = readSays(readFileSync(file, 'utf8')).entries.map(({ english }) => english);
  const missing = sentences.filter((one) => !has.includes(one));
  const stale = has.filter((one) => !sentences.includes(one));
  for (const one of missing) console.log(`${language}: missing  ${JSON.stringify(one)}`);
  for (const one of stale) console.log(`${language}: no longer said  ${JSON.stringify(one)}`);
  console.log(`${language}: ${has.length - stale.length} of ${sentences.length}`);
}
