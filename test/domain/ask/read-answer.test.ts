import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasAnswerWord, keywordFor, type SaidWord } from '../../../src/domain/ask/answer-words.ts';
import { readAnswers, readFurther, type Waiting } from '../../../src/domain/ask/read-answer.ts';
import { askId } from '../../../src/domain/ids.ts';
import type { AnswerWord } from '../../../src/domain/workflow/workflow.ts';

const waiting = (id: number, answers: readonly AnswerWord[], ends = false): Waiting => ({ id: askId(id), answers, ends });
const offer = waiting(1, ['approve', 'decline']);
const qa = waiting(2, ['validate', 'reject']);
const closing = waiting(3, ['confirm', 'reject'], true);
const meeting = waiting(4, ['accept', 'decline']);
const account = waiting(5, ['confirm', 'reject']);
const happy = waiting(6, ['rate']);

/** What a text answers where one question waits, and its mail is answered. */
const said = (text: string, ask: Waiting): string => {
  const [one, ...more] = readAnswers(text, [ask], [ask.id]);
  return more.length > 0 ? 'several' : (one?.answer ?? 'comment');
};

/** Written here once more, so that no word slips into the code by itself. */
const keywords: readonly [Waiting, AnswerWord, string][] = [
  [offer, 'approve', 'approved approve accepted accept agreed yes'],
  [offer, 'approve', 'aprobado aprobada aprobar apruebo aceptado acepto sí si'],
  [offer, 'approve', 'genehmigt genehmigen freigegeben einverstanden angenommen ja'],
  [offer, 'approve', 'approuvé approuve approuvée accepté oui'],
  [offer, 'approve', 'aprovado aprovada aprovar aprovo aceito sim'],
  [offer, 'decline', 'declined decline rejected reject refused no'],
  [offer, 'decline', 'rechazado rechazada rechazo declinado no'],
  [offer, 'decline', 'abgelehnt ablehnen zurückgewiesen nein'],
  [offer, 'decline', 'refusé refuser décliné rejeté non'],
  [offer, 'decline', 'recusado recuso rejeitado não nao'],
  [qa, 'validate', 'validated validate approved yes validado valido aprobado sí abgenommen validiert genehmigt ja'],
  [qa, 'validate', 'validé valider approuvé oui aprovado sim'],
  [qa, 'reject', 'rejected reject rechazado abgelehnt rejeté rejeitado no nein non não'],
  [closing, 'confirm', 'confirmed confirm close yes confirmado confirmo cerrar sí bestätigt schließen schliessen ja'],
  [closing, 'confirm', 'confirmé confirmer clore oui fechar encerrar sim'],
  [closing, 'reject', 'rejected rechazado abgelehnt rejeté rejeitado no'],
  [meeting, 'accept', 'accepted aceptado angenommen accepté aceito zugesagt yes'],
  [account, 'confirm', 'confirmed confirmado bestätigt confirmé'],
];

const phrases: readonly [Waiting, AnswerWord, string][] = [
  [offer, 'approve', 'I approve'],
  [offer, 'approve', 'J’approuve'],
  [offer, 'approve', "d'accord"],
  [offer, 'approve', 'de acuerdo'],
  [offer, 'approve', 'Ich genehmige'],
  [offer, 'decline', 'Ich lehne ab'],
  [offer, 'decline', 'No acepto'],
  [closing, 'confirm', 'Confirmo el cierre'],
  [closing, 'confirm', 'Je confirme la clôture'],
  [closing, 'confirm', 'Ich bestätige den Abschluss'],
];

/** How the same word is written. */
const shapes: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.charAt(0).toUpperCase() + word.slice(1),
  (word) => `${word}.`,
  (word) => `¡${word}!`,
  (word) => `  *${word}*  `,
  (word) => `“${word}”`,
  (word) => `\n\n${word}\n`,
  (word) => `${word}\r\n\r\nThanks, Jane`,
  (word) => `${word}\n\nNot before Monday, please.`,
  (word) => word.normalize('NFD'),
];

