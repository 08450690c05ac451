import { Buffer } from 'node:buffer';

/** A mail as a client writes it, with the border's verdict on top where its sender was proved. */
export type Draft = {
  from: string;
  to: string;
  cc?: string;
  subject: string;
  text: string;
  /** The same in HTML, as an alternative. */
  html?: string;
  date: number;
  messageId: string;
  inReplyTo?: string;
  references?: readonly string[];
  proved?: boolean;
  /** Further header lines, on top of all. */
  headers?: readonly string[];
};

export function writeMail(draft: Draft): string {
  const domain = draft.from.replace(/^.*@|>.*$/g, '');
  const verdict = `Authentication-Results: mx.acme.example;\r\n dkim=pass header.d=${domain};\r\n dmarc=pass header.from=${domain}`;
  const lines = [
    ...(draft.headers ?? []),
    ...(draft.proved === false ? [] : [verdict]),
    `From: ${draft.from}`,
    `To: ${draft.to}`,
    ...(draft.cc === undefined ? [] : [`Cc: ${draft.cc}`]),
    `Subject: ${encoded(draft.subject)}`,
    `Date: ${new Date(draft.date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${draft.messageId}`,
    ...(draft.inReplyTo === undefined ? [] : [`In-Reply-To: ${draft.inReplyTo}`]),
    ...(draft.references === undefined || draft.references.length === 0 ? [] : [`References: ${draft.references.join('\r\n ')}`]),
    'MIME-Version: 1.0',
    ...(draft.html === undefined ? part('plain', draft.text) : alternatives(draft.text, draft.html)),
  ];
  return lines.join('\r\n').replace(/\r?\n/g, '\r\n');
}

const part = (kind: 'plain' | 'html', text: string): string[] => [
  `Content-Type: text/${kind}; charset=utf-8`,
  'Content-Transfer-Encoding: 8bit',
  '',
  text,
];

const alternatives = (text: string, html: string): string[] => [
  'Content-Type: multipart/alternative; boundary="=_two"',
  '',
  '--=_two',
  ...part('plain', text),
  '--=_two',
  ...part('html', html),
  '--=_two--',
  '',
];

const encoded = (subject: string): string =>
  [...subject].every((letter) => letter < '\u007f') ? subject : `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
