import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Templates } from '../../../src/adapters/templates/load-templates.ts';
import { sampleNames, samples } from '../../../src/adapters/templates/samples/samples.ts';
import { question } from '../../../src/adapters/templates/samples/steps.ts';
import type { AskShown } from '../../../src/domain/answer/flow/step-data.ts';
import { languages, scratchDir, shippedTemplates, template, thread, withOverrides } from './support.ts';

const scratch = await scratchDir();
afterAll(() => rm(scratch, { recursive: true }));

let shipped: Templates;
beforeAll(async () => {
  shipped = await shippedTemplates();
});

describe('every mail', () => {
  test('all templates of all languages compile and fill with every sample', () => {
    expect(shipped.check(languages)).toEqual([]);
  });

  const cases = languages.flatMap((language) => sampleNames.map((name) => [language, name] as const));
  test.each(cases)('%s/%s: small, whole, readable without HTML', (language, name) => {
    for (const sample of samples[name]) {
      const mail = shipped.render(name, language, sample);
      expect(mail.language).toBe(language);
      expect(Buffer.byteLength(mail.html)).toBeLessThan(30_000);
      expect(mail.html).toContain(`<html lang="${language}" dir="ltr">`);
      expect(mail.html).not.toMatch(/<(img(?! [^>]*src="cid:)|script|link|iframe)|url\(|@import|\ue000/);
      expect(mail.html + mail.text + mail.subject).not.toMatch(/\{\{|undefined|\[object/);
      expect(mail.subject).toMatch(/^\S[^\r\n]*$/);
      expect(mail.text).not.toMatch(/\n{3}|<\/?(p|td|strong|bdi)\b|[\ue000-\ue00f]/);
    }
  });

  test('what the person wrote stands in full in both parts', () => {
    const sample = samples.reply[0];
    const mail = shipped.render('reply', 'en', sample);
    expect(mail.text.startsWith(sample.body)).toBe(true);
    for (const paragraph of sample.body.split('\n\n')) expect(readable(mail.html)).toContain(paragraph);
  });

  test('A15: an unproved sender gets no word of theirs back', () => {
    const mail = shipped.render('acknowledge-short', 'en', {
      ...thread,
      customerName: 'BUY NOW',
      called: false,
      title: 'BUY NOW',
      subject: 'BUY NOW',
    });
    expect(mail.subject).toBe('[HD-1042] We have received your message');
    expect(mail.subject + mail.text + mail.html).not.toContain('BUY');
  });
});

describe('languages', () => {
  test.each([
    ['es', 'en', 'es'],
    ['es-MX', 'en', 'es'],
    ['pt-BR', 'en', 'pt'],
    ['sv', 'es', 'es'],
    ['sv', 'xx-YY', 'en'],
    ['../en', 'en', 'en'],
  ])('asked for %s at a desk of %s, a mail goes out in %s', async (asked, desk, got) => {
    const templates = await shippedTemplates(desk);
    expect(templates.render('reopened', asked, thread).language).toBe(got);
  });

  test('each template falls back by itself, building blocks too', async () => {
    const templates = await withOverrides(scratch, {
      'sv/reopened.hbs': template('{{tag}} är öppet igen'),
      'sv/status.hbs': template('{{> facts rows=facts}}'),
    });
    expect(templates.render('reopened', 'sv', thread)).toMatchObject({
      language: 'sv',
      text: expect.stringMatching(/^HD-1042 är öppet igen\n/),
    });
    expect(templates.render('status', 'sv', { ...thread, facts: [{ label: 'State', value: 'x' }] }).text).toMatch(/^State: x\n/);
    expect(templates.render('closed', 'sv', samples.closed[0]).language).toBe('en');
    expect(templates.check([])).toContainEqual(expect.objectContaining({ kind: 'gap', file: 'sv/' }));
  });

  test('a language that somebody reads and nobody wrote is a gap', () => {
    const own = shipped.check(['sv']).filter(({ file }) => file.startsWith('sv/'));
    expect(own).toEqual([
      expect.objectContaining({ kind: 'gap', file: 'sv/', message: expect.stringContaining('all templates') }),
      expect.objectContaining({ kind: 'gap', file: 'sv/says.yaml' }),
    ]);
  });

  test('right-to-left languages say so', async () => {
    const templates = await withOverrides(scratch, { 'he/reopened.hbs': template('x') });
    expect(templates.render('reopened', 'he', thread).html).toContain('<html lang="he" dir="rtl">');
  });
});

const readable = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&amp;', '&');

test('of figures and times to choose from none stands out; of other answers the first does', () => {
  const alike = (label: string) => ({ label, href: 'mailto:a@acme.example', command: '', alike: true });
  const dressOf = (actions: AskShown['actions']) => {
    const { html } = shipped.render('asked', 'en', { ...samples.asked[0], asks: [{ ...question, talk: null, actions }] });
    return [...html.matchAll(/<td class="(button|choice)"/g)].map(([, dress]) => dress);
  };
  expect(dressOf([alike('1'), alike('2'), ...question.actions])).toEqual(['choice', 'choice', 'choice', 'choice']);
  expect(dressOf(question.actions)).toEqual(['button', 'choice']);
});
