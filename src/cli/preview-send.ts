import type { PreviewMail } from '../app/compose.ts';
import type { House } from '../app/house.ts';
import type { Wanted } from '../app/preview/collect-mails.ts';
import { previewOf } from '../app/preview/preview-of.ts';
import { type SampleSent, sendSamples as send } from '../app/preview/send-samples.ts';
import type { Settings } from '../domain/settings.ts';
import { exitCodes, type Invocation } from './command.ts';
import { withHouse } from './with-house.ts';

/** Mails samples to one address and says, a line each, what the server answered. */
export async function sendSamples(invocation: Invocation, given: string, wanted: Wanted): Promise<number> {
  const { adapters, terminal } = invocation;
  const address = adapters.readAddress(given);
  if (address === null) {
    terminal.err(`maildesk preview --send ${given}: expected one address, such as maria@acme.example`);
    return exitCodes.usage;
  }
  return withHouse(invocation, async (house) => {
    if (isDesks(house.settings(), address)) {
      terminal.err(`maildesk preview --send ${address}: that is the desk itself; name the address of a person`);
      return exitCodes.usage;
    }
    const { mails } = await previewOf(adapters, house.settings(), wanted);
    return sendAll(invocation, house, address, mails);
  });
}

const isDesks = ({ desk, mailboxes }: Settings, address: string): boolean =>
  [desk.address, ...mailboxes.flatMap(({ imap }) => imap.user)].some((own) => own.toLowerCase() === address);

async function sendAll(
  { adapters, terminal, common }: Invocation,
  house: House,
  address: string,
  mails: readonly PreviewMail[],
): Promise<number> {
  let [sent, tried] = [0, 0];
  for await (const one of send(adapters, house, address, mails)) {
    tried += 1;
    if (one.delivery.kind === 'accepted') sent += 1;
    terminal.out(common.json ? JSON.stringify(publicSample(one, address)) : line(one));
  }
  const left = mails.length - tried;
  if (!common.json) terminal.out(`${sent} of ${mails.length} mails went out to ${address}`);
  if (left > 0) terminal.err(`maildesk preview: ${left} were not tried: the last three did not leave, see above`);
  return sent === mails.length ? exitCodes.done : exitCodes.failed;
}

const publicSample = ({ mail: { template, language, sample }, delivery }: SampleSent, to: string) => ({
  ...{ template, language, sample: sample.at, to, outcome: delivery.kind, reply: delivery.reply },
});

const line = ({ mail: { template, language, sample }, delivery }: SampleSent): string =>
  `${delivery.kind.padEnd(8)}  ${`${language}/${template} ${sample.at}`.padEnd(26)}  ${delivery.reply.replace(/\s+/g, ' ').trim()}`;
