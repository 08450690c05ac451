import { setTimeout as sleep } from 'node:timers/promises';
import { allSources, isMailSent } from '../../domain/authenticate/sources.ts';
import { doubtOf, newTrust, type Trust } from '../../domain/authenticate/trust.ts';
import type { House } from '../house.ts';
import { sendProbes } from '../probing.ts';
import { type Finding, look, trouble, well } from './finding.ts';

export type ProbeOutcome = 'clean' | 'forged' | 'elsewhere' | 'not back' | 'not sent';
export type BorderReport = {
  source: string;
  probe: ProbeOutcome;
  /** Why none was sent; '' where one was. */
  why: string;
  /** Why it proves nobody; '' where it does. */
  doubt: string;
  /** When a mail last bore its line, to the hour, epoch ms; null: never. */
  wrote: number | null;
};

/** @param wait milliseconds of real time that a test mail may take to come back */
export type ProbeWish = { probe: boolean; wait: number; onWaiting: () => void };

/** Sends a forged mail through each border by way of the running desk, and looks what came back (8601-4). */
export async function examineBorders(house: House, isRunning: boolean, wish: ProbeWish): Promise<BorderReport[]> {
  const sources = allSources(house.settings()).map(({ id }) => id);
  const why = whyNone(house, isRunning, wish);
  const sent = why === '' && sources.length > 0 ? await sendProbes({ ...house, clock: house.options.clock }, () => true) : [];
  if (sent.length > 0) wish.onWaiting();
  const trusts = await whenBack(house, sent, wish.wait);
  return sources.map((source) => reportOn(trusts.find((trust) => trust.source === source) ?? newTrust(source), why));
}

function whyNone(house: House, isRunning: boolean, { probe }: ProbeWish): string {
  if (!probe) return 'it was not wanted';
  if (!isMailSent(house.settings())) return 'outgoing mail goes to a folder';
  return isRunning ? '' : 'the desk does not run, and only the running desk sends mail';
}

/** Milliseconds between two looks. */
const pace = 250;

async function whenBack({ store }: House, sent: readonly Trust[], wait: number): Promise<readonly Trust[]> {
  const end = performance.now() + wait;
  for (;;) {
    const trusts = await store.read((at) => at.trusts());
    const isBack = ({ source, probe: { number } }: Trust): boolean =>
      trusts.some((now) => now.source === source && (now.probe.number > number || now.probe.back !== null));
    if (sent.every(isBack) || performance.now() >= end) return trusts;
    await sleep(pace);
  }
}

/** What is known of a border. `why`: no test mail was sent; '' where one was. */
export const reportOn = (trust: Trust, why: string): BorderReport => ({
  source: trust.source,
  probe: why === '' ? (trust.probe.found ?? 'not back') : 'not sent',
  ...{ why, doubt: doubtOf(trust), wrote: trust.wrote },
});

const bySubject =
  'look whether it lies in a spam folder or in the outbox (maildesk outbox), and whether mail to the desk’s address reaches it';

/** What that means. */
export function borderFinding({ source, probe, why, doubt, wrote }: BorderReport): Finding {
  const check = `border ${source}`;
  const last =
    wrote === null
      ? 'no mail bore its line so far'
      : `its line last stood on a mail on ${new Date(wrote).toISOString().slice(0, 10)}`;
  if (doubt !== '')
    return trouble(
      check,
      `${doubt}; ${last}`,
      'have that server remove foreign lines in its name and write its own (docs/handbook.md, “Who is believed”); then run maildesk doctor again',
    );
  if (probe === 'clean') return well(check, `a test mail with a forged line came back without it; ${last}`);
  if (probe === 'not back') return look(check, `the test mail has not come back yet; ${last}`, bySubject);
  if (probe === 'elsewhere')
    return look(
      check,
      `the test mail came back by a way on which this border counts for nothing; ${last}`,
      'mail to the desk’s address must come by a mailbox, a pipe, or a listener with `border: true`',
    );
  return look(check, `not tested: ${why}; ${last}`, 'run maildesk doctor beside the running desk, with outgoing.smtp');
}
