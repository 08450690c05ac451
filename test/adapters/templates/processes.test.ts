import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Templates } from '../../../src/adapters/templates/load-templates.ts';
import { samples } from '../../../src/adapters/templates/samples/samples.ts';
import { simple } from '../../../src/domain/workflow/simple.ts';
import type { Workflow } from '../../../src/domain/workflow/workflow.ts';
import { scratchDir, shippedIn, withOverrides } from './support.ts';

const scratch = await scratchDir();
const both = await shippedIn(scratch, 'en', 'es');
afterAll(() => rm(scratch, { recursive: true }));

const english = `states: { raised: Received, waiting: Waiting for you }
statuses: { open: In good hands }
fields: { viable: { title: Can it be done?, yes: it can } }
checklists: { set-up: { title: Set-up, access: Access is there } }
answers: { decline: Not like this }
asks:
  offer: { question: "Do you agree to {{quote.total}}?", answers: { approve: I agree } }
verbs: { clear: { names: [understood], help: All is clear } }
texts:
  hello: { title: "Hello {{requester}}", text: "It is **{{state}}** now, due {{fields.eta}}." }
`;

const spanish = `states: { raised: Recibida }
verbs: { clear: { names: [claro, aclarado] } }
texts:
  hello:
    title: Hola {{requester}}
    text: |
      Ahora está en **{{state}}**.

      - Fecha: {{fields.eta}}
`;

const files = { 'en/workflows/own.yaml': english, 'es/workflows/own.yaml': spanish };

const [first] = samples.told;
const lead = { ...first.lead, process: 'own', text: 'texts.hello' };
const told = (values: Readonly<Record<string, unknown>>) => ({
  ...{ ...first, body: '', quoted: null, status: { label: 'statuses.open', process: 'own' } },
  lead: { ...lead, values: { ...first.lead?.values, ...values } },
});
const mailOf = (templates: Templates, language: string, values: Readonly<Record<string, unknown>>) =>
  templates.render('told', language, told(values));

describe('what a process says', () => {
  test('stands in the mail in its reader’s language, labels as words', async () => {
    const templates = await withOverrides(scratch, files);
    const values = { state: { label: 'states.raised', process: 'own' }, fields: { eta: '4 Dec' } };
    const { text, html } = mailOf(templates, 'es', values);
    expect(text).toMatch(/^Hola Jane Roe\n\nAhora está en Recibida\.\n\n- Fecha: 4 Dec\n/);
    expect(html).toMatch(/<h1[^>]*>Hola <bdi>Jane Roe<\/bdi><\/h1>/);
    expect(html).toMatch(/<strong[^>]*><bdi>Recibida<\/bdi><\/strong>/);
    expect(html).toMatch(/<li[^>]*>Fecha: <bdi>4 Dec<\/bdi><\/li>/);
  });

  test('what one language lacks comes in the next, key by key', async () => {
    const templates = await withOverrides(scratch, files);
    expect(mailOf(templates, 'es', {}).text).toContain('Estado: In good hands.');
    expect(mailOf(templates, 'de', { state: 'X', fields: { eta: '' } }).text).toMatch(/^Hello Jane Roe\n\nIt is X now/);
    expect(templates.processes.labelOf({ label: 'states.waiting', process: 'own' }, 'es')).toBe('Waiting for you');
  });

  test('where no language has a word of it, the mail is whole all the same', async () => {
    const templates = await withOverrides(scratch, files);
    const { text } = templates.render('told', 'en', { ...told({}), lead: { ...lead, text: 'texts.nothing' } });
    expect(text).toMatch(/^There is news about HD-1042: Printer on fire\n/);
  });

  test('A10: values stay values: no markup, no paragraph, no Handlebars of their own', async () => {
    const templates = await withOverrides(scratch, files);
    const { text, html } = mailOf(templates, 'en', { requester: '<b>{{desk}}</b>', fields: { eta: '**x**\n\n## Pay now' } });
    expect(text).toMatch(/^Hello <b>\{\{desk\}\}<\/b>\n/);
    expect(text).toContain('due **x**  ## Pay now.');
    expect(html).toContain('&lt;b&gt;{{desk}}&lt;/b&gt;');
    expect(html).not.toMatch(/<h2/);
  });

  test('a field that the ticket’s version of the process never had is empty', async () => {
    const templates = await withOverrides(scratch, files);
    expect(mailOf(templates, 'en', { state: 'X', fields: {} }).text).toContain('It is X now, due .');
  });
});

