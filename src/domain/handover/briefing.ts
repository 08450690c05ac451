import type { TicketScene } from '../decide/facts.ts';
import type { Attachment } from '../mail.ts';
import type { Settings } from '../settings.ts';
import type { Ticket, TicketMessage } from '../ticket.ts';
import { type CarriedOver, type Conversation, carriedOver } from './carried-over.ts';

/** What goes to an outside party, and what of the ticket does not. */
export type Briefing = {
  text: string;
  /** Names of fields that the admin allows, with their values. */
  facts: readonly { name: string; value: string }[];
  /** Ticked as showing the fault; under names that tell nothing. */
  files: readonly Attachment[];
  leftOut: { messages: number; files: readonly string[]; fields: readonly string[] };
};

export type Briefed =
  | { kind: 'briefing'; briefing: Briefing }
  | { kind: 'carries'; finds: readonly CarriedOver[] }
  | { kind: 'no-such-file'; named: string; files: readonly string[] };

type On = Pick<TicketScene, 'ticket' | 'messages' | 'participants'>;
type House = Pick<Settings, 'people' | 'customers' | 'desk'>;
type Known = Pick<House, 'people' | 'customers'>;

/**
 * Writes a hand-over: the words made for it, the facts that may be told, the files that show the fault. Never anything of the
 * conversation: what would carry some of it is refused, or left out and named.
 *
 * @param show names of files, as they were sent
 */
export function briefingOf(text: string, show: readonly string[], on: On, house: House): Briefed {
  const conversation = conversationOf(on, house);
  const finds = carriedOver(text, conversation);
  if (finds.length > 0) return { kind: 'carries', finds };
  const files = allFiles(on.messages);
  const missing = show.find((name) => !files.some((file) => isNamed(file, name)));
  if (missing !== undefined) return { kind: 'no-such-file', named: missing, files: files.map(({ filename }) => filename) };
  const ticked = files.filter((file) => show.some((name) => isNamed(file, name)));
  const allowed = house.desk.handover.fields.flatMap((name) => factOf(name, on.ticket));
  const facts = allowed.filter(({ value }) => carriedOver(value, conversation).length === 0);
  const told = new Set(facts.map(({ name }) => name));
  return {
    kind: 'briefing',
    briefing: {
      text,
      facts,
      files: ticked.map((file, at) => ({
        ...file,
        filename: `fault-${at + 1}${endOf(file.filename)}`,
        inline: false,
        cid: null,
      })),
      leftOut: {
        messages: on.messages.filter(({ direction }) => direction !== 'note').length,
        files: files.filter((file) => !ticked.includes(file)).map(({ filename }) => filename),
        fields: [...Object.keys(on.ticket.fields), ...allowed.map(({ name }) => name)].filter(
          (name, at, all) => !told.has(name) && all.indexOf(name) === at,
        ),
      },
    },
  };
}

/** Whatever was said with a customer on a ticket. */
export const conversationOf = ({ ticket, messages, participants }: On, { people, customers }: Known): Conversation => ({
  ...{ title: ticket.subject, messages, participants, people },
  contacts: customers.find(({ id }) => id === ticket.customer)?.contacts ?? [],
});

/** Each file once, the latest first to be found. */
const allFiles = (messages: readonly TicketMessage[]): Attachment[] => {
  const all = messages.flatMap(({ attachments }) => attachments);
  return all.filter((file, at) => all.findIndex(({ sha256 }) => sha256 === file.sha256) === at);
};

const isNamed = ({ filename }: Attachment, name: string): boolean => filename.toLowerCase() === name.toLowerCase();

const endOf = (filename: string): string => /\.[a-z0-9]{1,8}$/i.exec(filename)?.[0].toLowerCase() ?? '';

function factOf(name: string, ticket: Ticket): { name: string; value: string }[] {
  const value = ticket.fields[name] ?? builtIn(name, ticket);
  return value === null || value === '' ? [] : [{ name, value }];
}

function builtIn(name: string, ticket: Ticket): string | null {
  if (name === 'opened') return new Date(ticket.opened).toISOString();
  if (name === 'tags') return ticket.tags.join(', ');
  const named = ['type', 'severity', 'priority', 'complexity', 'level', 'channel'] as const;
  const key = named.find((one) => one === name);
  return key === undefined ? null : ticket[key];
}
