import { parseDuration } from '../../../domain/duration.ts';
import { isIsoDate } from '../schema/dates.ts';
import { error, type Finding, find, type Place, textOf, under, type World, warning } from './world.ts';

/** Finds values that are right alone and wrong together: folders, dates, reminders, presets without a meaning. */
export function checkOrder(world: World): Finding[] {
  return [
    ...find(world, 'helpdesk', 'mailboxes.*').flatMap(ownFolder),
    ...find(world, 'customers', 'customers.*.contracts.*').flatMap(endsBeforeItStarts),
    ...find(world, 'sla', 'plans.*.targets.*.*').flatMap(breachBeforeReminder),
    ...find(world, 'helpdesk', 'authentication.trusted.*').flatMap(presetWithoutProof),
  ];
}

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

/** Microsoft 365 writes the header without a name of its own, so that nothing tells it from a forged one. */
function presetWithoutProof(trusted: Place): Finding[] {
  if (textOf(trusted) !== 'm365') return [];
  return [
    warning(
      trusted,
      'Microsoft 365 does not sign its Authentication-Results with a name, so they are not believed yet; use verify: true',
    ),
  ];
}
