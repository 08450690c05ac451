import type { House } from '../app/house.ts';
import { storedMail } from '../app/stored-mail.ts';
import { messageId } from '../domain/ids.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import type { OutboxRow } from '../domain/outbox.ts';
import type { Reading } from '../domain/ports.ts';
import type { Arrival } from '../domain/ticket.ts';
import { type CliCommand, exitCodes } from './command.ts';
import { evidenceLines } from './evidence-lines.ts';
import { minute } from './table.ts';
import { valuesOf } from './values-of.ts';
import { withHouseToRead } from './with-house.ts';

/** How a mail was taken and why, from the ledger: each time it came in, what was decided, what it caused. */
export const why: CliCommand = {
  name: 'why',
  args: '<id>',
  summary: 'shows how a mail (Message-ID, SHA-256 or its beginning) was taken, why, and what it caused',
  flags: [],
  run: (invocation) =>
    withHouseToRead(invocation, async (house) => {
      const {
        args: [id = ''],
        terminal,
        common,
      } = invocation;
      const found = await house.store.read((at) => arrivalsNamed(at, id));
      if (found === null) {
        terminal.err(`maildesk why: ${id}: expected a Message-ID such as '<a@b.example>', or a SHA-256 in hex`);
        return exitCodes.usage;
      }
      const mails: Whole[] = [];
      for (const arrival of found) mails.push(await whole(house, arrival));
      if (mails.length === 0) terminal.err(`maildesk why: no mail ${id} ever came in`);
      else terminal.out(common.json ? JSON.stringify(mails, null, 2) : mails.map(humanly).join('\n\n'));
      return mails.length === 0 ? exitCodes.failed : exitCodes.done;
    }),
};

/** Shells eat `<` and `>`, so that they may be left out. */
async function arrivalsNamed(at: Reading, id: string): Promise<readonly Arrival[] | null> {
  if (/^[0-9a-f]{8,64}$/i.test(id)) return at.arrivalsOf({ sha256: id.toLowerCase() });
  if (!/^<?[^<>\s]+>?$/.test(id) || !id.includes('@')) return null;
  return at.arrivalsOf({ messageId: messageId(`<${id.replace(/^<|>$/g, '')}>`) });
}

type Whole = Awaited<ReturnType<typeof whole>>;

async function whole(house: House, arrival: Arrival) {
  const { ticket, source, receivedAt, outcome, why: reason, authUser, envelope, state, size, imported } = arrival;
  const { prefix } = house.settings().desk;
  const mail = await storedMail(house, arrival);
  const caused = await house.store.read((at) => at.outbox(ticket === null ? {} : { ticket }));
  const evidence = await house.store.read((at) => at.evidence(arrival.id));
  const journal = ticket === null ? [] : await house.store.read((at) => at.journal(ticket));
  return {
    id: arrival.id,
    messageId: arrival.messageId ?? '',
    sha256: arrival.sha256,
    from: mail?.from.address ?? '',
    subject: mail?.subject ?? '',
    received: new Date(receivedAt).toISOString(),
    ...{ way: source.kind, mailbox: source.mailbox, authUser, envelope, size, imported, state, outcome },
    ticket: ticket === null ? null : tagOf(prefix, ticket),
    why: reason,
    evidence: evidence.map(({ at, ...row }) => ({ at: new Date(at).toISOString(), ...row })),
    journal: journal
      .filter(({ evidence, at }) => evidence !== null && evidence === arrival.messageId && at >= receivedAt)
      .map(({ at, ...row }) => ({ at: new Date(at).toISOString(), ...row })),
    mails: caused.filter(({ journey }) => journey === arrival.id).map(publicMail),
  };
}

const publicMail = ({ id, template, to, state }: OutboxRow) => ({ id, template, to: to.address, state });

function humanly(mail: Whole): string {
  const { outcome, ticket, way, mailbox, authUser, evidence, journal, mails } = mail;
  const by = `${way}${mailbox === null ? '' : `, mailbox ${mailbox}`}${authUser === null ? '' : `, logged in as ${authUser}`}`;
  const lines: readonly (readonly [string, string])[] = [
    ['from', mail.from],
    ['subject', mail.subject],
    [
      'received',
      `${minute(Date.parse(mail.received))} UTC by ${by}${mail.imported ? ', imported' : ''}; mail ${mail.id} in the log`,
    ],
    ['id', mail.messageId || '(no Message-ID)'],
    ['sha-256', mail.sha256],
    ['became', `${outcome ?? 'not decided yet'}${ticket === null ? '' : `, ${ticket}`}`],
    ['because', mail.why || 'nothing was noted'],
    ...evidence.flatMap(evidenceLines),
    ...journal.map(({ event, actor, data }) => ['journal', `${actor} ${event} ${valuesOf(data)}`.trim()] as const),
    ...mails.map(({ id, template, to, state }) => ['mail out', `${id}: ${template} to ${to}, ${state}`] as const),
  ];
  return lines.map(([name, value]) => `${name.padEnd(10)}${value}`).join('\n');
}
