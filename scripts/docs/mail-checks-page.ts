import { mailChecks } from '../../src/adapters/templates/mail-checks/checks.ts';
import { attributes, elements, properties, type Support } from '../../src/adapters/templates/mail-checks/supported-table.ts';

/** `docs/mail-checks.md`: what every mail holds, and what it may be made of. */
export const mailChecksPage = (): string =>
  [
    '# What every mail holds',
    '',
    '<!-- Made by `npm run docs` from src/adapters/templates/mail-checks; changes here are lost. -->',
    '',
    'Whoever wrote its template: the tests hold all shipped mails against these, `npm run mails` prints the result for each',
    'template and language, `npx maildesk check` tells what your own templates lost, and `npx maildesk preview` shows it',
    'beside each mail.',
    '',
    '| check | holds |',
    '| --- | --- |',
    ...mailChecks.map(({ name, holds }) => `| ${name} | ${holds} |`),
    '',
    'In a browser the tests hold besides: no mail is wider than a phone of 320 pixels, with words that nobody hyphenates and',
    'with letters twice as large; axe finds no fault in light and dark.',
    '',
    '## What a mail may be made of',
    '',
    'By what Gmail and Microsoft document, and [caniemail.com](https://www.caniemail.com) measured, for all programs of Gmail,',
    'Outlook (on Windows it draws with Word) and Apple Mail. Shown everywhere:',
    '',
    `- elements: ${everywhere(elements)}`,
    `- attributes: ${everywhere(attributes)}`,
    `- properties: ${everywhere(properties)}`,
    '',
    'Shown by some; the mail is whole without them:',
    '',
    '| | shown in | without it | stands behind |',
    '| --- | --- | --- | --- |',
    ...[elements, attributes, properties].flatMap((table) => Object.entries(table).filter(isPartial).map(row)),
    '',
    'Selectors of the style sheet in `_layout/layout.hbs` are an element, a class, or both: Gmail keeps no others.',
    '',
  ].join('\n');

type Entry = readonly [name: string, support: Support];

const isPartial = ([, { shown, without }]: Entry): boolean => shown !== 'everywhere' || without !== undefined;

const everywhere = (table: Readonly<Record<string, Support>>): string =>
  Object.entries(table)
    .filter((entry) => !isPartial(entry))
    .map(([name]) => `\`${name}\``)
    .join(', ');

const row = ([name, { shown, without = '', behind = [] }]: Entry): string =>
  `| \`${name}\` | ${shown} | ${without} | ${behind.map((one) => `\`${one}\``).join(' or ')} |`;
