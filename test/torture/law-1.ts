import type { ArrivalRow, Evidence } from './evidence.ts';
import type { Injected } from './injector.ts';
import type { Expected } from './letters.ts';

/** Held because the desk died again and again while it read this mail (F-33): kills of ours may look like that. */
export const isSuspect = ({ outcome, why }: ArrivalRow): boolean => outcome === 'held' && why.startsWith('the desk stopped');

const onTicket = ['created', 'appended', 'commanded'];

/**
 * LAW-1: every mail that came is on a ticket, kept without one, a recorded duplicate, or held; once; and none is left in
 * the mailbox.
 */
export function everyMailHasItsPlace(evidence: Evidence): string[] {
  return [...filed(evidence), ...recorded(evidence), ...onceEach(evidence), ...onTickets(evidence), ...acknowledged(evidence)];
}

/** The mailbox itself: `support` is emptied, all of it is filed; `billing` keeps its mails, all of them marked. */
function filed({ folders, injected }: Evidence): string[] {
  return folders.flatMap(({ mailbox, inbox, unseen, filed: moved }) => {
    const sent = injected.filter(({ way }) => way === mailbox).map(({ sha256 }) => sha256);
    const [there, left] = mailbox === 'support' ? [moved, inbox] : [inbox, [...unseen, ...moved]];
    return [
      ...left.map((hash) => `${mailbox}: ${hash} is not where it belongs`),
      ...differences(sent, there, `${mailbox}: on the server`),
      ...differences(there, sent, `${mailbox}: on the server, though never sent`),
    ];
  });
}

/** The desk's own ledger: a row a mail and way, decided; a lost 250 may bring the same mail twice by SMTP. */
function recorded({ arrivals, injected }: Evidence): string[] {
  const isOver = ({ kind, state, outcome }: ArrivalRow) => outcome !== null && (kind === 'imap' ? state === 'closed' : true);
  const ways = Map.groupBy(injected, ({ way }) => way);
  const rowsOf = (way: string) => arrivals.filter(({ kind, mailbox }) => (way === 'smtp' ? kind === 'smtp' : mailbox === way));
  return [
    ...arrivals.filter((row) => !isOver(row)).map(({ id, state, outcome }) => `arrival ${id} ended as ${state}/${outcome}`),
    ...[...ways].flatMap(([way, sent]) => {
      const came = rowsOf(way).map(({ sha256 }) => sha256);
      const expected = sent.map(({ sha256 }) => sha256);
      const extra = way === 'smtp' ? [] : differences(came, expected, `${way}: taken more often than it came`);
      return [...differences(expected, came, `${way}: in the desk's ledger`), ...extra];
    }),
  ];
}

/** Of all that share one content, one is the mail and the others are recorded as its doubles. */
function onceEach({ arrivals, injected }: Evidence): string[] {
  const rows = Map.groupBy(arrivals, ({ sha256 }) => sha256);
  return [...Map.groupBy(injected, ({ content }) => content)].flatMap(([content, mails]) => {
    const [first] = mails;
    if (first === undefined || first.expects === 'anything') return [];
    const came = [...new Set(mails.map(({ sha256 }) => sha256))].flatMap((hash) => rows.get(hash) ?? []);
    const taken = came.filter((row) => row.outcome !== 'duplicate' && !isSuspect(row));
    if (taken.length === 0 && came.some(isSuspect)) return [];
    const name = `mail ${content} (${first.kind})`;
    if (taken.length !== 1)
      return [`${name}: taken ${taken.length} times: ${taken.map(({ outcome, ticket }) => `${outcome} ${ticket}`)}`];
    const [mail] = taken;
    return mail === undefined ? [] : fits(name, first, mail);
  });
}

function fits(name: string, { expects, ticket }: Injected, mail: ArrivalRow): string[] {
  const said = `${name}: ${mail.outcome} on ticket ${mail.ticket} (${mail.why})`;
  if (!outcomes[expects].includes(mail.outcome ?? '')) return [`${said}, expected ${expects}`];
  return ticket !== null && mail.ticket !== ticket ? [`${said}, expected ticket ${ticket}`] : [];
}

const outcomes: Readonly<Record<Expected, readonly string[]>> = {
  created: ['created'],
  appended: ['appended'],
  commanded: ['commanded'],
  ignored: ['ignored'],
  bounced: ['bounced'],
  anything: ['created', 'appended', 'ignored', 'held', 'bounced', 'duplicate'],
};

/** What the ledger says is on a ticket has one entry there; each opening mail has a ticket of its own, and no ticket has none. */
function onTickets({ arrivals, messages, tickets }: Evidence): string[] {
  const entries = Map.groupBy(messages, ({ sha256 }) => sha256 ?? '');
  const opened = arrivals.filter(({ outcome }) => outcome === 'created').map(({ ticket }) => String(ticket));
  return [
    ...arrivals
      .filter(({ outcome }) => onTicket.includes(outcome ?? ''))
      .flatMap(({ id, sha256, ticket }) => {
        const count = (entries.get(sha256) ?? []).filter((entry) => entry.ticket === ticket).length;
        return count === 1 ? [] : [`arrival ${id}: ${count} entries on ticket ${ticket}`];
      }),
    ...differences(opened, [...tickets].map(String), 'tickets that mails opened'),
    ...differences([...tickets].map(String), opened, 'tickets without an opening mail'),
  ];
}

/** Exactly one acknowledgement a ticket of ours: customers here are all known, and write less than the limit. */
function acknowledged({ arrivals, injected, outbox }: Evidence): string[] {
  const known = new Set(injected.filter(({ expects }) => expects === 'created').map(({ sha256 }) => sha256));
  const rows = Map.groupBy(
    outbox.filter(({ template }) => template.startsWith('acknowledge')),
    ({ ticket }) => ticket,
  );
  return arrivals
    .filter(({ outcome, sha256 }) => outcome === 'created' && known.has(sha256))
    .flatMap(({ ticket }) => {
      const count = rows.get(ticket)?.length ?? 0;
      return count === 1 ? [] : [`ticket ${ticket}: ${count} acknowledgements in the outbox`];
    });
}

/** What `there` lacks of `wanted`, each as often as it stands there. */
function differences(wanted: readonly string[], there: readonly string[], where: string): string[] {
  const left = new Map<string, number>();
  for (const each of there) left.set(each, (left.get(each) ?? 0) + 1);
  return wanted.flatMap((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count > 0 ? [] : [`${where}: ${each} is missing`];
  });
}
