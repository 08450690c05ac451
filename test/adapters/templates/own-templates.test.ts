import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Templates } from '../../../src/adapters/templates/load-templates.ts';
import { samples } from '../../../src/adapters/templates/samples/samples.ts';
import { TemplateError } from '../../../src/adapters/templates/template-error.ts';
import { errorOf, scratchDir, shippedIn, shippedTemplates, template, thread, withOverrides } from './support.ts';

const scratch = await scratchDir();
afterAll(() => rm(scratch, { recursive: true }));
const english = await shippedIn(scratch, 'en');

let shipped: Templates;
beforeAll(async () => {
  shipped = await shippedTemplates();
});

describe('an admin’s own templates', () => {
  test('one file replaces one template, one building block or the style sheet', async () => {
    const templates = await withOverrides(scratch, {
      'en/reopened.hbs': template('mine {{tag}}', '<p class="mine">mine</p>'),
      '_layout/titled.txt.hbs': '!{{title}}!',
      '_layout/styles.css': '.mine { color: #123456; }',
    });
    const mail = templates.render('reopened', 'en', thread);
    expect(mail.text).toBe('mine HD-1042\n\n-- \nAcme Support · [HD-1042]\n');
    expect(mail.html).toContain('<p class="mine" style="color: #123456;">');
    expect(templates.render('closed', 'en', { ...samples.closed[1] }).text).toContain('!Printer on fire!');
  });

  test('a misspelt name is told, not ignored', async () => {
    const templates = await withOverrides(scratch, { 'en/acknowlege.hbs': template('x') }, english);
    expect(templates.check([])).toEqual([
      expect.objectContaining({ kind: 'stray', message: expect.stringContaining('acknowledge') }),
    ]);
  });

  test.each([
    ['{{> calout}}', '4:5', 'there is no building block "calout"; did you mean "callout"?'],
    ['{{#> calout}}x{{/calout}}', '4:6', 'there is no building block "calout"; did you mean "callout"?'],
    ['{{#if tag}}{{> xyzzyxyzzy}}{{/if}}', '4:16', 'there is no building block "xyzzyxyzzy"; there are'],
  ])('%s: a block that is not there is told with the nearest name', async (text, place, message) => {
    const templates = await withOverrides(scratch, { 'en/reopened.hbs': template(text) }, english);
    const [line, column] = place.split(':').map(Number);
    expect(templates.check([])).toEqual([
      expect.objectContaining({ kind: 'error', line, column, message: expect.stringContaining(message) }),
    ]);
  });

  const mistakes: [title: string, content: string, place: string, problem: RegExp][] = [
    [
      'a missing variable',
      template('one\n  {{tga}}'),
      '5:5',
      /no "tga" here; did you mean "tag"\? the template is given deskName, putBack, subject, tag, title/,
    ],
    ['a missing variable in HTML', template('x', '<p>a</p>\n<p class="quiet">{{tga}}</p>'), '7:20', /no "tga" here/],
    ['a missing variable in the subject', template('x').replace('"S"', '"S {{tga}}"'), '2:15', /no "tga" here/],
    ['a field of an own object', template('{{tag.nothing}}'), '4:7', /no "nothing" in a plain text/],
    ['an unknown helper', template('{{shout tag}}'), '4:1', /unknown helper shout/],
    ['a block that ends as another', template('{{#if tag}}\n{{/each}}'), '4:4', /if doesn't match each/],
    ['a broken tag', template('x\n{{tag}\ny'), '5:1', /cannot read this/],
    ['a partial that is not there', template('{{> nowhere}}'), '4:5', /nowhere could not be found/],
    ['HTML that a block tears apart', template('x', '{{#if tag}}\n</p><p>\n{{/if}}'), '6:1', /begin and end on the same level/],
    ['Handlebars inside a tag', template('x', '<p {{#if tag}}class="a"{{/if}}>y</p>'), '6:15', /only in an attribute value/],
    ['front matter that is no YAML', template('x').replace('"S"', '"S'), '2:12', /front matter: Missing closing "quote$/],
    ['an unknown key', template('x').replace('subject', 'subjekt'), '2:10', /"subjekt" is not one of subject/],
    ['a bare {{', template('x').replace('"S"', '{{subject}}'), '2:10', /in quotes/],
    ['no subject', 'x\n=== html ===\n<p>x</p>', '1:1', /subject/],
    ['a missing variable in words for both parts', '---\nsubject: "S"\n---\n- **x** {{tga}}', '4:11', /no "tga" here/],
  ];
  test.each(mistakes)('%s is told with file, line and column', async (_, content, place, problem) => {
    const templates = await withOverrides(scratch, { 'en/reopened.hbs': content }, english);
    const error = errorOf(() => templates.render('reopened', 'en', thread));
    expect(error.message).toMatch(new RegExp(`en/reopened\\.hbs:${place}: `));
    expect(error.problem).toMatch(problem);
    expect(templates.check([])).toEqual([expect.objectContaining({ kind: 'error', line: error.line, column: error.column })]);
  });

  const passedOver: [title: string, name: string, words: string, place: string, problem: RegExp][] = [
    ['behind a condition', 'reopened', '{{#if titel}}x{{/if}}', '4:7', /no "titel" here; did you mean "title"/],
    ['in a branch that no sample takes', 'reopened', '{{#if subject}}x{{else}}\n{{nothing}}{{/if}}', '5:3', /no "nothing" here/],
    ['given to a helper', 'reopened', 'x\n{{word "label" tga}}', '5:16', /did you mean "tag"/],
    ['given to a block', 'status', '{{> facts rows=fcats}}', '4:16', /did you mean "facts"/],
    ['of each item', 'list', '{{#each tickets}}{{titel}}{{/each}}', '4:20', /did you mean "title"/],
    ['above an item', 'list', '{{#each tickets}}{{#if ../tilte}}x{{/if}}{{/each}}', '4:27', /no "tilte" here/],
    ['in a comparison', 'ticket-state', '{{#if (is sate "paused")}}x{{/if}}', '4:11', /did you mean "state"/],
  ];
  test.each(passedOver)('a wrong name %s is told at load, with the nearest', async (_, name, words, place, problem) => {
    const templates = await withOverrides(scratch, { [`en/${name}.hbs`]: `---\nsubject: "S"\n---\n${words}\n` }, english);
    const [complaint, ...others] = templates.check([]);
    expect(others).toEqual([]);
    expect(complaint).toMatchObject({ kind: 'error', message: expect.stringMatching(problem) });
    expect(`${complaint?.line}:${complaint?.column}`).toBe(place);
  });

  test('a mistake in a building block names the block’s file', async () => {
    const templates = await withOverrides(scratch, { 'es/_possible.hbs': 'x\n{{whoTurn}}\n=== html ===\n<p>x</p>' });
    expect(errorOf(() => templates.render('status', 'es', samples.status[0])).message).toMatch(/es\/_possible\.hbs:2:3: /);
  });

  test('F-41: a template that calls itself without end fails by itself, and others go on', async () => {
    const templates = await withOverrides(scratch, {
      'en/reopened.hbs': template('{{> loop}}'),
      '_layout/loop.txt.hbs': '{{> loop}}{{> loop}}',
    });
    expect(errorOf(() => templates.render('reopened', 'en', thread)).problem).toMatch(/without end/);
    expect(templates.render('closed', 'en', samples.closed[0]).subject).toBe(thread.subject);
  });

  test('F-41: a wrong shape of data or an unknown name is a template error too', () => {
    expect(errorOf(() => shipped.render('reply', 'en', {})).message).toMatch(/en\/reply\.hbs:2:\d+: there is no "subject"/);
    expect(errorOf(() => shipped.render('_possible', 'en', {})).problem).toMatch(/no such template/);
    expect(errorOf(() => shipped.render('constructor', 'en', {})).problem).toMatch(/no such template/);
  });

  test('prototypes are out of reach', async () => {
    for (const path of ['constructor', 'tag.constructor', '__proto__', 'toString']) {
      const templates = await withOverrides(scratch, { 'en/reopened.hbs': template(`a{{${path}}}z`) });
      let text = '';
      try {
        text = templates.render('reopened', 'en', thread).text;
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
        continue;
      }
      expect(text).toBe('az\n\n-- \nAcme Support · [HD-1042]\n');
    }
  });
});
