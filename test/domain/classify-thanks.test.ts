import { expect, test } from 'vitest';
import { isThanks } from '../../src/domain/classify/thanks.ts';
import { mailWith } from './mail.ts';

const thanks = [
  'Thanks!',
  'Thank you, works now.',
  'Thanks a lot, Maria!\n\nJane',
  'Perfect, thank you so much for the quick help!\n\nBest regards\nJane Doe',
  'gracias!',
  'Muchas gracias, ya funciona.\n\nUn saludo',
  'Vielen Dank, jetzt geht es wieder.\n\nViele Grüße\nJane',
  'Super, danke!',
  'Merci beaucoup, ça marche.',
  'Muito obrigado, agora está tudo certo',
  'thx 👍',
];
test.each(thanks)('only thanks: %s', (visibleText) => {
  expect(isThanks(mailWith('', { visibleText }))).toBe(true);
});

const more = [
  '',
  'Hello',
  'Thanks, but it still does not work.',
  'Thank you. Can you also look at the second printer?',
  'Thanks in advance for sending the quote to Rick by Monday',
  'Danke, aber der zweite Drucker geht nicht',
  'Gracias, pero no funciona',
  'Merci, mais ça ne marche pas',
  'Obrigado, mas ainda não funciona',
  'Thanks. Order 4711 is next.',
  'Please cancel it. Thanks, Jane',
  'The printer is on fire.\n\nThanks,\nJane',
  'Noon is fine, thank you!',
  'Tuesday then. Thanks',
  'Thank you\n\nthe projector flickers as well',
];
test.each(more)('more than thanks: %s', (visibleText) => {
  expect(isThanks(mailWith('', { visibleText }))).toBe(false);
});

test('a file says more than thanks', () => {
  const file = {
    filename: 'a.pdf',
    contentType: 'application/pdf',
    size: 1,
    inline: false,
    cid: null,
    sha256: mailWith().sha256,
  };
  expect(isThanks(mailWith('', { visibleText: 'Thanks!', attachments: [file] }))).toBe(false);
});
