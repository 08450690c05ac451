/** One mailbox as it stood: its words, its comments, and what is in brackets (null: there were none). */
export type Mailbox = { words: string; comment: string; angle: string | null };

/**
 * Takes an address field apart at its commas and semicolons, and where the mark between two was forgotten. A comma in a
 * name that is not quoted belongs to the name; groups are flattened. One pass, whatever is left open or closed twice.
 *
 * @see RFC 5322 §3.4, §4.4
 */
export function splitMailboxes(text: string, most: number): Mailbox[] {
  const field: Field = {
    ...{ text, at: 0, end: text.trimEnd().length, lastSemicolon: text.lastIndexOf(';'), isTorn: false },
    ...{ comments: commentEnds(text), found: [], ...empty },
  };
  while (field.at < text.length && field.found.length < most) (steps[text[field.at] ?? ''] ?? takeAtom)(field);
  finish(field);
  return field.found;
}

/** `tail`: words behind the brackets: the name, or that of the next mailbox. */
type Open = Mailbox & { tail: string; hasAt: boolean };
type Field = Open & {
  text: string;
  at: number;
  /** Behind the last character that is no blank. */
  end: number;
  lastSemicolon: number;
  /** A quote was never closed: the others are characters like any. */
  isTorn: boolean;
  /** Where the comment ends that begins at a place. */
  comments: ReadonlyMap<number, number>;
  found: Mailbox[];
};

const empty: Open = { words: '', comment: '', angle: null, tail: '', hasAt: false };

function skip(field: Field): void {
  field.at++;
}

const steps: Readonly<Record<string, (field: Field) => void>> = {
  '"': takeQuoted,
  '(': takeComment,
  '<': takeAngle,
  '>': skip,
  ')': skip,
  ',': takeComma,
  ';': takeSemicolon,
  ':': takeColon,
  '=': takeEncodedWord,
};

/** Parentheses and their partners; one without a partner is passed over. */
function commentEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') open.push(at);
    else if (text[at] === ')') {
      const from = open.pop();
      if (from !== undefined) ends.set(from, at);
    }
  }
  return ends;
}

/** What a pattern finds right here; null where it does not. */
function here(field: Field, pattern: RegExp): string | null {
  pattern.lastIndex = field.at;
  const found = pattern.exec(field.text)?.[0] ?? null;
  if (found !== null) field.at += found.length;
  return found;
}

function write(field: Field, text: string): void {
  if (field.angle === null) field.words += text;
  else field.tail += text;
  if (field.angle === null && text.includes('@')) field.hasAt = true;
}

function takeComment(field: Field): void {
  const end = field.comments.get(field.at);
  if (end === undefined) skip(field);
  else {
    const inside = field.text.slice(field.at + 1, end).replace(/\\(.)/g, '$1');
    field.comment += `${field.comment === '' ? '' : ' '}${inside}`;
    field.at = end + 1;
  }
}

const quotedString = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const domain = /@[^\s"(),:;<>]+/y;

function takeQuoted(field: Field): void {
  const whole = field.isTorn ? null : here(field, quotedString);
  const behind = whole === null ? null : here(field, domain);
  if (whole === null) {
    field.isTorn = true;
    skip(field);
  } else if (behind === null) write(field, whole.slice(1, -1).replace(/\\(.)/gs, '$1'));
  else {
    if (field.angle !== null) next(field);
    field.angle = whole + behind;
  }
}

const encodedWord = /=\?[^?\s]{0,60}\?[bq]\?[^?]*\?=/iy;
const atom = /[^"(),:;<>=]+/y;

function takeEncodedWord(field: Field): void {
  const word = here(field, encodedWord);
  write(field, word ?? '=');
  if (word === null) skip(field);
}

const takeAtom = (field: Field): void => write(field, here(field, atom) ?? '');

const opened = /<+[^<>]*/y;

/** Brackets that are not closed end with the mailbox; those in brackets are the ones that count. */
function takeAngle(field: Field): void {
  const from = field.at;
  const whole = here(field, opened) ?? '';
  const inside = whole.replace(/^<+/, '');
  const isClosed = field.text[field.at] === '>';
  if (!isClosed && !inside.includes('@') && field.at < field.text.length) write(field, inside);
  else {
    if (field.angle !== null) next(field);
    const cut = isClosed ? -1 : inside.search(/[,;]/);
    field.angle = cut === -1 ? inside : inside.slice(0, cut);
    if (cut !== -1) field.at = from + whole.length - inside.length + cut;
  }
}

function takeComma(field: Field): void {
  skip(field);
  if (field.angle !== null || field.hasAt) finish(field);
  else if (field.words.length > 0) field.words += ',';
}

function takeSemicolon(field: Field): void {
  skip(field);
  finish(field);
}

/** A group's name goes, unless no group ends. */
function takeColon(field: Field): void {
  const isGroup = !field.hasAt && field.angle === null && (field.lastSemicolon > field.at || field.at + 1 >= field.end);
  skip(field);
  if (isGroup) field.words = '';
  else write(field, ':');
}

/** The mark between two mailboxes was forgotten: what stood between them is the name of the second. */
function next(field: Field): void {
  const { tail } = field;
  field.tail = '';
  finish(field);
  field.words = tail;
}

function finish(field: Field): void {
  const words = field.words.trim() || field.tail.trim();
  const { comment, angle } = field;
  if (words !== '' || comment !== '' || angle !== null) field.found.push({ words, comment, angle });
  Object.assign(field, empty);
}
