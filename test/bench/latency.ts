import { setTimeout as sleep } from 'node:timers/promises';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { until } from '../support/until.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import { type Figure, inMs, type Share } from './figure.ts';
import { commandMail, firstMail } from './mails.ts';
import { instant, median, quantile } from './measure.ts';
import { office } from './office.ts';
import { type Sink, startSink } from './sink.ts';

const samples = 50;
const commands = 20;
/** Milliseconds after which Dovecot has told all it held back of the mail before (it waits 500). */
const pause = 700;

type Sample = { fromDelivery: number; fromExists: number };

/** (e), (i): one mail at a time into a quiet mailbox, timed from its delivery and from the server's word of it. */
export async function latencyFigures(share: Share): Promise<Figure[]> {
  await using dovecot = await startDovecot();
  await using sink = await startSink();
  await using place = await office({ imap: dovecot.port, smtp: sink.port });
  await dovecot.deliver('support', firstMail(0, Date.now())); // warms up, and shows that the desk is connected
  await using desk = await startDesk(place, { listens: true });
  await sink.all(1);
  const count = Math.max(2, share.mails(samples));
  const quick = Math.max(2, share.mails(commands));
  const firsts: Sample[] = [];
  for (let serial = 1; serial <= count; serial++) firsts.push(await oneMail(dovecot, sink, desk, serial, firstMail));
  const receipts: Sample[] = [];
  for (let at = 1; at <= quick; at++) receipts.push(await oneMail(dovecot, sink, desk, count + at, commandMail));
  return [
    ...figuresOf('e', 'idle mailbox to acknowledgement at SMTP', firsts, { fromExists: 25, fromDelivery: null }),
    ...figuresOf('i', 'an associate’s command to its receipt at SMTP', receipts, { fromExists: null, fromDelivery: 1000 }),
  ];
}

async function oneMail(
  dovecot: Dovecot,
  sink: Sink,
  desk: DeskProcess,
  serial: number,
  write: (serial: number, at: number) => Buffer,
): Promise<Sample> {
  await until(async () => (await dovecot.mailsIn('support')).length === 0, { what: 'an empty mailbox' });
  await sleep(pause);
  const delivered = instant();
  await dovecot.deliver('support', write(serial, Date.now()));
  const told = await sink.all(serial + 1);
  const { at } = told[serial] as (typeof told)[number];
  const heard = await until(() => desk.exists.find((one) => one > delivered), { what: "the server's event" });
  return { fromDelivery: at - delivered, fromExists: at - heard };
}

type Aims = Readonly<Record<keyof Sample, number | null>>;

function figuresOf(row: string, what: string, all: readonly Sample[], { fromExists, fromDelivery }: Aims): Figure[] {
  return [
    figureOf(
      row,
      `${what}, from the server's \`exists\` event`,
      all.map((one) => one.fromExists),
      fromExists,
    ),
    figureOf(
      row,
      `${what}, from delivery into the mailbox`,
      all.map((one) => one.fromDelivery),
      fromDelivery,
    ),
  ];
}

function figureOf(row: string, what: string, values: readonly number[], most: number | null): Figure {
  return {
    row,
    what,
    figure: `median ${inMs(median(values))}, p90 ${inMs(quantile(values, 0.9))} (${values.length} mails)`,
    bare: null,
    ratio: null,
    target: most === null ? '' : `median ${most} ms or less`,
    met: most === null ? null : median(values) <= most,
  };
}
