import { loopHeader, loopMark, picturesIn } from '../../domain/answer/compose-mail.ts';
import type { Delivery, OutboundMail, Sender } from '../../domain/sender.ts';
import type { Adapters, PreviewMail } from '../compose.ts';
import type { House } from '../house.ts';

/** What became of one sample; `blocked` where its template could not be filled. */
export type SampleSent = { mail: PreviewMail; delivery: Delivery | { kind: 'blocked'; reply: string } };

/** Failures in a row after which the rest is not tried: the server said what it thinks of us. */
const patience = 3;

/**
 * Mails samples to one address, one after the other, by the way that all mail of the desk leaves.
 *
 * A reply goes back to that address and not to the desk, where the number of a sample could be that of a real ticket.
 *
 * @returns as they go, in order; ends early where three in a row did not leave
 */
export async function* sendSamples(
  adapters: Adapters,
  house: House,
  address: string,
  mails: readonly PreviewMail[],
): AsyncGenerator<SampleSent> {
  const sender = adapters.openSender(house.settings(), house);
  try {
    let failed = 0;
    for (const mail of mails) {
      const delivery = await send(sender, house, address, mail);
      yield { mail, delivery };
      failed = delivery.kind === 'accepted' ? 0 : failed + 1;
      if (failed === patience) return;
    }
  } finally {
    await sender.close();
  }
}

async function send(sender: Sender, house: House, address: string, mail: PreviewMail): Promise<SampleSent['delivery']> {
  if (mail.shown.kind === 'broken') return { kind: 'blocked', reply: mail.shown.problem };
  const { subject, text, html } = mail.shown;
  const name = `[Sample: ${mail.template}, ${mail.language}${mail.sample.of === 1 ? '' : `, ${mail.sample.at}`}]`;
  return sender.send({
    ...addressed(house, address),
    subject: `${name} ${subject}`,
    text,
    html,
    pictures: picturesIn(html, house.settings().desk),
  });
}

function addressed(house: House, address: string): Omit<OutboundMail, 'subject' | 'text' | 'html' | 'pictures'> {
  const { desk } = house.settings();
  return {
    envelope: { from: desk.address, to: address },
    from: { name: desk.name, address: desk.address },
    to: { name: '', address },
    replyTo: address,
    messageId: house.newId(0),
    inReplyTo: null,
    references: [],
    date: house.options.clock.now(),
    headers: [
      { name: 'Auto-Submitted', value: 'auto-generated' },
      { name: 'X-Auto-Response-Suppress', value: 'All' },
      { name: loopHeader, value: loopMark(house.signer, desk) },
    ],
    attachments: [],
  };
}
