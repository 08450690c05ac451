import type { Attachment } from '../../../domain/mail.ts';
import { safeFilename } from './filename.ts';
import { fileName, type Leaf } from './leaf.ts';
import type { Part } from './parts.ts';

/** The files of a mail in their order, each named, so that a person knows what it is. */
export function attachmentsOf(root: Part): Attachment[] {
  return leavesOf(root, false).flatMap(({ leaf, related }) => attachmentOf(leaf, related));
}

/** What the content hash takes of them: independent of the line ends that the way gave them. */
export const filesOf = (root: Part): string[] =>
  leavesOf(root, false).flatMap(({ leaf }) => (leaf.file ? [leaf.file.foldedHash] : []));

type Placed = { leaf: Leaf; related: boolean };

function leavesOf(part: Part, related: boolean): Placed[] {
  if (part.kind === 'leaf') return [{ leaf: part, related }];
  return part.parts.flatMap((child) => leavesOf(child, related || part.type === 'multipart/related'));
}

function attachmentOf(leaf: Leaf, related: boolean): Attachment[] {
  if (leaf.file === null) return [];
  const isPicture = leaf.type.value.startsWith('image/');
  return [
    {
      filename: safeFilename(fileName(leaf)),
      contentType: leaf.type.value || 'application/octet-stream',
      size: leaf.file.size,
      inline: isPicture && leaf.cid !== null && (related || leaf.disposition.value === 'inline'),
      cid: leaf.cid,
      sha256: leaf.file.sha256,
    },
  ];
}
