import type { JournalRow, Ticket, TicketMessage, TimeEntry } from '../ticket.ts';

/** A ticket's whole story, for somebody who reads it years later without a desk. Times are UTC. */
export type Story = {
  /** `HD-1042`. */
  tag: string;
  desk: string;
  ticket: Ticket;
  messages: readonly TicketMessage[];
  journal: readonly JournalRow[];
  time: readonly TimeEntry[];
  /** Paths of the files of an entry, by its position. */
  files: ReadonlyMap<number, readonly { path: string; name: string }[]>;
};

/** The story as plain text. */
export function threadText(story: Story): string {
  const { ticket, messages, journal, files } = story;
  const parts = messages.map((message, at) =>
    [
      `--- ${headOf(message)} ---`,
      message.visibleText,
      ...(files.get(at) ?? []).map(({ path, name }) => `[${name}: ${path}]`),
    ].join('\n'),
  );
  const facts = factsOf(story).map(([name, value]) => `${name}: ${value}`);
  const rows = journal.map((row) => `${moment(row.at)}  ${row.actor}  ${row.event}  ${dataOf(row)}`.trimEnd());
  return `${[`${story.tag} ${ticket.subject}`, facts.join('\n'), ...parts, ['Journal (UTC)', ...rows].join('\n')].join('\n\n')}\n`;
}

/** The same as a page of its own: no script, nothing from elsewhere. */
export function threadPage(story: Story): string {
  const { ticket, messages, journal, files, tag } = story;
  const title = escaped(`${tag} ${ticket.subject}`);
  const facts = factsOf(story).map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`);
  const entries = messages.map((message, at) => entryOf(message, files.get(at) ?? []));
  const rows = journal.map(
    (row) =>
      `<tr><td>${moment(row.at)}</td><td>${escaped(row.actor)}</td><td>${escaped(row.event)}</td><td>${escaped(dataOf(row))}</td></tr>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${escaped(ticket.language)}"><meta charset="utf-8"><title>${title}</title><style>${style}</style>`,
    `<h1>${title}</h1><table>${facts.join('')}</table>`,
    ...entries,
    `<h2>Journal (UTC)</h2><table class="journal">${rows.join('\n')}</table></html>\n`,
  ].join('\n');
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1a1a1a}th{text-align:left;padding-right:1.5em;font-weight:600;vertical-align:top}article{border-left:4px solid #888;margin:1.5em 0;padding:.2em 1em}article.in{border-color:#1d4ed8}article.out{border-color:#15803d}article.note{border-color:#a16207}header{font-weight:600}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.5em 0}.journal{font-size:13px}.journal td{padding-right:1em;vertical-align:top}';

function entryOf(message: TicketMessage, files: readonly { path: string; name: string }[]): string {
  const links = files.map(({ path, name }) => `<li><a href="${escaped(path)}">${escaped(name)}</a></li>`);
  return [
    `<article class="${message.direction}"><header>${escaped(headOf(message))}</header>`,
    `<pre>${escaped(message.visibleText)}</pre>`,
    links.length > 0 ? `<ul>${links.join('')}</ul>` : '',
    '</article>',
  ].join('');
}

function headOf({ at, direction, status, from, to }: TicketMessage): string {
  const who = from.name === '' ? from.address : `${from.name} <${from.address}>`;
  const what = { in: 'wrote', out: `answered ${to.join(', ')}`, note: 'noted' }[direction];
  return `${moment(at)} ${who} ${what}${status === 'filed' ? '' : ` (${status})`}`;
}

function factsOf({ ticket, desk, time }: Story): [string, string][] {
  const minutes = Map.groupBy(time, ({ kind }) => kind);
  const hours = [...minutes].map(
    ([kind, all]) => `${kind} ${(all.reduce((sum, one) => sum + one.minutes, 0) / 60).toFixed(2)} h`,
  );
  const all: readonly (readonly [string, string | null])[] = [
    ['Desk', desk],
    ['For', ticket.requester],
    ['Customer', ticket.customer],
    ['Process', ticket.workflow],
    ['State', ticket.state],
    ['Type', ticket.type],
    ['Severity', ticket.severity],
    ['Assignee', ticket.assignee],
    ['Opened (UTC)', moment(ticket.opened)],
    ['Closed (UTC)', ticket.closed === null ? null : moment(ticket.closed)],
    ['Hours', hours.join(', ') || null],
    ...Object.entries(ticket.fields),
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

const dataOf = ({ data }: JournalRow): string =>
  Object.entries(data)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ');

const moment = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
