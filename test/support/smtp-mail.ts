import { type ParsedMail, simpleParser } from 'mailparser';
import type { SinkRecord } from './smtp-ledger.ts';

/** A mail as its receiver reads it. */
export type SinkMail = SinkRecord & {
  subject: string;
  text: string;
  /** '' where there is no HTML part. */
  html: string;
  /** Addresses only. */
  from: string[];
  to: string[];
  /** Names lower-cased; a header that occurs twice has its lines joined by a line break. Unfolded, not decoded. */
  headers: ReadonlyMap<string, string>;
  parsed: ParsedMail;
};

/** Parses what the sink took, with the parser that everybody uses. */
export async function readMail(record: SinkRecord): Promise<SinkMail> {
  const parsed = await simpleParser(record.raw, { skipTextToHtml: true, skipImageLinks: true });
  const lists = [parsed.to ?? []].flat().flatMap(({ value }) => value);
  const headers = new Map<string, string>();
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim();
    headers.set(key, headers.has(key) ? `${headers.get(key)}\n${value}` : value);
  }
  return {
    ...record,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    from: (parsed.from?.value ?? []).map(({ address = '' }) => address),
    to: lists.map(({ address = '' }) => address),
    headers,
    parsed,
  };
}
