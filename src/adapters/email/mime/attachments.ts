import { type Attachment, headerValue } from '../../../domain/mail.ts';
import { safeFilename } from './filename.ts';
import { readHead } from './head.ts';
import { fileName, type Leaf } from './leaf.ts';
import type { Part } from './tree.ts';
import { decodeWords } from './words.ts';

/**
 * The files of a mail in their order, each named, so that a person knows what it is.
 *
 * @param bodies Every text of the mail: a picture that one of them shows is inline, whatever its disposition says
 */
export function attachmentsOf(root: Part, bodies: readonly string[]): Attachment[] {
  const shown = cidsIn(bodies);
  return leavesOf(root, false).flatMap(({ leaf, related }) => {
    const isShown = leaf.cid !== null && (related || shown.has(leaf.cid) || leaf.disposition.value === 'inline');
    return attachmentOf(leaf, isShown);
  });
}

/** The parts that texts show, by their Content-ID. @see RFC 2392 §2 */
const cidsIn = (bodies: readonly string[]): ReadonlySet<string> =>
  new Set(bodies.flatMap((body) => [...body.matchAll(/\bcid:([^\s"'<>)]{1,500})/gi)].map(([, cid = '']) => unescaped(cid))));

function unescaped(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid; // a percent sign that means itself
  }
}

/** What the content hash takes of them: independent of the line ends that the way gave them. */
export const filesOf = (root: Part): string[] =>
  leavesOf(root, false).flatMap(({ leaf }) => (leaf.file ? [leaf.file.foldedHash] : []));

type Placed = { leaf: Leaf; related: boolean };

function leavesOf(part: Part, related: boolean): Placed[] {
  if (part.kind === 'leaf') return [{ leaf: part, related }];
  return part.parts.flatMap((child) => leavesOf(child, related || part.type === 'multipart/related'));
}

function attachmentOf(leaf: Leaf, isShown: boolean): Attachment[] {
  if (leaf.file === null) return [];
  return [
    {
      filename: safeFilename(fileName(leaf) || nameOfMail(leaf)),
      contentType: leaf.type.value || 'application/octet-stream',
      size: leaf.file.size,
      inline: isShown && isPicture(leaf),
      cid: leaf.cid,
      sha256: leaf.file.sha256,
    },
  ];
}

const isPicture = (leaf: Leaf): boolean =>
  leaf.type.value.startsWith('image/') ||
  (leaf.type.value === 'application/octet-stream' && /\.(?:png|jpe?g|gif|bmp|webp|svg)$/i.test(fileName(leaf)));

/** A mail within the mail that bears no name is called by its subject. */
function nameOfMail({ type, head }: Leaf): string {
  if (type.value !== 'message/rfc822') return '';
  const subject = decodeWords(headerValue({ headers: readHead(head, HEAD_LINES).fields }, 'subject'))
    .replaceAll('/', '-')
    .trim();
  return subject === '' ? '' : `${subject}.eml`;
}

const HEAD_LINES = 400;