test.each([
  ['states.raised', 'es', 'Recibida'],
  ['states.closed', 'es', 'cerrado'],
  ['statuses.closed', 'es', 'Cerrada'],
  ['statuses.closed', 'pt-BR', 'Encerrada'],
  ['statuses.raised', 'es', 'Recibida'],
  ['verbs.clear', 'es', 'Claro'],
  ['verbs.skip-it', 'es', 'Skip it'],
  ['verbs.clear.help', 'en', 'All is clear'],
  ['states.unknown', 'en', 'unknown'],
  ['fields.viable', 'en', 'Can it be done?'],
  ['fields.viable.yes', 'en', 'it can'],
  ['checklists.set-up', 'en', 'Set-up'],
  ['checklists.set-up.access', 'en', 'Access is there'],
  ['asks.offer.answers.approve', 'en', 'I agree'],
  ['asks.offer.answers.decline', 'en', 'Not like this'],
  ['asks.offer.answers.confirm', 'es', 'Sí'],
])('%s in %s is “%s”', async (label, language, words) => {
  const { processes } = await withOverrides(scratch, files);
  expect(processes.labelOf({ label, process: 'own' }, language)).toBe(words);
});

test('a verb has names in every language', async () => {
  const { processes } = await withOverrides(scratch, files);
  expect(processes.namesOf('own', 'clear')).toMatchObject({ en: ['understood'], es: ['claro', 'aclarado'] });
});

const own: Workflow = {
  ...simple,
  name: 'own',
  fields: { eta: { kind: 'date' } },
  entries: [
    { needs: {}, state: 'raised', sets: {}, asks: [], charges: [], tells: [{ to: 'requester', text: 'hello', when: {} }] },
  ],
};

test.each([
  ['states: [raised]\n', 'error', 1, 9, /^states: expected a table/],
  ['stats: { raised: x }\n', 'error', 1, 1, /^the file has no "stats"; did you mean "states"\?$/],
  ['texts:\n  hello: { titel: x }\n', 'error', 2, 12, /^texts\.hello has no "titel"; did you mean "title"\?$/],
  ['texts:\n  hello: "due {{fields.etta}}"\n', 'error', 2, 24, /^there is no "etta" here; did you mean "eta"\?/],
  ['texts:\n  hello:\n    text: |\n      Due\n\n      on {{fields.etta}}\n', 'error', 6, 19, /no "etta" here/],
  ['texts:\n  hello: "{{#if tag}}x"\n', 'error', 2, 11, /^Handlebars cannot read this/],
  ['texts:\n  hello: x\n  helo: y\n', 'stray', 3, 9, /^the process "own" has no "helo" among its texts; did you mean "hello"\?$/],
  ['verbs: { clear: { names: understood } }\n', 'error', 1, 26, /^verbs\.clear\.names: expected names/],
  ['texts:\n  hello: "x\n', 'error', 3, 1, /quote/],
])('a mistake in a language file is told where it stands: %j', async (content, kind, line, column, message) => {
  const templates = await withOverrides(scratch, { 'es/workflows/own.yaml': content }, both);
  const found = templates.check([], [own]);
  expect(found).toContainEqual(
    expect.objectContaining({
      kind,
      line,
      column,
      message: expect.stringMatching(message),
      file: expect.stringMatching(/es\/workflows/),
    }),
  );
});

test('what a process has no words for is an error in English, a gap elsewhere', async () => {
  const templates = await withOverrides(scratch, { 'es/workflows/own.yaml': 'states: { raised: Recibida }\n' }, both);
  const found = templates.check(['es'], [own]).filter(({ file }) => file.endsWith('own.yaml'));
  expect(found.map(({ kind, file, message }) => [kind, file, message.replace(/;.*/, '')])).toEqual([
    ['error', 'en/workflows/own.yaml', 'missing in "en": fields.eta, texts.hello'],
    ['gap', 'es/workflows/own.yaml', 'missing in "es": fields.eta, texts.hello'],
  ]);
});

test('a choice has its words with those of its values', async () => {
  const words = 'states: { raised: Recibida }\nfields: { eta: { title: Plazo, soon: pronto } }\ntexts: { hello: Hola }\n';
  const templates = await withOverrides(scratch, { 'en/workflows/own.yaml': words, 'es/workflows/own.yaml': words }, both);
  expect(templates.check(['es'], [own]).filter(({ file }) => file.endsWith('own.yaml'))).toEqual([]);
});
