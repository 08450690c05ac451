import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleNames, samples } from '../../src/adapters/templates/samples/samples.ts';
import { asked } from '../support/asked.ts';
import { scratch } from '../support/scratch.ts';
import { type SmtpSink, startSink } from '../support/smtp-sink.ts';
import { root } from '../support/source-files.ts';

const scratchDir = scratch();
const all = sampleNames.reduce((sum, name) => sum + samples[name].length, 0);

/** A desk that sends by a sink. */
async function aDesk(smtpPort = 9) {
  const dir = scratchDir();
  const config = join(dir, 'config');
  await cp(join(root, 'test', 'world-config'), config, { recursive: true });
  const outgoing = `outgoing: { smtp: { host: 127.0.0.1, port: ${smtpPort}, secure: false } }`;
  const desk = 'desk: { name: Acme Support, address: support@acme.example, timezone: UTC }';
  await writeFile(join(config, 'helpdesk.yaml'), `${desk}\nlisten: { smtp: { port: 2525 } }\n${outgoing}\n`);
  const ask = (args: readonly string[], options: Record<string, unknown> = {}, isTerminal = false) =>
    asked('preview', args, options, { data: join(dir, 'data'), config, isTerminal });
  const own = async (place: string, content: string) => {
    await mkdir(join(config, 'templates', 'en'), { recursive: true });
    await writeFile(join(config, 'templates', place), content);
  };
  return { dir, ask, own };
}

type Sent = { template: string; language: string; outcome: string; reply: string };
const lines = (out: string): Sent[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('maildesk preview', () => {
  test('writes one page with every template, sample and language into the file named', async () => {
    const { dir, ask } = await aDesk();
    const file = join(dir, 'mails.html');
    const { code, out, err } = await ask([file]);
    const page = await readFile(file, 'utf8');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`file://${file}`);
    const { mails } = JSON.parse(/id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
    const languages = new Set(mails.map(({ language }: Sent) => language));
    expect([...languages]).toEqual(expect.arrayContaining(['en', 'es']));
    expect(mails).toHaveLength(all * languages.size);
    expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  test('in a pipe, the page itself; --json says what was made', async () => {
    const { dir, ask } = await aDesk();
    const page = await ask([], { template: 'status', language: 'es' });
    expect(page.out).toMatch(/^<!doctype html>[\s\S]*es\/status\.hbs[\s\S]*<\/html>\n$/);
    const file = join(dir, 'x.html');
    const { out } = await ask([file], { json: true, template: 'status' });
    expect(JSON.parse(out)).toMatchObject({ file, broken: 0, complaints: [] });
  });

  test('a template that is broken is told with its place; the page has all others', async () => {
    const { dir, ask, own } = await aDesk();
    await own('en/reopened.hbs', 'no front matter');
    const file = join(dir, 'mails.html');
    const { code, err, out } = await ask([file]);
    expect({ code, err, out }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/templates\/en\/reopened\.hbs:\d+:\d+: /),
      out: expect.stringMatching(/\d cannot be filled/),
    });
    expect(await readFile(file, 'utf8')).toContain('"kind":"broken"');
  });

  test.each([
    [{ template: 'acknowlege' }, /no such template; did you mean acknowledge\?/],
    [{ language: 'xx' }, /no such language; (did you mean|there are)/],
    [{ port: '80' }, /--port goes with --watch/],
    [{ watch: true, send: 'maria@acme.example' }, /--send mails the samples and makes no page/],
    [{ watch: true, port: '99999' }, /expected a port, 1 to 65535/],
  ])('refuses %o', async (options, said) => {
    const { ask } = await aDesk();
    expect(await ask([], options)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(said) });
  });
});

describe('maildesk check', () => {
  test('tells what mails lose by an own template or style sheet, each once', async () => {
    const { dir, own } = await aDesk();
    const check = async () => {
      const place = { data: join(dir, 'data'), config: join(dir, 'config') };
      const { out } = await asked('check', [], { json: true }, place);
      return (JSON.parse(out).warnings as string[]).filter((line) => line.includes(', sample '));
    };
    await own(
      'en/reopened.hbs',
      '---\nsubject: "{{subject}}"\n---\nHi , there.\n=== html ===\n<p style="color: #aaaaaa">Hi there.</p>\n',
    );
    expect(await check()).toEqual([
      expect.stringMatching(
        /\/config\/templates\/en\/reopened\.hbs, sample 1, and 1 more: contrast: “Hi there\.” in light: #aaaaaa on #ffffff is 2\.32/,
      ),
      expect.stringMatching(/\/config\/templates\/en\/reopened\.hbs, sample 1, and 1 more: filled: text: a space before a mark/),
    ]);
    await own('en/reopened.hbs', '---\nsubject: "{{subject}}"\n---\nHi there.\n=== html ===\n<p>Hi there.</p>\n');
    expect(await check()).toEqual([]);
  });
});

describe('maildesk preview --send', () => {
  const withSink = async (work: (sink: SmtpSink) => Promise<void>) => {
    const sink = await startSink();
    await work(sink).finally(() => sink.stop());
  };
  const toMaria = { send: 'Maria@acme.example', json: true };

  test('mails what was asked for to that one address, marked, and says what the server answered', () =>
    withSink(async (sink) => {
      const { ask } = await aDesk(sink.port);
      const { code, out } = await ask([], { ...toMaria, template: 'notify-new', language: 'es' });
      expect(code).toBe(0);
      expect(lines(out)).toHaveLength(samples['notify-new'].length);
      expect(lines(out)[0]).toMatchObject({
        template: 'notify-new',
        language: 'es',
        outcome: 'accepted',
        reply: expect.stringMatching(/^250 /),
      });
      expect(sink.records.map(({ recipients }) => recipients)).toEqual(samples['notify-new'].map(() => ['maria@acme.example']));
      const [mail] = sink.mails;
      expect(mail?.subject).toBe('[Sample: notify-new, es, 1] Re: [HD-1042] Printer on fire');
      expect(mail?.headers.get('reply-to')).toBe('maria@acme.example');
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    }));

  test.each(['maria', 'maria@', 'a@b.example, c@d.example', 'Maria <maria@acme.example>', ''])('refuses %o', async (send) => {
    const { ask } = await aDesk();
    expect(await ask([], { send })).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/expected one address/) });
  });

  test('does not mail the desk itself', async () => {
    const { ask } = await aDesk();
    expect(await ask([], { send: 'support@acme.example' })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/the desk itself/),
    });
  });

  test('stops where the server takes none', async () => {
    const { ask } = await aDesk();
    const { code, out, err } = await ask([], toMaria);
    expect(code).toBe(1);
    expect(lines(out).map(({ outcome }) => outcome)).toEqual(['deferred', 'deferred', 'deferred']);
    expect(err).toMatch(/\d+ were not tried/);
  });
});
