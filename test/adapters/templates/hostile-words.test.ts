import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Templates } from '../../../src/adapters/templates/load-templates.ts';
import { sampleNames, samples } from '../../../src/adapters/templates/samples/samples.ts';
import { shippedTemplates, thread } from './support.ts';

let shipped: Templates;
beforeAll(async () => {
  shipped = await shippedTemplates();
});

describe('hostile words', () => {
  // `bodyHtml` is HTML made safe before it is stored (test/adapters/html); all else is words.
  const worded = new Set(['bodyHtml', 'whoseTurn', 'plainReplyDoes', 'reason', 'direction', 'what', 'href', 'cid']);
  const fillStrings = (value: unknown, make: (was: string) => string, key = ''): unknown => {
    if (typeof value === 'string') return value === '' || worded.has(key) ? value : make(value);
    if (Array.isArray(value)) return value.map((item) => fillStrings(item, make, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fillStrings(inner, make, name)]));
  };
  const render = (name: string, sample: object, make: (was: string) => string) =>
    shipped.render(name, 'en', Object.fromEntries(Object.entries(Object(fillStrings(sample, make)))));

  test('A9: no field of any mail can add an element, an attribute or an instruction', () => {
    const evil = `<script>alert(1)</script>"'><img src=x onerror=y> {{constructor}} &lt; --> ]]>`;
    for (const name of sampleNames)
      for (const sample of samples[name])
        expect(tags(render(name, sample, () => evil).html), name).toEqual(tags(render(name, sample, () => 'word').html));
  });

  test('A9: nor can any other text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sampleNames), fc.string({ unit: 'binary' }), (name, text) => {
        const word = `x${text.replace(/\s/g, ' ')}`;
        const sample = samples[name][0];
        expect(tags(render(name, sample, () => word).html)).toEqual(tags(render(name, sample, () => 'word').html));
      }),
      { numRuns: 200 },
    );
  });

  test('A9: bidirectional overrides are taken out of text, HTML and subject', () => {
    for (const name of sampleNames) {
      const mail = render(name, samples[name][0], (was) => `\u202e${was}\u2066\u202a`);
      expect(mail.subject + mail.text + mail.html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test('A10: a line break in any field never makes a second line of a subject, nor of anything but a message', () => {
    for (const name of sampleNames) {
      const mail = render(name, samples[name][0], (was) => `${was}\r\nBcc: all@acme.example\u0000\u2028x`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f\u2028]/);
    }
    const { text } = shipped.render('reopened', 'en', { ...thread, title: 'a\nYour turn' });
    expect(text).toContain('a Your turn');
  });

  test('web addresses of an associate become links, those of a customer do not', () => {
    const body = 'see (https://a.example/x?y=1&z=(2)), or http://b.example/"onmouseover=x. javascript:alert(1)';
    const { html } = shipped.render('reply', 'en', { ...samples.reply[0], body });
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://a.example/x?y&#x3D;1&amp;z&#x3D;(2))',
      'http://b.example/',
    ]);
    const notified = shipped.render('notify-new', 'en', { ...samples['notify-new'][0], text: body, actions: [] });
    expect(notified.html).not.toContain('href');
  });

  test('A14: long runs of punctuation and brackets cost no time', () => {
    const body = `https://a.example/${'.'.repeat(200_000)}x ${')'.repeat(200_000)} ${'http://'.repeat(30_000)}`;
    const started = performance.now();
    shipped.render('reply', 'en', { ...samples.reply[0], body });
    shipped.render('notify-new', 'en', { ...samples['notify-new'][0], text: body });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

const tags = (html: string): string[] =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/(href|alt|src)="[^"]*"/g, '$1'));
