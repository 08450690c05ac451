import type { Attachment } from '../mail.ts';
import { listed, type Saying, say } from '../saying.ts';
import type { TicketMessage } from '../ticket.ts';
import { mayDecorate } from './decoration.ts';
import { cut } from './quoted.ts';

/** Files that are named, the latest ones; each is on the ticket. */
const most = 6;
/** Characters of a name. */
const longest = 80;

/** The files of a ticket, each once, by name and size; what may be a logo is none. */
export function filesSoFar(messages: readonly TicketMessage[], language: string): Saying | null {
  const filed = messages.filter(({ status }) => status === 'filed').flatMap(({ attachments }) => attachments);
  const files = filed.filter((file, at) => !mayDecorate(file) && filed.findIndex(({ sha256 }) => sha256 === file.sha256) === at);
  if (files.length === 0) return null;
  const named = listed(files.slice(-most).map((file) => `${cut(file.filename, longest)} (${sizeOf(file, language)})`));
  return files.length > most ? say`${named} and ${files.length - most} more` : named;
}

function sizeOf({ size }: Attachment, language: string): string {
  const [amount, unit] = size < 1_000_000 ? [Math.max(1, Math.round(size / 1000)), 'kilobyte'] : [size / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(amount);
}
