import { tailOf } from './ledger-file.ts';

/** A mail of the desk as its receiver has it: enough to answer it. */
export type Received = {
  to: string;
  replyTo: string;
  messageId: string;
  subject: string;
  ticket: number;
};

/** One delivery, by the sink's own ledger. */
export type Delivery = { messageId: string; to: string; at: number };

/** What has come out of the desk so far, read from the sink's ledger and nothing else. */
export type SinkPost = {
  /** Every delivery, oldest first; twins too. */
  deliveries: Delivery[];
  /** Acknowledgements, for customers to answer. */
  acknowledgements: Received[];
  /** Notices to associates, for them to answer. */
  notices: Received[];
  /** Reads on. */
  look(): void;
};

export function sinkPost(ledger: string): SinkPost {
  const more = tailOf(ledger);
  const post: SinkPost = {
    deliveries: [],
    acknowledgements: [],
    notices: [],
    look() {
      for (const line of more()) sort(post, JSON.parse(line));
    },
  };
  return post;
}

type Line = { messageId: string; recipients: string[]; at: number; raw: string };

function sort(post: SinkPost, { messageId, recipients, at, raw }: Line): void {
  const [to = ''] = recipients;
  post.deliveries.push({ messageId, to, at });
  const headers = headersOf(Buffer.from(raw, 'base64').toString('latin1'));
  const subject = headers.get('subject') ?? '';
  const ticket = Number(/\[HD-(\d+)\]/.exec(subject)?.[1] ?? 0);
  const replyTo = headers.get('reply-to') ?? '';
  if (ticket === 0 || !replyTo.includes('+') || !subject.includes('Printer')) return;
  const received = { to, replyTo, messageId, ticket, subject };
  if (!to.endsWith('@acme.example')) post.acknowledgements.push(received);
  else post.notices.push(received);
}

/** Unfolded, names in lower case; the first of a name counts. The desk's own parser is not asked: it is what is on trial. */
function headersOf(raw: string): Map<string, string> {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}
