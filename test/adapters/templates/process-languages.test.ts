import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const templates = join(import.meta.dirname, '..', '..', '..', 'templates');
const files = readdirSync(join(templates, 'en', 'workflows'));

/** Every text of a file by its path, with the names that it has filled in. Words people may type are each language's own. */
function shapeOf(language: string, file: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (/^verbs\..*\.names$|\.words\..*\.names$/.test(path)) return;
    if (typeof value === 'object' && value !== null)
      for (const [key, below] of Object.entries(value)) walk(below, path === '' ? key : `${path}.${key}`);
    else found.set(path, namesIn(String(value)));
  };
  walk(parse(readFileSync(join(templates, language, 'workflows', file), 'utf8')), '');
  return found;
}

const namesIn = (text: string): string => [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort().join(' ');

describe.each(files)('%s', (file) => {
  const english = shapeOf('en', file);
  test.each(['es', 'de', 'fr', 'pt'])('says the same in %s: every text, and what each has filled in', (language) => {
    expect(Object.fromEntries(shapeOf(language, file))).toEqual(Object.fromEntries(english));
  });
});
