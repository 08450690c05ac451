import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sentences of each file of the domain that has any, as say`…` and say('…') write them. */
export function sentencesOf(root: string): { file: string; sentences: readonly string[] }[] {
  const domain = join(root, 'src', 'domain');
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const seen = new Set<string>();
  return files.toSorted().flatMap((file) => {
    const sentences = sentencesIn(readFileSync(join(domain, file), 'utf8')).filter((one) => hasWords(one) && !seen.has(one));
    for (const sentence of sentences) seen.add(sentence);
    return sentences.length === 0 ? [] : [{ file, sentences: [...new Set(sentences)] }];
  });
}

/** Between marks alone nothing is to be translated: `{1} → {2}`. */
const hasWords = (sentence: string): boolean => /\p{L}/u.test(sentence.replace(/\{\d+\}/g, ''));

/**
 * What a source file says, its gaps numbered as `say` numbers them.
 *
 * @throws where something else than words stands behind `say(`: no catalogue could have that
 */
export function sentencesIn(source: string): string[] {
  const code = source.replace(/\/\*\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/(?<![.\w']|function )say(`|\(\s*(?=(.)))/gu)].map((match) => {
    const [whole, opening, first] = match;
    const at = match.index + whole.length;
    if (opening === '`') return templateAt(code, at).sentence;
    if (first !== "'" && first !== '"') throw new Error(`say( wants words: ${code.slice(match.index, at + 40)}`);
    return quotedAt(code, at + 1, first).words;
  });
}

/** The words from here to the quote that ends them. */
function quotedAt(source: string, from: number, quote: string): { words: string; end: number } {
  let words = '';
  for (let at = from; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === quote) return { words, end: at + 1 };
    if (char === '\\') at += 1;
    words += source[at] ?? '';
  }
  throw new Error('a quotation that does not end');
}

function templateAt(source: string, from: number): { sentence: string; end: number } {
  let sentence = '';
  let gaps = 0;
  for (let at = from; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === '`') return { sentence, end: at + 1 };
    if (char === '$' && source[at + 1] === '{') {
      gaps += 1;
      sentence += `{${gaps}}`;
      at = expressionEnd(source, at + 2) - 1;
    } else {
      if (char === '\\') at += 1;
      sentence += source[at] ?? '';
    }
  }
  throw new Error('a template that does not end');
}

/** Behind the brace that closes a gap's expression, whatever texts and braces stand in it. */
function expressionEnd(source: string, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0 && at < source.length) {
    const char = source[at] ?? '';
    if (char === '`') at = templateAt(source, at + 1).end;
    else if (char === "'" || char === '"') at = quotedAt(source, at + 1, char).end;
    else {
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      at += 1;
    }
  }
  return at;
}
