import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/domain/decide/commands/index.ts';
import { findCommand, findWhole, namesOf, wordsNeeded } from '../../src/domain/decide/grammar/find-command.ts';
import { type CommandPlaces, readCommands } from '../../src/domain/decide/grammar/read-commands.ts';
import { type Phrase, phrases } from '../../src/domain/decide/grammar/words.ts';

const shown = ({ name, insists, words }: Phrase) => `${name}${insists ? '!' : ''}(${words.map(({ text }) => text).join('|')})`;
const split = (text: string) => phrases(text).map(shown).join(' ');

/** As the decision asks it: written out in full, with exactly what it needs. */
const isWholeCommand: CommandPlaces['isWholeCommand'] = ({ name, words }) => {
  const found = findWhole(commands, name);
  return found?.inTitle === true && words.length === wordsNeeded(found);
};

const read = (subject: string, visibleText = '', other: Partial<CommandPlaces> = {}) => {
  const places = {
    prefix: 'HD',
    foreignTags: ['EXTERNAL', 'EXT'],
    earlierSubjects: ['Printer on fire'],
    commanded: [],
    title: 'Printer on fire',
  };
  const found = readCommands({ subject, visibleText, isWholeCommand, ...places, ...other });
  return { commands: found.phrases.map(shown).join(' '), notRepeated: found.notRepeated, text: found.text };
};

describe('words of commands', () => {
  test.each([
    ['assign maria', 'assign(maria)'],
    ['  ASSIGN   maria  ', 'assign(maria)'],
    ['assign "maria lopez"', 'assign(maria lopez)'],
    ['assign “maria lopez”', 'assign(maria lopez)'],
    ['close "a; b"', 'close(a; b)'],
    ['take; close', 'take() close()'],
    [';;take;;', 'take()'],
    ['take!', 'take!()'],
    ['take! now', 'take!(now)'],
    ['!', '!()'],
    ['severity=high', 'set(severity|high)'],
    ['title="a b" c', 'set(title|a b|c)'],
    ['close "unclosed; x', 'close(unclosed; x)'],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(split(text)).toBe(expected));

  test('each word knows its place, so that a fault can be pointed at', () => {
    expect(phrases('assign  "maria lopez" x')[0]?.words).toEqual([
      { text: 'maria lopez', at: 8 },
      { text: 'x', at: 22 },
    ]);
  });

  test('no input throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'[]"“”;!= \n\tHD-1takéß\0') })),
        (text) => {
          phrases(text);
          read(text, text);
          read(`[HD-1001] ${text}`, `!${text}`, { title: text, earlierSubjects: [text, `[HD-1] ${text}`] });
          findCommand(commands, text);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a command printed and read again is the same command', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ;=[]!éß@.-_'), minLength: 1, maxLength: 12 });
    const anyCommand = fc.constantFrom(...commands.flatMap(namesOf));
    fc.assert(
      fc.property(anyCommand, fc.boolean(), fc.array(word, { maxLength: 4 }), (name, insists, words) => {
        const text = [`${name}${insists ? '!' : ''}`, ...words.map((one) => `"${one}"`)].join(' ');
        expect(phrases(text).map(shown)).toEqual([`${name.toLowerCase()}${insists ? '!' : ''}(${words.join('|')})`]);
      }),
    );
  });
});

test.each([
  ['\u200b!note\nx', 'note()', 'x'],
  ['\u200f!note\u200e\nx', 'note()', 'x'],
  ['\ufeff！note；take\nx', 'note() take()', 'x'],
])('however its signs are written, %j is a command', (text, commands, rest) =>
  expect(read('Re: [HD-1001] Printer on fire', text)).toMatchObject({ commands, text: rest }),
);

test('a title that a mail program cut off within its bracket is a title; a command cut off twice is one twice', () => {
  const title = 'Coffee [second floor, left of the lift] is cold';
  expect(read('Re: [HD-1001] Coffee [second floor, left of', '', { title }).commands).toBe('');
  const subject = 'Re: [HD-1001] Printer on fire [no';
  expect(read(subject, '', { earlierSubjects: [subject, `${subject}te]`] }).commands).toBe('[no()');
});

