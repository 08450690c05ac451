/** One mistake in a file an admin edits, at the very place. Never carries a secret. */
export type Complaint = {
  file: string;
  /** From 1; in UTF-16 units where it is a column. A file that is missing is complained about at 1:1. */
  line: number;
  column: number;
  /** `mailboxes[0].imap.port`; empty where the whole file is meant. */
  path: string;
  message: string;
};

/** A way down into a YAML tree: keys and list positions. */
export type Path = readonly (string | number)[];

/** Writes a complaint the way compilers do, so that editors and terminals can jump to it. */
export function printComplaint({ file, line, column, path, message }: Complaint): string {
  return `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message}`;
}

/** Writes a path as people would say it: `mailboxes[0].imap.port`. */
export function printPath(path: Path): string {
  return path.map(segment).join('').replace(/^\./, '');
}

/** Orders complaints as a reader meets them: top to bottom of each file, files in the order given. */
export function inReadingOrder(complaints: readonly Complaint[], files: readonly string[]): Complaint[] {
  const rank = ({ file }: Complaint) => files.indexOf(file);
  return complaints.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}

function segment(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\p{L}\w-]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
