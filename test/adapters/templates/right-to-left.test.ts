import { expect, test } from 'vitest';
import { sampleNames, samples } from '../../../src/adapters/templates/samples/samples.ts';
import { shippedTemplates } from './support.ts';

const templates = await shippedTemplates();
const tags = sampleNames.flatMap((name) =>
  samples[name].flatMap((data) => templates.render(name, 'en', data).html.match(/<[a-z][^>]*>/g) ?? []),
);

test('what is to be typed runs from the left in every mail: `!take` in Hebrew is not `take!`', () => {
  const typed = tags.filter((tag) => /class="(?:code|mono)"/.test(tag));
  expect(typed.length).toBeGreaterThan(10);
  expect(typed.filter((tag) => !tag.includes('dir="ltr"'))).toEqual([]);
});

test('a fact stands beside its label, whatever script it is in: no cell takes its side from its words', () => {
  const cells = tags.filter((tag) => /^<t[dh][^>]*class="(?:value|label)"/.test(tag));
  expect(cells.length).toBeGreaterThan(10);
  expect(cells.filter((tag) => tag.includes('dir='))).toEqual([]);
});
