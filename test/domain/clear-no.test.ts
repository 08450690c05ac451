import { expect, test } from 'vitest';
import { isClearNo } from '../../src/domain/decide/clear-no.ts';

test.each([
  ...['No', 'no.', 'No!', 'No, I didn’t.', "Hi,\n\nno, it wasn't me.\n\nBest regards\nJane Roe", 'Sorry, not me'],
  ...['No fui yo.', 'No, yo no llamé.\nUn saludo', 'Nein.', 'Nein, das war ich nicht!\n\nMit freundlichen Grüßen\nJane'],
  ...['Non', 'Bonjour, ce n’est pas moi. Cordialement', 'Não.', 'Não, não fui eu', 'NAO'],
])('a clear no: %j', (text) => expect(isClearNo(text, 'Jane Roe')).toBe(true));

test.each([
  ...[
    '',
    'Yes',
    'No, but my printer burns',
    'No problem',
    'Not sure',
    'Yes, no, maybe',
    'No. It still smokes.',
    'Jane',
    'Thanks',
  ],
  ...['No entiendo', 'Nein, aber meine Frau', 'Não sei', 'Non, c’était mon collègue', 'no no no', 'I did not call the police'],
])('not clear, and so for a person: %j', (text) => expect(isClearNo(text, 'Jane Roe')).toBe(false));
