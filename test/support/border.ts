import { probeHeader } from '../../src/domain/authenticate/probe.ts';
import type { SinkMail } from './smtp-mail.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** What the mail server in front of the desk's mailbox does with lines in its own name, and whether it writes one. */
export type Manner = 'strips' | 'renames' | 'passes' | 'strips, writes none';

/** That server: takes what the desk sends to itself and brings it to the mailbox, as it would any mail. */
export type Border = {
  plays(manner: Manner): void;
  /** Lets time pass until the desk has sent itself one more test mail, and carries it in. @returns it as it left */
  carriesTheNextProbe(): Promise<SinkMail>;
  /** Test mails that left so far. */
  probes(): SinkMail[];
};

export function border({ sink, dovecot, desk }: World, first: Manner): Border {
  let manner = first;
  let carried = 0;
  const probes = () => sink.mails.filter(({ headers }) => headers.has(probeHeader.toLowerCase()));
  return {
    plays(next) {
      manner = next;
    },
    probes,
    async carriesTheNextProbe() {
      const probe = await until(
        async () => {
          const [trust] = await desk.house.store.read((at) => at.trusts());
          const written = trust?.probe.number ?? 0;
          desk.passes(written === carried ? '2m' : '1s'); // longer leaps look to connections like a dead server
          return written > carried && probes()[written - 1];
        },
        { what: 'a test mail of the desk to itself', within: 20_000 },
      );
      carried = probes().length;
      await dovecot.deliver('support', handled(probe.raw.toString('latin1'), manner));
      await desk.settles();
      return probe;
    },
  };
}

const name = 'mx.acme.example';
const received = `Received: from desk.acme.example (desk.acme.example [192.0.2.7])\r\n\tby ${name} with ESMTP id 4F1; Mon, 2 Mar 2026 09:00:00 +0000\r\n`;
const line = `Authentication-Results: ${name};\r\n\tdkim=none; dmarc=none header.from=acme.example\r\n`;
const inItsName = /^Authentication-Results:\s*mx\.acme\.example\b[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*/gim;

function handled(raw: string, manner: Manner): string {
  if (manner === 'passes') return received + raw;
  if (manner === 'renames') return line + received + raw.replace(inItsName, (field) => `X-Original-${field}`);
  return (manner === 'strips' ? line : '') + received + raw.replace(inItsName, '');
}