describe('a line that is exactly a word', () => {
  const rows = keywords.flatMap(([ask, answer, list]) => list.split(' ').map((word) => [word, ask, answer] as const));
  test.each([...rows, ...phrases.map(([ask, answer, word]) => [word, ask, answer] as const)])('%s', (word, ask, answer) => {
    for (const shape of shapes) expect({ [shape(word)]: said(shape(word), ask) }).toEqual({ [shape(word)]: answer });
  });

  test('a word for what was not offered answers nothing', () => {
    for (const word of ['validated', 'confirmed', 'close it', 'bestätigt', 'validado']) expect(said(word, offer)).toBe('comment');
    for (const word of ['approved', 'accepted', 'genehmigt']) expect(said(word, closing)).toBe('comment');
    for (const word of ['approved', 'yes', 'no']) expect(said(word, happy)).toBe('comment');
  });

  test('what our links write is read back, in every language', () => {
    const all: readonly [Waiting, readonly SaidWord[]][] = [
      [offer, ['approve', 'decline']],
      [qa, ['validate', 'reject']],
      [closing, ['confirm', 'reject']],
      [meeting, ['accept', 'decline']],
      [account, ['confirm', 'reject']],
    ];
    for (const language of ['en', 'es', 'de', 'fr', 'pt', 'nl'])
      for (const [ask, answers] of all)
        for (const answer of answers) expect(said(keywordFor(answer, language, ask.ends), ask)).toBe(answer);
  });
});

describe('what is not exactly a word is a comment', () => {
  test.each([
    'not approved',
    'Not approved.',
    'nicht genehmigt',
    'no aprobado',
    'non approuvé',
    'não aprovado',
    'approved?',
    '¿aprobado?',
    'Is it approved',
    'approved by whom',
    'Approved, but only for half the price',
    'Approved: not yet',
    'approved if it costs less',
    'I think this can be approved',
    'approve tomorrow',
    'unapproved',
    'disapproved',
    'pre-approved',
    'approved / declined',
    'approved or declined',
    'yes but',
    'yes, if it is done by Friday',
    'ok',
    '👍',
    'approved 👎',
    'approved 2',
    '~~approved~~',
    '~ approved',
    '> approved',
    '| approved',
    'a p p r o v e d',
    'аpproved',
    'approve\u200bd not',
    'Hello,\napproved',
    'Dear team\n\nApproved',
    'Thanks!\nApproved',
    'On Monday you wrote: approved',
    'Subject: approved',
    'Automatic reply: I am away. Approved',
    'sim card broken',
    'ja aber',
    'no problem',
    '',
    '\n\n',
  ])('%j', (text) => {
    expect(said(text, offer)).toBe('comment');
  });
});

describe('a no keeps its reason', () => {
  test.each([
    ['Declined\n\nToo expensive for us.', 'Too expensive for us.'],
    ['Declined: too expensive', 'too expensive'],
    ['Rechazado, es demasiado caro', 'es demasiado caro'],
    ['abgelehnt – zu teuer\nund zu spät', 'zu teuer\nund zu spät'],
    ['Refused; 2 bananas?', '2 bananas?'],
    ['Declined', ''],
  ])('%j', (text, reason) => {
    expect(readAnswers(text, [offer], [offer.id])).toEqual([{ ask: offer.id, answer: 'decline', value: '', words: reason }]);
  });

  test('a bare no with more behind it is no clear no', () => {
    expect(said('no, wait', offer)).toBe('comment');
    expect(said('Declined too expensive', offer)).toBe('comment');
  });
});

