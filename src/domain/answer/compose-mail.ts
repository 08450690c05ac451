import { toBase32 } from '../authenticate/base32.ts';
import { replyAddress } from '../authenticate/reply-address.ts';
import { labelled, type Principal, replyLifetime } from '../authenticate/token.ts';
import { logoId } from '../brand.ts';
import { ticketNo } from '../ids.ts';
import type { OutboxRow, ReadyRow } from '../outbox.ts';
import type { Signer } from '../ports.ts';
import type { OutboundMail } from '../sender.ts';
import type { DeskSettings, OutgoingSettings } from '../settings.ts';
import { mailtoLink } from './mailto.ts';
import { probeHeaders } from './probe-mail.ts';
import type { Action } from './template-data.ts';

/** A template, filled. */
export type Rendered = { subject: string; text: string; html: string };

export type Correspondence = {
  desk: DeskSettings;
  envelope: OutgoingSettings['envelope'];
  signer: Signer;
  /** Whom the reply address is signed for; null where the store knows no such person. */
  principal: Principal | null;
  now: number;
};

/** The address an answer to this row comes back to: signed for its ticket and reader. */
export function answerAddress(row: OutboxRow, { desk, signer, principal, now }: Correspondence): string {
  if (row.ticket === null || principal === null) return desk.address;
  return replyAddress(desk, signer, { purpose: 'reply', ticket: row.ticket, principal, expires: now + replyLifetime });
}

/**
 * Writes the `mailto:` behind every action: to the signed address, the command in the subject's brackets (RFC 6068); to an
 * address made for that one question where it answers one.
 */
export function withLinks(row: OutboxRow, address: string, desk: Correspondence): Readonly<Record<string, unknown>> {
  const subject = row.subject ?? '';
  const link = (action: Action): Action => {
    if (action.confirms !== undefined) return { ...action, href: confirming(desk, action.confirms, action.line ?? '') };
    if (action.answers !== undefined) return { ...action, href: answering(desk, action, action.answers) };
    if (action.href !== '' || (action.command === '' && action.body === undefined)) return action;
    return { ...action, href: mailtoLink({ subject, ...action, address }) };
  };
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return isAction(value) ? link(value) : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]));
  };
  return inside(row.data) as Readonly<Record<string, unknown>>;
}

/** The whole mail, headers by RFC 3834 and MS-OXCMAIL, ready for the one writer of wire format. */
export function composeMail(row: ReadyRow, rendered: Rendered, replyTo: string, desk: Correspondence): OutboundMail {
  const name = senderName(desk.desk, row.fromName);
  return {
    envelope: { from: envelopeFrom(row, desk), to: row.to.address },
    from: { name, address: desk.desk.address },
    to: row.to,
    replyTo,
    subject: rendered.subject,
    messageId: row.messageId,
    inReplyTo: row.inReplyTo,
    references: row.references,
    date: desk.now,
    headers: headersOf(row, replyTo, desk),
    text: rendered.text,
    html: rendered.html,
    pictures: picturesIn(rendered.html, desk.desk),
    attachments: row.attachments.map((file) => placed(file, rendered.html)),
  };
}

/** A picture stays where the words show it; where they went as plain text it comes as a file. */
const placed = (file: ReadyRow['attachments'][number], html: string): ReadyRow['attachments'][number] =>
  'text' in file || !file.inline || html.includes(`"cid:${file.cid}"`) ? file : { ...file, inline: false };

/** Header by which a mail of ours that comes back is known; its value cannot be guessed, so nobody can hide a mail as ours. */
export const loopHeader = 'X-Maildesk-Loop';

/** @param key one of before may have signed a mail that is still on its way */
export function loopMark(signer: Signer, desk: Pick<DeskSettings, 'address'>, key: number = signer.currentKey): string {
  const bytes = Uint8Array.from(desk.address.toLowerCase(), (letter) => letter.charCodeAt(0) & 0xff);
  return toBase32((signer.mac(key, labelled('loop', bytes)) ?? new Uint8Array()).subarray(0, 15));
}

function headersOf(row: OutboxRow, replyTo: string, { signer, desk, now }: Correspondence): OutboundMail['headers'] {
  const automatic =
    row.automatic === null
      ? []
      : [
          { name: 'Auto-Submitted', value: row.automatic },
          { name: 'X-Auto-Response-Suppress', value: 'All' },
        ];
  const probing = row.template === 'probe' ? probeHeaders(row, signer, now) : [];
  return [...automatic, ...probing, ...endings(row, replyTo), { name: loopHeader, value: loopMark(signer, desk) }];
}

/** @see RFC 2369 §3.2, RFC 8058 §3.1 (`-Post` only where there is a page that takes the click) */
function endings({ digest }: OutboxRow, replyTo: string): OutboundMail['headers'] {
  if (digest === undefined) return [];
  const byMail = `<mailto:${replyTo}?subject=${encodeURIComponent(`[${digest.command}]`)}>`;
  if (digest.oneClick === null) return [{ name: 'List-Unsubscribe', value: byMail }];
  return [
    { name: 'List-Unsubscribe', value: `<${digest.oneClick}>, ${byMail}` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
}

function envelopeFrom(row: OutboxRow, { desk, envelope, signer, now }: Correspondence): string {
  if (envelope === 'null') return row.automatic === null ? desk.address : '';
  if (envelope === 'address' || desk.reply.kind === 'none') return desk.address;
  const principal = { kind: 'contact', id: row.id } as const;
  return replyAddress(desk, signer, {
    purpose: 'bounce',
    ticket: row.ticket ?? noTicket,
    principal,
    expires: now + replyLifetime,
  });
}

const noTicket = 0 as NonNullable<OutboxRow['ticket']>;

/** The token stands in the link alone, never in a header (5.1); how long an answer counts. */
const confirmLifetime = 86_400_000;

function confirming({ desk, signer, principal, now }: Correspondence, question: number, line: string): string {
  if (principal === null) return '';
  const token = { purpose: 'confirm', ticket: ticketNo(question), principal, expires: now + confirmLifetime } as const;
  return mailtoLink({ address: replyAddress(desk, signer, token), subject: line, body: line });
}

/** Likewise: where other tokens name their ticket, this one names the question, and with it one revision of what is decided. */
function answering(
  { desk, signer, principal, now }: Correspondence,
  action: Action,
  asked: NonNullable<Action['answers']>,
): string {
  const { line = '', subject = '' } = action;
  if (principal === null) return '';
  const token = {
    purpose: 'approve',
    ticket: ticketNo(asked.ask),
    principal,
    expires: asked.until ?? now + replyLifetime,
  } as const;
  return mailtoLink({ address: replyAddress(desk, signer, token), subject, body: line });
}

const isAction = (value: object): value is Action => 'href' in value && 'command' in value && 'label' in value;

/** Who writes, as From shows it: the desk itself, or a person at it. */
const senderName = ({ name, sender }: DeskSettings, person: string): string =>
  person === '' ? name : sender.replace(/\{(person|desk)\}/g, (_, who: string) => (who === 'desk' ? name : person));

/** Our own pictures that a mail shows. */
export const picturesIn = (html: string, { brand: { logo } }: DeskSettings): OutboundMail['pictures'] =>
  logo !== null && html.includes(`cid:${logoId}`) ? [{ cid: logoId, bytes: logo }] : [];
