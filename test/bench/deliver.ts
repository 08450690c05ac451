import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixedClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { deliver } from '../../src/cli/deliver.ts';
import { replyAddress } from '../../src/domain/authenticate/reply-address.ts';
import { replyLifetime } from '../../src/domain/authenticate/token.ts';
import { bareRate } from './bare-parse.ts';
import { type Figure, perSecond, type Share } from './figure.ts';
import { fill } from './fill.ts';
import { type Acknowledged, firstMail, replyMail } from './mails.ts';
import { median, settleDown, timed } from './measure.ts';
import { type Office, office, openOffice } from './office.ts';
import { main } from './paths.ts';
import { terminalTo } from './terminal.ts';

/** Rates of one pass over the same mails: ours and the bare parse, measured one right after the other. */
type Pass = { ours: number; bare: number };
type Passes = { first: readonly Pass[]; replies: readonly Pass[] };

const day = 86_400_000;
const mostMails = 2000;

/** (a) and (b): new tickets and replies, into a young store and, (c), into one that holds 100,000 tickets. */
export async function deliverFigures(share: Share, rows: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  const young = await passesOn(share, () => office());
  if (rows.includes('a')) figures.push(figureOf('a', 'deliver, new tickets', young.first), await throughProcess(share));
  if (rows.includes('b')) figures.push(figureOf('b', 'deliver, replies', young.replies));
  if (!rows.includes('c')) return figures;
  const tickets = share.mails(100_000);
  await using large = await office();
  const filling = await timed(() => fill(large, tickets));
  const full = await passesOn(share, async () => ({ ...large, [Symbol.asyncDispose]: async () => {} }));
  const held = `with ${tickets.toLocaleString('en')} tickets`;
  figures.push(
    { ...comparison('c', `new tickets, ${held}`, full.first, young.first) },
    { ...comparison('c', `replies, ${held}`, full.replies, young.replies) },
    line('c', `(filling that store, ${Math.round((tickets / filling) * 1000)} tickets/s)`, `${Math.round(filling / 1000)} s`),
  );
  return figures;
}

/** One pass to warm up, then those that count. A day lies between two, so that every new ticket is acknowledged. */
async function passesOn(share: Share, open: () => Promise<Office>): Promise<Passes> {
  const count = share.mails(mostMails);
  const first: Pass[] = [];
  const replies: Pass[] = [];
  for (let pass = 0; pass <= share.passes; pass++) {
    await using place = await open();
    const at = Date.now() + pass * day;
    const mails = Array.from({ length: count }, (_, index) => firstMail(pass * mostMails + index, at));
    first.push(await onePass(place, mails, at));
    const answers = (await acknowledgedIn(place, count)).map((one) => replyMail(one, at));
    replies.push(await onePass(place, answers, at + 1000));
  }
  return { first: first.slice(1), replies: replies.slice(1) };
}

async function onePass(place: Office, mails: readonly Buffer[], at: number): Promise<Pass> {
  const files = await writeMails(place, mails);
  await settleDown();
  const bare = await bareRate(mails);
  let lines = 0;
  const took = await timed(() => runDeliver(place, files, at, () => lines++));
  if (lines !== mails.length) throw new Error(`${mails.length} mails were delivered, ${lines} were reported`);
  return { bare, ours: (mails.length / took) * 1000 };
}

/** What `maildesk deliver FILE...` runs, in this process: opening the house included. */
async function runDeliver({ config, data }: Office, files: readonly string[], at: number, onLine: () => void): Promise<void> {
  const terminal = terminalTo((line) => (/"outcome":"(created|appended)"/.test(line) ? onLine() : undefined));
  const common = { config, data, json: true };
  await deliver.run({ terminal, adapters, clock: fixedClock(at), common, args: files, options: {} });
}

async function writeMails({ dir }: Office, mails: readonly Buffer[]): Promise<string[]> {
  const folder = join(dir, 'mails');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const files = mails.map((_, index) => join(folder, `${index}.eml`));
  for (const [index, mail] of mails.entries()) await writeFile(files[index] as string, mail);
  return files;
}

/** The latest acknowledgements, as their readers would answer them. @throws where not every mail was acknowledged in full */
async function acknowledgedIn(place: Office, count: number): Promise<Acknowledged[]> {
  const house = await openOffice(place);
  const { desk } = house.settings();
  const acknowledged = await house.store.read(async (at) => {
    const rows = (await at.outbox({})).filter(({ template }) => template === 'acknowledge').slice(-count);
    const list: Acknowledged[] = [];
    for (const { messageId, ticket, to, inReplyTo, subject } of rows) {
      const id = await at.contactId(to.address);
      if (ticket === null || id === null) throw new Error(`no ticket or contact behind the acknowledgement to ${to.address}`);
      const principal = { kind: 'contact', id } as const;
      const token = { purpose: 'reply', ticket, principal, expires: Date.now() + replyLifetime } as const;
      const serial = Number(/^<(\d+)/.exec(inReplyTo ?? '')?.[1]);
      list.push({ serial, subject: subject ?? '', messageId, replyTo: replyAddress(desk, house.signer, token) });
    }
    return list;
  });
  await house.close();
  if (acknowledged.length !== count) throw new Error(`${acknowledged.length} of ${count} mails were acknowledged in full`);
  return acknowledged;
}

/** The same by the command line, as a process of its own: with start-up, and code that runs cold. */
async function throughProcess(share: Share): Promise<Figure> {
  await using place = await office();
  const count = share.mails(mostMails);
  const files = await writeMails(
    place,
    Array.from({ length: count }, (_, index) => firstMail(index, Date.now())),
  );
  await settleDown();
  const took = await timed(async () => {
    const args = [main, 'deliver', '--config', place.config, '--data', place.data, '--json', ...files];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`maildesk deliver ended with ${code}`);
  });
  return line('a', `the same by one process \`maildesk deliver\` of ${count} files`, perSecond((count / took) * 1000));
}

const ratioOf = (passes: readonly Pass[]): number => median(passes.map(({ ours, bare }) => ours / bare));

function figureOf(row: string, what: string, passes: readonly Pass[]): Figure {
  const ratio = ratioOf(passes);
  const ours = median(passes.map((pass) => pass.ours));
  const bare = median(passes.map((pass) => pass.bare));
  return { row, what, figure: perSecond(ours), bare, ratio, target: 'ratio 0.06 or more', met: ratio >= 0.06 };
}

function comparison(row: string, what: string, passes: readonly Pass[], young: readonly Pass[]): Figure {
  const figure = figureOf(row, what, passes);
  const share = (figure.ratio ?? 0) / ratioOf(young);
  const more = `${figure.figure}, ${Math.round(share * 100)} % of a young store's`;
  return { ...figure, figure: more, target: '80 % or more', met: share >= 0.8 };
}

const line = (row: string, what: string, figure: string): Figure => ({
  row,
  what,
  figure,
  bare: null,
  ratio: null,
  target: '',
  met: null,
});
