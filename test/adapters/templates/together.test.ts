import { expect, test } from 'vitest';
import { checkMail } from '../../../src/adapters/templates/mail-checks/checks.ts';
import { samples } from '../../../src/adapters/templates/samples/samples.ts';
import { languages, shippedTemplates } from './support.ts';

const templates = await shippedTemplates();
const folded = ['notify-new', 'notify-reply', 'notify-assigned', 'notify-freed', 'reply', 'closed', 'admin-alert'] as const;
const pairs = folded.flatMap((one) => folded.map((other) => [one, other] as const));

/** One mail of two. */
const together = (language: string, [one, other]: (typeof pairs)[number]) =>
  templates.renderTogether(language, [
    { name: one, data: samples[one][0] },
    { name: other, data: samples[other][0] },
  ]);

test.each(languages)('%s: several events in one mail hold every check of a mail', (language) => {
  const found = pairs.flatMap((pair) => checkMail(together(language, pair)).map(({ check, fault }) => [...pair, check, fault]));
  expect(found).toEqual([]);
});

test('a later event is a heading below the first, dressed as the first, its own headings below it', () => {
  const { html } = together('en', ['notify-new', 'admin-alert']);
  const headings = [...html.matchAll(/<(h\d) class="(\w+)"/g)].map(([, level, dress]) => [level, dress]);
  expect(headings.slice(0, 1)).toEqual([['h1', 'title']]);
  expect(headings.slice(-2)).toEqual([
    ['h2', 'title'],
    ['h3', 'section'],
  ]);
});

test('a preview that says what the title says is left out; another stands', () => {
  const preview = (name: 'notify-new' | 'acknowledge') =>
    /class="preview"[^>]*>([^<]*)/.exec(templates.render(name, 'en', samples[name][0]).html)?.[1];
  expect(preview('notify-new')).toBeUndefined();
  expect(preview('acknowledge')).toContain('a person will answer it');
});
