import { startDovecot } from '../support/dovecot.ts';
import { bareRate } from './bare-parse.ts';
import { startDesk } from './desk-process.ts';
import { type Figure, perSecond, type Share } from './figure.ts';
import { firstMail } from './mails.ts';
import { median, settleDown } from './measure.ts';
import { office } from './office.ts';
import { startSink } from './sink.ts';

const backlog = 1000;

/** (d): mails that lay in the mailbox already, from the desk's first connection until the last acknowledgement is at the relay. */
export async function backlogFigures(share: Share): Promise<Figure[]> {
  const passes: { ours: number; bare: number }[] = [];
  for (let pass = 0; pass < share.passes; pass++) passes.push(await onePass(share.mails(backlog), pass));
  const ratio = median(passes.map(({ ours, bare }) => ours / bare));
  return [
    {
      row: 'd',
      what: `IMAP backlog of ${share.mails(backlog)} mails, until acknowledged at SMTP`,
      figure: perSecond(median(passes.map(({ ours }) => ours))),
      bare: median(passes.map(({ bare }) => bare)),
      ratio,
      target: 'ratio 0.03 or more',
      met: ratio >= 0.03,
    },
  ];
}

async function onePass(count: number, pass: number): Promise<{ ours: number; bare: number }> {
  await using dovecot = await startDovecot();
  await using sink = await startSink();
  await using place = await office({ imap: dovecot.port, smtp: sink.port });
  const mails = Array.from({ length: count }, (_, index) => firstMail(pass * backlog + index, Date.now()));
  await dovecot.deliverMany('support', mails);
  await bareRate(mails);
  const bare = await bareRate(mails);
  await settleDown();
  await using desk = await startDesk(place);
  const told = await sink.all(count);
  const last = told[count - 1] as (typeof told)[number];
  const distinct = new Set(told.map(({ answers }) => answers)).size;
  if (told.length !== count || distinct !== count) throw new Error(`${told.length} acknowledgements for ${count} mails`);
  return { bare, ours: (count / (last.at - desk.ready)) * 1000 };
}
