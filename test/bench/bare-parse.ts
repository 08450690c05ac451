import { simpleParser } from 'mailparser';
import { timed } from './measure.ts';

/** The yardstick: mails a second that mailparser, as everybody calls it, parses one after the other. */
export async function bareRate(mails: readonly Buffer[]): Promise<number> {
  const took = await timed(async () => {
    for (const mail of mails) await simpleParser(mail);
  });
  return (mails.length / took) * 1000;
}
