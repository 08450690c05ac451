import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { House } from '../app/house.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import type { Bytes, Taken } from '../domain/ports.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { firstByte } from './first-byte.ts';
import { withHouse } from './with-house.ts';

const chunk = 100;

/** Takes raw mails as an MTA's pipe would; what fails on our side is 75, so that the MTA keeps the mail (sysexits.h). */
export const deliver: CliCommand = {
  name: 'deliver',
  args: '[files...]',
  summary: 'takes raw messages as an MTA pipe would; - or nothing reads standard input',
  flags: [
    ['--mailbox <name>', 'the mailbox of helpdesk.yaml it came for'],
    ['--sender <address>', 'envelope sender, where the MTA names it'],
    ['--recipient <address...>', 'envelope recipients'],
    ['--imported', 'old mail: makes tickets, but nobody is written to'],
  ],
  async run(invocation) {
    const files = invocation.args.length === 0 ? ['-'] : invocation.args;
    return withHouse(invocation, (house) => deliverAll(invocation, house, files), exitCodes.tryAgain);
  },
};

async function deliverAll(invocation: Invocation, house: House, files: readonly string[]): Promise<number> {
  const { options, terminal } = invocation;
  const mailbox = typeof options['mailbox'] === 'string' ? options['mailbox'] : null;
  const names = house.settings().mailboxes.map(({ name }) => name);
  if (mailbox !== null && !names.includes(mailbox)) {
    terminal.err(`maildesk deliver: no mailbox ${mailbox}; helpdesk.yaml has ${names.join(', ') || 'none'}`);
    return exitCodes.tryAgain;
  }
  let code: number = exitCodes.done;
  for (let at = 0; at < files.length; at += chunk) {
    const done = await deliverChunk(invocation, house, mailbox, files.slice(at, at + chunk));
    if (done !== exitCodes.done) code = done;
  }
  return code;
}

type Piece = { file: string; content: Bytes };

async function deliverChunk(
  invocation: Invocation,
  house: House,
  mailbox: string | null,
  files: readonly string[],
): Promise<number> {
  const { terminal } = invocation;
  const pieces: Piece[] = [];
  let code: number = exitCodes.done;
  for (const file of files) {
    const opened = await open(file, invocation);
    if (opened.kind === 'open') pieces.push({ file, content: opened.content });
    else {
      terminal.err(`maildesk deliver: ${opened.text}`);
      code = opened.code;
    }
  }
  const taken = pieces.length === 0 ? [] : await takeIn(invocation, house, mailbox, pieces);
  for (const one of taken) terminal.out(shown(one, house, invocation));
  return code;
}

type OpenedFile = { kind: 'open'; content: Bytes } | { kind: 'refused'; text: string; code: number };

async function open(file: string, { terminal }: Invocation): Promise<OpenedFile> {
  if (file !== '-') {
    const found = await stat(file).catch((error: Error) => error);
    if (found instanceof Error)
      return { kind: 'refused', text: `${file} cannot be read: ${found.message}`, code: exitCodes.tryAgain };
    if (!found.isFile()) return { kind: 'refused', text: `${file} is no file`, code: exitCodes.tryAgain };
  }
  const content = await firstByte(file === '-' ? terminal.stdin : createReadStream(file));
  if (content === null)
    return { kind: 'refused', text: `${file === '-' ? 'standard input' : file} is empty: no mail`, code: exitCodes.empty };
  return { kind: 'open', content };
}

async function takeIn(
  { clock, options }: Invocation,
  house: House,
  mailbox: string | null,
  pieces: readonly Piece[],
): Promise<readonly Taken[]> {
  const { sender, recipient } = options as { sender?: string; recipient?: string[] };
  const envelope = sender === undefined && recipient === undefined ? null : { from: sender ?? '', to: recipient ?? [] };
  const ids = await house.intake.receive(
    pieces.map(({ content }) => ({
      source: { kind: 'pipe', mailbox },
      content,
      envelope,
      authUser: null,
      receivedAt: clock.now(),
      imported: options['imported'] === true,
    })),
  );
  return house.intake.take(ids);
}

function shown({ messageId, outcome, ticket, why }: Taken, house: House, { common }: Invocation): string {
  const tag = ticket === null ? null : tagOf(house.settings().desk.prefix, ticket);
  if (common.json) return JSON.stringify({ messageId: messageId ?? '', outcome, ticket: tag, why });
  return [outcome.padEnd(10), (tag ?? '-').padEnd(9), messageId ?? '(no Message-ID)', why].join(' ');
}
