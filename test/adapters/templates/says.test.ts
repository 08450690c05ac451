import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { englishCatalogue } from '../../../scripts/says/english.ts';
import { sentencesIn, sentencesOf } from '../../../scripts/says/sentences.ts';
import { sampleNames, samples } from '../../../src/adapters/templates/samples/samples.ts';
import { readSays } from '../../../src/adapters/templates/words/read-says.ts';
import { losesGaps } from '../../../src/adapters/templates/words/says.ts';
import { either, inEnglish, listed, say, valued } from '../../../src/domain/saying.ts';
import { root } from '../../support/source-files.ts';
import { scratchDir, shippedDir, shippedIn, shippedTemplates, withOverrides } from './support.ts';

const scratch = await scratchDir();
afterAll(() => rm(scratch, { recursive: true }));

const sentences = sentencesOf(root).flatMap((one) => one.sentences);
const catalogue = async (language: string) => readSays(await readFile(join(shippedDir, language, 'says.yaml'), 'utf8'));

describe('a saying', () => {
  test.each([
    [say('already yours'), 'already yours'],
    [say`nobody here is “${'rvai'}”`, 'nobody here is “rvai”'],
    [say`${say('nobody')} → ${'maria'}`, 'nobody → maria'],
    [say`up to ${1000} letters`, 'up to 1000 letters'],
    [say`“${'{2}'}” is of ${'$&'}`, '“{2}” is of $&'],
    [listed(['+ann', say`${'bo'} is there already`]), '+ann, bo is there already'],
    [listed([]), ''],
    [either(['ann', 'bo', 'cy']), 'ann, bo or cy'],
    [either(['ann']), 'ann'],
    [say`${valued('raised')} → ${valued('closed')}`, 'raised → closed'],
    ['maria → ravi', 'maria → ravi'],
  ])('in English: %j', (said, english) => {
    expect(inEnglish(said)).toBe(english);
    expect(inEnglish(JSON.parse(JSON.stringify(said)))).toBe(english);
  });
});

