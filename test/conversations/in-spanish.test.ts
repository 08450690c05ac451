import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

/** English that any of these mails would hold if a sentence of it had no Spanish words. */
const english =
  /(?<!\p{L})(?:the|is|are|was|of|nobody|none|already|closed|raised|there|with|your|expected|needs|stands|mails?)(?!\p{L})/iu;

test('Ravi reads Spanish: receipt, error reply and help are Spanish whole', async () => {
  await using world = await helpdesk();
  const { ravi } = world;
  await withTicket(world);

  await ravi.replies('!take\n!severity high\n!tag disk');
  const receipt = await ravi.receives('[HD-1001]', /nadie → ravi/);
  expect(receipt.text).toContain('gravedad: sin valor → alta');
  expect(withoutTitle(receipt.text)).not.toMatch(english);

  await ravi.replies('!take');
  const again = await ravi.receives('[HD-1001]', /ya es tuyo/);
  expect(withoutTitle(again.text)).not.toMatch(english);

  await ravi.replies('!take now\n!severity hgh\n!clsoe');
  const error = await ravi.receives('[HD-1001]', /`take` va solo/);
  expect(error.text).toContain('«hgh» no es un valor de severity');
  expect(error.text).toContain('no hay ningún comando «clsoe»');
  expect(error.text).toMatch(/Se esperaba: ninguna palabra detrás/);
  expect(withoutTitle(error.text)).not.toMatch(english);

  await ravi.replies('!help');
  const help = await ravi.receives('comandos', /El ticket pasa a ser tuyo\. `take!` se lo quita a quien lo tenga\./);
  expect(helpTexts(help.text)).not.toMatch(english);

  await ravi.replies('!close');
  const closed = await ravi.receives('[HD-1001]', /abierto → cerrado/);
  expect(withoutTitle(closed.text)).not.toMatch(english);
  await later(world);
});

/** The customer wrote the title. */
const withoutTitle = (text: string): string => text.replaceAll('Printer on fire', '').replace(/\n-- \n[\s\S]*$/, '');

/** Names, arguments and examples are typed as they stand. */
const helpTexts = (text: string): string =>
  text
    .replace(/\n-- \n[\s\S]*$/, '')
    .replace(/`[^`]*`|\[[^\]]*\]/g, '')
    .split('\n')
    .filter((line) => /^ {4}\S/.test(line))
    .join('\n');