test('A13: of very many commands only so many are read, wherever they stand, and the mail says so', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `foo${at} bar`);
  const places = { prefix: 'HD', foreignTags: [], earlierSubjects: [], commanded: [], title: '', isWholeCommand };
  const count = (subject: string, visibleText: string) => {
    const { phrases: found, groups = [], tooMany } = readCommands({ ...places, subject, visibleText });
    return [found.length, groups.length, tooMany];
  };
  expect(count('Re: [HD-1001] x', many.map((one) => `!${one}`).join('\n'))).toEqual([100, 0, true]);
  expect(count(`Re: [HD-1001] x [${many.join(';')}]`, '')).toEqual([100, 0, true]);
  expect(count('Triage', many.map((one, at) => `!HD-${at + 1} ${one}`).join('\n'))).toEqual([0, 100, true]);
  expect(count('Triage', many.map((one) => `!HD-1 ${one}`).join('\n'))).toEqual([0, 1, true]);
  expect(count('Re: [HD-1001] x [take]', '')).toEqual([1, 0, undefined]);
});

describe('names of commands', () => {
  const name = (typed: string) => {
    const found = findCommand(commands, typed);
    return found.kind === 'found' ? found.command.name : `${found.kind}: ${found.near.join(' ')}`;
  };

  test.each([
    ['take', 'take'],
    ['tak', 'take'],
    ['cerrar', 'close'],
    ['schließen', 'close'],
    ['clos', 'close'],
    ['asig', 'assign'],
    ['reo', 'reopen'],
    ['re', 'ambiguous: '],
    ['n', 'ambiguous: '],
    ['clsoe', 'unknown: close'],
    ['assing', 'unknown: assign'],
    ['zzzzzz', 'unknown: '],
  ])('%s: %s', (typed, expected) => expect(name(typed).startsWith(expected)).toBe(true));

  test('no two commands share a name in any language', () => {
    const all = commands.flatMap((command) => [...new Set(namesOf(command))]);
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
    for (const command of commands) expect(namesOf(command).every((one) => one === one.toLowerCase())).toBe(true);
  });
});

describe('the three places', () => {
  test.each([
    ['in brackets after the tag', 'Re: [HD-1001] Printer on fire [take]', 'take()'],
    ['several in one bracket', 'Re: [HD-1001] Printer on fire [take; assign ravi]', 'take() assign(ravi)'],
    ['several brackets', 'Re: [HD-1001] Printer on fire [take] [close]', 'take() close()'],
    ['brackets before the tag are text', '[take] Re: [HD-1001] Printer on fire', ''],
    ['an unknown word in a bracket is meant as one', 'Re: [HD-1001] Printer on fire [clsoe]', 'clsoe()'],
    ['a mail gateway’s mark is text', 'Re: [HD-1001] Printer on fire [EXTERNAL] [ext]', ''],
    ['another system’s tag is text', 'Re: [HD-1001] [ABC-12] Printer on fire', ''],
    ['another number of ours is text', 'Re: [HD-1001] [hd-7] Printer on fire', ''],
    ['a bracket that was cut off is no right command', 'Re: [HD-1001] Printer on fire [take; assign mar', '[take() assign(mar)'],
    ['the last of several, cut off', 'Re: [HD-1001] Printer on fire [take] [no', 'take() [no()'],
    ['brackets as wide as an East Asian letter', 'Re: [HD-1001] Printer on fire ［take；close］', 'take() close()'],
    ['marks that nobody sees', 'Re: [HD-1001] Printer on fire [\u200fta\u200bke\u200e]', 'take()'],
    ['an empty bracket is nothing', 'Re: [HD-1001] [] [ ] x', ''],
    ['no tag: only a bracket in front', '[help]', 'help()'],
    ['no tag: a bracket behind is text', 'Printers [help]', ''],
  ])('1, %s', (_, subject, expected) => expect(read(subject).commands).toBe(expected));

  test.each([
    ['a whole command', 'Re: [HD-1001] take', 'take()'],
    ['with what it needs', 'Re: [HD-1001] assign maria', 'assign(maria)'],
    ['several', 'Re: [HD-1001] take; reopen', 'take() reopen()'],
    ['in another language', 'AW: [HD-1001] nehmen', 'nehmen()'],
    ['a shortened name is a title', 'Re: [HD-1001] ta', ''],
    ['too many words are a title', 'Re: [HD-1001] close the door', ''],
    ['too few words are a title', 'Re: [HD-1001] assign', ''],
    ['one that is none makes all a title', 'Re: [HD-1001] take; breathe', ''],
    ['a sentence is a title', 'Re: [HD-1001] Hold on, it is back', ''],
    ['without the tag it is a title', 'Re: take', ''],
  ])('2, %s', (_, subject, expected) => expect(read(subject).commands).toBe(expected));

  test('2, a title that the ticket has or had is a title', () => {
    expect(read('Re: [HD-1001] Help', '', { title: 'Help' }).commands).toBe('');
    expect(read('Re: [HD-1001] Status', '', { earlierSubjects: ['Fwd: status'] }).commands).toBe('');
    expect(read('Re: [HD-1001] take', '', { earlierSubjects: ['Re: [HD-1001] TAKE'] }).commands).toBe('');
  });

  test.each([
    ['one a line, text below', '!take\n!assign ravi\n\nHello.', 'take() assign(ravi)', 'Hello.'],
    ['blank lines between', '\n!take\n\n!close\nHello.', 'take() close()', 'Hello.'],
    ['several on a line', '!take; close\nHello.', 'take() close()', 'Hello.'],
    ['further down it is text', 'Hello.\n!close', '', 'Hello.\n!close'],
    ['a lone !end stops', '!take\n!end\n!important things', 'take()', '!important things'],
    ['an exclamation mark alone is text', '! take\nHello.', '', '! take\nHello.'],
    ['a number after it is text', '!1 is prime', '', '!1 is prime'],
    ['other letters', '!übernehmen\nHallo.', 'übernehmen()', 'Hallo.'],
    ['a typo is meant as a command', '!clsoe\nHello.', 'clsoe()', 'Hello.'],
  ])('3, %s', (_, body, expected, text) => {
    expect(read('Re: [HD-1001] Printer on fire', body)).toMatchObject({ commands: expected, text });
  });

  test('subject before body', () => {
    expect(read('Re: [HD-1001] Printer on fire [take]', '!close').commands).toBe('take() close()');
  });
});

