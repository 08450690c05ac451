import type { House } from '../app/house.ts';
import { compose } from '../app/journey/8-answer.ts';
import { outboxId } from '../domain/ids.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import type { OutboxRow, ReadyRow } from '../domain/outbox.ts';
import type { OutboundMail } from '../domain/sender.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { publicOutboxRow } from './public-shapes.ts';
import { minute, short, table } from './table.ts';
import { withHouse, withHouseToRead } from './with-house.ts';

/** What is waiting, sent, failed; lets a failed or blocked mail try again. */
export const outbox: CliCommand = {
  name: 'outbox',
  args: '',
  summary: 'lists the mails that wait, were sent or failed',
  flags: [
    ['--failed', 'only those that failed or are blocked'],
    ['--show <id>', 'the text of one mail, as its reader gets it'],
    ['--retry <id>', 'lets a failed, blocked or held mail try again'],
  ],
  run: (invocation) =>
    invocation.options['retry'] === undefined
      ? withHouseToRead(invocation, (house) => (invocation.options['show'] === undefined ? list : show)(invocation, house))
      : withHouse(invocation, (house) => retry(invocation, house)),
};

async function list({ options, terminal, common }: Invocation, house: House): Promise<number> {
  const { desk } = house.settings();
  const rows = await house.store.read((at) => at.outbox({ failed: options['failed'] === true }));
  if (common.json)
    for (const row of rows) terminal.out(JSON.stringify(publicOutboxRow(row, subjectOf(house, row), desk.address, desk.prefix)));
  else if (rows.length === 0) terminal.out(options['failed'] === true ? 'no failed mails' : 'the outbox is empty');
  else
    terminal.out(
      table(
        head,
        rows.map((row) => [
          row.id,
          row.state,
          row.ticket === null ? null : tagOf(desk.prefix, row.ticket),
          row.template,
          short(row.to.address, 32),
          row.next === null ? null : minute(row.next),
          troubleOf(row) ?? subjectOf(house, row),
        ]),
        terminal,
      ),
    );
  return exitCodes.done;
}

/** Why it waits or failed; null where all is well. */
const troubleOf = ({ error, limited, foldedInto }: OutboxRow): string | null => {
  if (limited !== undefined) return `waits for its turn (outgoing.limits.${limited})`;
  return foldedInto === undefined ? error : `left as one mail with ${foldedInto}`;
};

const head = ['id', 'state', 'ticket', 'mail', 'to', 'next (UTC)', 'subject or trouble'];

/** The mail of a row, written again as it left or will leave. */
async function show({ options, terminal, common }: Invocation, house: House): Promise<number> {
  const id = Number(options['show']);
  const row = Number.isInteger(id) ? await house.store.read((at) => at.outboxRow(outboxId(id))) : null;
  const now = () => row?.next ?? row?.created ?? 0;
  const composed = row && (await compose({ ...house, now, ready: named, render: () => house.templates().renderTogether }, row));
  if (composed === null) terminal.err(`maildesk outbox: there is no mail ${String(options['show'])}`);
  else if (composed.kind === 'blocked') terminal.err(`maildesk outbox: mail ${id} cannot be written: ${composed.why}`);
  else terminal.out(common.json ? JSON.stringify(composed.mail, null, 2) : asRead(composed.mail));
  return composed?.kind === 'composed' ? exitCodes.done : exitCodes.failed;
}

/** Nothing is made for a look: a file that is not there yet is shown by its name. */
const named = async (row: OutboxRow): Promise<ReadyRow> => ({
  ...row,
  attachments: row.attachments.map((file) => ('makes' in file ? { ...file, text: '' } : file)),
});

const asRead = ({ from, to, replyTo, subject, messageId, inReplyTo, text }: OutboundMail): string =>
  [
    `From: ${from.name} <${from.address}>`,
    `To: ${to.name} <${to.address}>`,
    ...(replyTo === null ? [] : [`Reply-To: ${replyTo}`]),
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
    ...(inReplyTo === null ? [] : [`In-Reply-To: ${inReplyTo}`]),
    '',
    text.trimEnd(),
  ].join('\n');

async function retry({ options, terminal, clock }: Invocation, house: House): Promise<number> {
  const id = Number(options['retry']);
  const done = Number.isInteger(id) && (await house.store.write((at) => at.retry(outboxId(id), clock.now())));
  if (done) terminal.out(`mail ${id} is due again; the running desk sends it`);
  else terminal.err(`maildesk outbox: mail ${String(options['retry'])} is not one that failed, is blocked or held`);
  return done ? exitCodes.done : exitCodes.failed;
}

/** Rows without one take it from their template, which may be broken: that is then the trouble shown. */
function subjectOf(house: House, row: OutboxRow): string {
  if (row.subject !== null) return row.subject;
  try {
    return house.templates().render(row.template, row.language, row.data).subject;
  } catch {
    return '';
  }
}
