import { parseDuration } from '../../../domain/duration.ts';
import { isAtMicrosoft } from '../account-settings.ts';
import { isIsoDate } from '../schema/dates.ts';
import { error, type Finding, find, type Place, textOf, under, type World, warning } from './world.ts';

/** Finds values that are right alone and wrong together: folders, dates, reminders, presets without a meaning. */
export function checkOrder(world: World): Finding[] {
  return [
    ...find(world, 'helpdesk', 'mailboxes.*').flatMap(ownFolder),
    ...find(world, 'customers', 'customers.*.contracts.*').flatMap(endsBeforeItStarts),
    ...[...find(world, 'sla', 'plans.*.targets.*.*'), ...find(world, 'sla', 'plans.*.targets.*.*.*')].flatMap(
      breachBeforeReminder,
    ),
    ...presetWithoutProof(world),
    ...sealersWithoutVerify(world),
    ...probeOfNothing(world),
    ...find(world, 'helpdesk', 'retention.closed_after').flatMap((kept) => emptiedTooSoon(world, kept)),
  ];
}

/** A ticket that an answer opens again must still say what it was about. */
function emptiedTooSoon(world: World, kept: Place): Finding[] {
  const opens = find(world, 'helpdesk', 'desk.reopen_within').map(textOf).at(0) ?? '30d';
  const [after, within] = [parseDuration(textOf(kept) ?? ''), parseDuration(opens)];
  if (after === null || within === null || after >= Math.max(within, aDay)) return [];
  const least = within < aDay ? 'one day' : `desk.reopen_within (${opens}): an answer would open an empty ticket again`;
  return [error(kept, `expected at least ${least}`)];
}

const aDay = 86_400_000;

function ownFolder(mailbox: Place): Finding[] {
  const folder = textOf(under(mailbox, 'folder')) ?? 'inbox';
  return ['move_to', 'held_to'].flatMap((key) => {
    const target = under(mailbox, 'after', key);
    if (target === undefined || textOf(target) !== folder) return [];
    return [
      error(
        target,
        `${target.value} is the folder that is watched: mail would never leave it; name another, or write after: seen`,
      ),
    ];
  });
}

function endsBeforeItStarts(contract: Place): Finding[] {
  const [starts, ends] = [under(contract, 'starts'), under(contract, 'ends')];
  const [from, to] = [textOf(starts), textOf(ends)];
  if (!ends || !from || !to || !isIsoDate(from) || !isIsoDate(to) || to >= from) return [];
  return [error(ends, `the contract ends before it starts (${from})`)];
}

/** Only like is compared with like: a day is a working day, whose length a calendar knows. */
function breachBeforeReminder(target: Place): Finding[] {
  const breach = under(target, 'breach');
  const [late, early] = [textOf(breach), textOf(under(target, 'remind'))];
  if (breach === undefined || late === undefined || early === undefined || late.includes('d') !== early.includes('d')) return [];
  const [breached, reminded] = [parseDuration(late), parseDuration(early)];
  if (breached === null || reminded === null || breached >= reminded) return [];
  return [error(breach, `the target is missed (${late}) before it is reminded of (${early})`)];
}

/** Microsoft 365 writes its header without a name: only a mailbox that lies there tells it from a forged one. */
function presetWithoutProof(world: World): Finding[] {
  const isThere = (mailbox: Place): boolean =>
    textOf(under(mailbox, 'mode')) === 'm365' || isAtMicrosoft(textOf(under(mailbox, 'imap', 'host')) ?? '');
  if (find(world, 'helpdesk', 'mailboxes.*').some(isThere)) return [];
  return find(world, 'helpdesk', 'authentication.trusted.*')
    .filter((trusted) => textOf(trusted) === 'm365')
    .map((trusted) =>
      warning(trusted, 'no mailbox lies at Microsoft 365, so this believes nobody; if one does, write mode: m365 on it'),
    );
}

/** Seals are looked at by our own verification only. */
function sealersWithoutVerify(world: World): Finding[] {
  const verify = find(world, 'helpdesk', 'authentication.verify').some(({ value }) => value === true);
  if (verify) return [];
  return find(world, 'helpdesk', 'authentication.sealers.*')
    .slice(0, 1)
    .map((sealer) => warning(sealer, 'ARC seals are believed only with verify: true'));
}

/** A test mail travels by a server, and tests a border that is believed. */
function probeOfNothing(world: World): Finding[] {
  const has = (pattern: string): boolean => find(world, 'helpdesk', pattern).length > 0;
  const lacks = has('outgoing.smtp') ? 'no border is named in trusted' : 'outgoing mail goes to a folder';
  if (has('outgoing.smtp') && has('authentication.trusted.*')) return [];
  return find(world, 'helpdesk', 'authentication.probe')
    .filter((probe) => textOf(probe) === 'daily')
    .map((probe) => warning(probe, `no test mail is ever sent: ${lacks}`));
}