describe('the catalogues as shipped', () => {
  test('the list of sentences is that of the code (else: npm run says)', async () => {
    expect(await readFile(join(shippedDir, 'en', 'says.yaml'), 'utf8')).toBe(englishCatalogue(root));
    expect(sentences.length).toBeGreaterThan(300);
  });

  test.each(['es', 'de', 'fr', 'pt'])('%s says every sentence, and none that is not said', async (language) => {
    const { entries, fault } = await catalogue(language);
    expect(fault).toBeNull();
    const translated = entries.filter(({ words }) => words !== '').map(({ english }) => english);
    expect(translated.toSorted()).toEqual(sentences.toSorted());
  });

  test.each(['es', 'de', 'fr', 'pt'])('%s loses no value and no word that is to be typed', async (language) => {
    const { entries } = await catalogue(language);
    const typed = (words: string) => (words.match(/`[^`]*`/g) ?? []).map(String).toSorted();
    expect(entries.filter(losesGaps)).toEqual([]);
    for (const { english, words } of entries) expect(typed(words), english).toEqual(typed(english));
  });

  test('what samples say is said by the code too', () => {
    const said = JSON.stringify(sampleNames.flatMap((name): readonly unknown[] => samples[name])).matchAll(
      /"say":("(?:[^"\\]|\\.)*")/g,
    );
    const found = [...said].map(([, json]) => JSON.parse(json ?? '')).filter((sentence) => /\p{L}/u.test(sentence));
    expect(found.filter((sentence) => !sentences.includes(sentence))).toEqual([]);
    expect(found.length).toBeGreaterThan(5);
  });
});

describe('sentences are found in the code', () => {
  test.each([
    ["say('`take` stands alone')", ['`take` stands alone']],
    ["say(\n  'one: two',\n)", ['one: two']],
    [`say("it is one's")`, ["it is one's"]],
    ['say`plain`', ['plain']],
    ['say`\\`§{name}! §{tag}\\` if so`', ['`{1}! {2}` if so']],
    ["say`§{list.map((one) => `§{one}`).join(', ')} or §{map['}']}`", ['{1} or {2}']],
    ["say`of §{from ?? say('nobody')}`", ['of {1}', 'nobody']],
    ["/** say('never') */ export function say(words) {} essay('no'); one.say('no')", []],
  ])('%s', (source, found) => expect(sentencesIn(source.replaceAll('§', '$'))).toEqual(found));

  test('words that no catalogue could have are a mistake', () =>
    expect(() => sentencesIn('say(words)')).toThrow('say( wants words'));
});

const receipt = (change: unknown) => ({ ...samples.receipt[0], changes: [{ command: 'x', change }] });

describe('a mail', () => {
  test('says it in its language, what stands in gaps as it is', async () => {
    const templates = await shippedTemplates();
    const change = say`${say('nobody')} → ${'maria'}`;
    expect(templates.render('receipt', 'es', receipt(change)).text).toContain('nadie → maria');
    expect(templates.render('receipt', 'en', receipt(change)).text).toContain('nobody → maria');
    const value = say`${say('none')} → ${valued('high')}`;
    expect(templates.render('receipt', 'es', receipt(value)).text).toContain('sin valor → alta');
    expect(templates.render('receipt', 'en', receipt(value)).text).toContain('none → high');
  });

  test.each([
    ['an older row', 'maria → <ravi>', 'maria → <ravi>', '<bdi>maria → &lt;ravi&gt;</bdi>'],
    [
      'a sentence that nobody knows any more',
      { say: 'gone {1} & {2}', of: ['<b>'] },
      'gone <b> &',
      'gone <bdi>&lt;b&gt;</bdi> &amp;',
    ],
    ['words to be typed', say('`take!` to take it over'), '`take!` para', /<span class="mono"[^>]*>take!<\/span> para/],
    ['a row that is none', { say: ['x'], of: 'y' }, '✓ x', '✓'],
    [
      'a value that looks like a gap',
      say`there is no ${'{1} `x`'}`,
      'no existe {1} `x`',
      'no existe <bdi>{1} &#x60;x&#x60;</bdi>',
    ],
  ])('prints %s', async (_what, change, text, html) => {
    const mail = (await shippedTemplates()).render('receipt', 'es', receipt(change));
    expect(mail.text).toContain(text);
    expect(mail.html).toMatch(html);
  });
});

describe('an admin’s own says.yaml', async () => {
  const both = await shippedIn(scratch, 'en', 'es');

  test('is laid over the shipped one entry by entry', async () => {
    const templates = await withOverrides(scratch, { 'es/says.yaml': '"already yours": "ya lo llevas tú"\n' }, both);
    expect(templates.render('receipt', 'es', receipt(say('already yours'))).text).toContain('ya lo llevas tú');
    expect(templates.render('receipt', 'es', receipt(say('already closed'))).text).toContain('ya estaba cerrado');
    expect(templates.check(['es'])).toEqual([]);
  });

  test('may put the English otherwise', async () => {
    const templates = await withOverrides(scratch, { 'en/says.yaml': '"already yours": "you have it"\n' });
    expect(templates.render('receipt', 'en', receipt(say('already yours'))).text).toContain('you have it');
  });

  test.each([
    [
      'a sentence that is not said',
      '\n"alredy yours": "ya es tuyo"\n',
      2,
      1,
      /never says "alredy yours"; did you mean "already yours"\?$/,
    ],
    ['a lost value', '"{1} is of {2}": "{1} es de alguien"\n', 1, 1, /expected the gaps \{1\} \{2\} .*, found \{1\}$/],
    ['an invented value', '"already yours": "ya es {1}"\n', 1, 1, /expected the gaps \(none\) .*, found \{1\}$/],
    ['no table', '- "x"\n', 1, 1, /expected lines like/],
    ['no YAML', '"x": "y\n', 2, 1, /Missing closing/],
  ])('%s is told with its place, and mails go out', async (_what, content, line, column, message) => {
    const templates = await withOverrides(scratch, { 'es/says.yaml': content }, both);
    const found = templates.check(['es']);
    expect(found).toEqual([expect.objectContaining({ kind: 'error', line, column, message: expect.stringMatching(message) })]);
    expect(found[0]?.file).toMatch(/own-.*es\/says\.yaml$/);
    expect(templates.render('receipt', 'es', receipt(say('already yours'))).text).toContain('ya es tuyo');
  });

  test('a language that has none says so once', async () => {
    const templates = await withOverrides(scratch, { 'it/says.yaml': '"already yours": "è già tuo"\n' });
    expect(templates.check(['it'])).toContainEqual(
      expect.objectContaining({ kind: 'gap', file: 'it/says.yaml', message: expect.stringMatching(/of \d+ sentences/) }),
    );
  });
});