describe('several questions', () => {
  const both = [qa, closing];
  const ids = both.map(({ id }) => id);
  const answersOf = (text: string, asks = both, addressed = ids) =>
    readAnswers(text, asks, addressed).map(({ ask, answer }) => `${ask} ${answer}`);

  test('one mail answers both, each in words of its own', () => {
    expect(answersOf('Validated\nClose it')).toEqual(['2 validate', '3 confirm']);
    expect(answersOf('validado\n\nconfirmo el cierre\n\nGracias')).toEqual(['2 validate', '3 confirm']);
    expect(answersOf('Close it\nvalidated')).toEqual(['3 confirm', '2 validate']);
  });
  test('only an explicit closing closes', () => {
    expect(answersOf('Validated\nThanks')).toEqual(['2 validate']);
    expect(answersOf('Validated\nconfirmed')).toEqual(['2 validate']);
    expect(answersOf('confirmed')).toEqual([]);
    expect(answersOf('yes')).toEqual([]);
    expect(answersOf('no')).toEqual([]);
    expect(answersOf('Validated\n\nPlease do not close it')).toEqual(['2 validate']);
  });
  test('a no that may mean either is a comment', () => expect(answersOf('rejected')).toEqual([]));
  test('addressed to one, it means that one', () => {
    expect(answersOf('rejected', both, [qa.id])).toEqual(['2 reject']);
    expect(answersOf('yes', both, [closing.id])).toEqual(['3 confirm']);
  });
  test('addressed to none, it counts where one waits only', () => {
    expect(answersOf('approved', [offer], [])).toEqual(['1 approve']);
    expect(answersOf('approved', [offer, qa], [])).toEqual([]);
    expect(answersOf('approved', [], [])).toEqual([]);
  });
  test('addressed to one that is over, it means no other', () => {
    expect(answersOf('approved', [qa], [offer.id])).toEqual([]);
  });
});

test.each([
  ['4', '4'],
  ['5.', '5'],
  ['3/5', '3'],
  ['1\n\nSlow.', '1'],
  ['6', ''],
  ['45', ''],
  ['4 of 5', ''],
  ['I give 4', ''],
])('a rating: %j', (text, value) => {
  expect(readAnswers(text, [happy], [happy.id]).map((one) => one.value)).toEqual(value === '' ? [] : [value]);
});

test('5.3: no text without an exact keyword in its first line approves anything', () => {
  const bare = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/ß/g, 'ss')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const known = new Set([...keywords.flatMap(([, , list]) => list.split(' ')), ...phrases.map(([, , word]) => word)].map(bare));
  const more =
    'i accept|we accept|we approve|i approve it|quote approved|aprobamos|lo apruebo|la apruebo|aceptada|aceptar|aceptamos|lo acepto|wir genehmigen|annehmen|ich nehme an|wir nehmen an|akzeptiert|zugesagt|approuver|nous approuvons|je suis daccord|acceptee|accepter|jaccepte|nous acceptons|aprovamos|de acordo|aceite|aceita|aceitar|aceitamos';
  for (const word of more.split('|')) known.add(bare(word));
  const word = fc.constantFrom(
    'approved',
    'aprobado',
    'genehmigt',
    'approuvé',
    'yes',
    'not',
    'no',
    'if',
    'we',
    'have',
    '?',
    ',',
    ':',
    '\n',
    '>',
    '🙂',
  );
  const line = fc.oneof(
    fc.string(),
    fc.array(word, { minLength: 2, maxLength: 6 }).map((all) => all.join(' ')),
    fc.lorem(),
  );
  fc.assert(
    fc.property(line, (text) => {
      const first = text.split(/\r?\n/).find((one) => one.trim() !== '') ?? '';
      fc.pre(!known.has(bare(first)));
      return readAnswers(text, [offer], [offer.id]).every(({ answer }) => answer === 'decline');
    }),
    { numRuns: 5000 },
  );
});

test('who wrote such a word somewhere may believe that they answered', () => {
  for (const text of ['not approved', 'I think it is approved, thanks', 'Ich bestätige, dass es geht', 'j’approuve tout'])
    expect(hasAnswerWord(text)).toBe(true);
  for (const text of ['When will you begin?', 'Tray 2 smokes.', 'no', 'yes please']) expect(hasAnswerWord(text)).toBe(false);
});

test('below an answer, the question that it leads to is answered in so many words only: a bare yes ends nothing', () => {
  const further = (text: string) => readFurther(text, [closing]).map(({ answer }) => answer);
  expect(['close it', 'cerrar', '\nKonnte nichts finden.\nschließen'].map(further)).toEqual([['confirm'], ['confirm'], []]);
  expect(['yes', 'confirmed', 'sí', 'Thank you, close it'].map(further)).toEqual([[], [], [], []]);
});