describe('R2: a command that stood in an earlier subject is not applied again', () => {
  const again = (subject: string, earlier: string, title = 'Printer on fire') =>
    read(subject, '', { earlierSubjects: [earlier], title });

  test.each([
    ['the same bracket', 'Re: [HD-1001] Printer on fire [take]', 'Re: [HD-1001] Printer on fire [take]'],
    [
      'folded, in other letters',
      'Re: [HD-1001] Printer on fire [ assign   MARIA ]',
      'Re: [HD-1001] Printer on fire [Assign maria]',
    ],
    ['in a customer’s own subject', 'Re: [HD-1001] x [close]', 'x [close]'],
  ])('%s', (_, subject, earlier) => {
    expect(again(subject, earlier)).toMatchObject({ commands: '', notRepeated: [expect.any(String)] });
  });

  test('what an earlier mail commanded that left no subject on the ticket', () => {
    const after = { commanded: ['take; close', 'reopen'] };
    expect(read('Re: [HD-1001] Printer on fire [Take;  close]', '', after)).toMatchObject({
      commands: '',
      notRepeated: ['Take;  close'],
    });
    expect(read('Re: [HD-1001] reopen', '', after).commands).toBe('');
    expect(read('Re: [HD-1001] Printer on fire [take]', '', after).commands).toBe('take()');
  });

  test('with ! it is another command, and is applied', () => {
    expect(again('Re: [HD-1001] Printer on fire [take!]', 'Re: [HD-1001] Printer on fire [take]').commands).toBe('take!()');
  });

  test('a bracket of the title is text of the title, and is neither applied nor talked about', () => {
    expect(again('Re: [HD-1001] Printer [close]', 'Printer [close]', 'Printer [close]')).toMatchObject({
      commands: '',
      notRepeated: [],
    });
    expect(again('Re: [HD-1001] Printer [close] [take]', 'Printer [close]', 'Printer [close]')).toMatchObject({
      commands: 'take()',
      notRepeated: [],
    });
  });

  test('a title cannot be made that only turns into a command once our tag was taken out of it', () => {
    expect(again('Re: [HD-1001] x [ close]', 'x [[HD-7]close]', 'x [ close]')).toMatchObject({ commands: '', notRepeated: [] });
  });
});
