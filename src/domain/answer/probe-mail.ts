import { forgedLines, probeHeader, probeToken } from '../authenticate/probe.ts';
import { splitAddress } from '../authenticate/reply-address.ts';
import type { Effect } from '../effect.ts';
import type { OutboxRow } from '../outbox.ts';
import type { Signer } from '../ports.ts';
import type { OutboundMail } from '../sender.ts';
import type { TrustedSource } from '../settings.ts';
import type { Desk } from './outgoing.ts';
import type { TemplateData } from './template-data.ts';

/** A mail from the desk to itself, the only one: it shows whether the border takes a forged line off (8601-4). */
export function probeMail({ settings: { desk }, now, newId }: Desk, source: TrustedSource, number: number): Effect {
  const [, domain] = splitAddress(desk.address);
  const data: TemplateData['probe'] = { deskName: desk.name, source: source.id, number, lines: forgedLines(source, domain) };
  return {
    act: 'queue-mail',
    mail: {
      ...{ ticket: null, template: 'probe', language: desk.language, party: 'associate', fromName: '', subject: null },
      ...{ to: { name: desk.name, address: desk.address }, messageId: newId(0), inReplyTo: null, references: [] },
      ...{ automatic: 'auto-generated', data, attachments: [], notBefore: now },
    },
  };
}

/** What makes such a mail a test: the forgery, and our sign that it is ours. */
export function probeHeaders({ data }: Pick<OutboxRow, 'data'>, signer: Signer, now: number): OutboundMail['headers'] {
  const { number, lines } = data as TemplateData['probe'];
  return [
    ...lines.map((value) => ({ name: 'Authentication-Results', value })),
    { name: probeHeader, value: probeToken(signer, number, now) },
  ];
}
