import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchDir, thread, withOverrides } from './support.ts';

const scratch = await scratchDir();
afterAll(() => rm(scratch, { recursive: true }));

const mailOf = async (words: string, data: object = {}, files: Readonly<Record<string, string>> = {}) => {
  const templates = await withOverrides(scratch, {
    'en/reopened.hbs': `---\nsubject: "S"\ntitle: "About {{tag}}"\nfooter: ""\n---\n${words}`,
    ...files,
  });
  const { text, html } = templates.render('reopened', 'en', { ...thread, ...data });
  const content = html.slice(html.indexOf('<div class="content"'), html.lastIndexOf('</div>'));
  return { text, html: content.replace(/ (style|class|dir)="[^"]*"/g, '').replace(/^<div>\s*/, '') };
};

describe('words that serve text and HTML alike', () => {
  test('paragraphs, headings, lists, code and strong words', async () => {
    const words = 'One\nline & more.\n\n## Next\n- first `take`\n- **second** {{tag}}\n\n    !{{tag}} take\n    !{{tag}} close';
    const { text, html } = await mailOf(words);
    expect(text).toBe(
      'About HD-1042\n\nOne line & more.\n\nNext\n- first `take`\n- second HD-1042\n\n    !HD-1042 take\n    !HD-1042 close\n',
    );
    expect(html).toBe(
      [
        '<h1>About <bdi>HD-1042</bdi></h1>',
        '<p>One line &amp; more.</p>',
        '<h2>Next</h2>',
        '<ul><li>first <span>take</span></li><li><strong>second</strong> <bdi>HD-1042</bdi></li></ul>',
        '<p>!<bdi>HD-1042</bdi> take<br>!<bdi>HD-1042</bdi> close</p>\n',
      ].join('\n'),
    );
  });

  test('a building block on its own line is a block; one in a sentence is a part of it', async () => {
    const { text, html } = await mailOf('It is{{> titled}}, see:\n{{> quote text=title}}\nThank you.');
    expect(text).toBe('About HD-1042\n\nIt is: Printer on fire, see:\n\n> Printer on fire\n\nThank you.\n');
    expect(html).toMatch(/<p>It is: <bdi>Printer on fire<\/bdi>, see:<\/p>\n<table[^>]*>.*<\/table>\n<p>Thank you\.<\/p>/s);
  });

  test('what was left out leaves neither a paragraph nor a gap', async () => {
    const { text, html } = await mailOf('{{#if nothing}}\nNever.\n{{/if}}\n\nHere.\n{{#if nothing}}\n\nNever.\n{{/if}}', {
      nothing: '',
    });
    expect(text).toBe('About HD-1042\n\nHere.\n');
    expect(html).toContain('</h1>\n<p>Here.</p>');
  });

  test('blocks of the language hold blocks of the layout, within the HTML of others too', async () => {
    const block = { 'en/_two.hbs': 'Words of **ours**.\n\n{{#> callout}}\nYour turn, {{tag}}.\n{{/callout}}' };
    const own = await mailOf('{{> two}}', {}, block);
    expect(own.text).toBe('About HD-1042\n\nWords of ours.\n\nYour turn, HD-1042.\n');
    const raw = await mailOf('x {{> two}}\n=== html ===\n<div>{{> two}}</div>', {}, block);
    expect(raw.html).toMatch(
      /<div><p>Words of <strong>ours<\/strong>\.<\/p>\n<table.*Your turn, <bdi>HD-1042<\/bdi>\..*<\/table><\/div>/s,
    );
  });

  test('A9: data makes no heading, no list, no code, no paragraph', async () => {
    const title = '## big - x ** ` \ue007\ue001 &amp; <b>';
    const { text, html } = await mailOf('{{title}}', { title });
    expect(text).toBe('About HD-1042\n\n## big - x ** `  &amp; <b>\n');
    expect(html).toContain('<p><bdi>## big - x ** &#x60;  &amp;amp; &lt;b&gt;</bdi></p>');
  });

  test('a chart is a picture with words for who does not see it', async () => {
    const chart = { cid: 'c1@desk', description: 'Tickets a week: 12, 9, 14', width: 560, outside: ['हिन्दी'] };
    const { text, html } = await mailOf('## A week\n{{> chart chart}}', { chart });
    expect(text).toBe('About HD-1042\n\nA week\nTickets a week: 12, 9, 14\n');
    expect(html).toContain('<img src="cid:c1@desk" alt="Tickets a week: 12, 9, 14" width="560">');
    expect(html).toContain('<bdi>हिन्दी</bdi>');
  });
});
