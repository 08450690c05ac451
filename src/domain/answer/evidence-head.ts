import type { Effect } from '../effect.ts';
import type { Sha256 } from '../ids.ts';
import { say } from '../saying.ts';
import { type Desk, toAssociate } from './outgoing.ts';
import type { Alert } from './tell-admins.ts';
import { timeFor } from './time-for.ts';
import { admins } from './told.ts';

/** The end of the chain of evidence: its hash, how many decisions it stands for, how many are new, and when the last was made (epoch ms). */
export type ChainEnd = { head: Sha256; answers: number; added: number; last: number };

/**
 * One mail to each of those who look after the desk: kept elsewhere, it vouches for all that was decided up to it
 * (RELIABILITY 5.3).
 */
export function mailChainEnd(desk: Desk, end: ChainEnd): Effect[] {
  const { settings, now } = desk;
  return admins(settings.people).flatMap((person) => {
    const text = sealText(end, (at) => timeFor(at, person, settings.desk), now);
    const data = { deskName: settings.desk.name, ...text, tickets: [], actions: [] };
    return toAssociate(desk, person, { ticket: null, template: 'notice', automatic: 'auto-generated', data });
  });
}

/** What that mail says. */
export const sealText = ({ head, answers, added, last }: ChainEnd, time: (at: number) => string, now: number) => ({
  title: say`The seal of what was answered, ${time(now)}`,
  text: [
    say(
      'The hash below stands for every decision about an answer that is on record: approvals, refusals and confirmations, and the mails they rest on. Nobody can change one of them, add one or take one away afterwards and still come by this hash, not even who can write to the disk of the desk.',
    ),
    say(
      'Nothing is to be done now. Keep this mail where nobody who can reach that disk can change it: in a mailbox elsewhere, or on paper. The commands below check the desk, or a ticket that was exported, against it at any time.',
    ),
    say('It comes only when something was added. `jobs: { evidence: off }` in `sla.yaml` ends it.'),
  ],
  facts: [
    { label: 'SHA-256', value: head },
    { label: say('On record'), value: String(answers) },
    { label: say('New since the last such mail'), value: String(added) },
    { label: say('The last of them'), value: time(last) },
    { label: say('To check the desk'), value: `maildesk verify-evidence --head ${head}` },
    { label: say('To check an exported ticket'), value: `maildesk verify-evidence FOLDER --head ${head}` },
  ],
});

/** Somebody laid hands on what is on record. */
export const brokenChain = (link: number, why: string): Alert => ({
  title: say('The evidence on record was changed'),
  happened: say`The record of who answered what does not fit together any more, from decision ${link} on. Somebody or something changed the database beside the desk; mail comes in and goes out as always.`,
  todo: say(
    'Make a copy of the data directory before anything else. Find the last backup that `maildesk verify-evidence --head …` finds whole with the newest seal that you were mailed.',
  ),
  details: [why],
});
