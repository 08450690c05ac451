import type { About, Given } from './ask/ask.ts';
import type { Level } from './authenticate/verdict.ts';
import { type AskId, type Sha256, sha256, type TicketNo } from './ids.ts';
import type { AnswerWord } from './workflow/workflow.ts';

/**
 * One decision about somebody's answer, and what it rested on (RELIABILITY 5.3). Numbers and hashes only: whatever may have
 * to be erased stands elsewhere, so that the chain outlives it.
 */
export type Proof = {
  /** Epoch ms. */
  at: number;
  ticket: TicketNo;
  ask: AskId;
  /** What the process calls the question, and how often it was put. */
  name: string;
  round: number;
  /** Who answered: `contact 12`, `associate 3`. */
  by: string;
  answer: AnswerWord;
  decision: ProofDecision;
  /** The rule that decided, in its own words: `C5 needs E3, has E2: confirm`. */
  rule: string;
  level: Level;
  /** The revision that was answered; `hash`: of the very bytes they were shown. */
  about: About | null;
  via: Given['via'];
  /** Who wrote it down, where it came another way than by the person's own mail: `associate 3`. */
  recordedBy: string | null;
  /** Of the signed address it came to: what for, whose, until when; null where it came to none. */
  token: string | null;
  /** The mail as it came. */
  raw: Sha256 | null;
  /** What was found out about its sender, with keys and DNS answers as seen. */
  report: Sha256 | null;
};

/** `asked-back`: they have to confirm it. `disowned`: asked back, they say that it was not they. */
export type ProofDecision = 'counted' | 'asked-back' | 'refused' | 'disowned' | 'undone';

/** Its place in the chain. Without `proof` it says only that there is a row of that digest: of a ticket that is not shown. */
export type Link = { digest: Sha256; previous: Sha256; hash: Sha256; proof: Proof | null };

/** SHA-256 of a text in UTF-8. */
export type HashText = (text: string) => Sha256;

/** What the first row of a chain stands behind. */
export const beginning: Sha256 = sha256('0'.repeat(64));

/** The link that a row becomes behind the last one. */
export function linkFor(proof: Proof, previous: Sha256, hash: HashText): Link {
  const digest = hash(canonical(proof));
  return { digest, previous, hash: hash(`${previous}\n${digest}`), proof };
}

/** `head`: the hash that stands for the whole. `at`: the first link that does not fit, counted from 0. */
export type ChainCheck =
  | { kind: 'whole'; head: Sha256 }
  | { kind: 'broken'; at: number; why: 'row-altered' | 'link-altered' | 'row-missing' };

/** What is wrong with that link, for a person. */
export const chainFaults = {
  'row-altered': 'what it says was changed',
  'link-altered': 'it was changed',
  'row-missing': 'one before it, or the end, is missing',
} as const;

/**
 * Whether nothing was changed, added or left out between the beginning and the last link.
 *
 * @param links in the order they were written
 * @param head what the end is known to be, from a place nobody here could change; null where it is not known
 */
export function checkChain(links: readonly Link[], hash: HashText, head: Sha256 | null = null): ChainCheck {
  let previous = beginning;
  for (const [at, link] of links.entries()) {
    if (link.previous !== previous) return { kind: 'broken', at, why: 'row-missing' };
    if (link.proof !== null && hash(canonical(link.proof)) !== link.digest) return { kind: 'broken', at, why: 'row-altered' };
    if (hash(`${link.previous}\n${link.digest}`) !== link.hash) return { kind: 'broken', at, why: 'link-altered' };
    previous = link.hash;
  }
  if (head !== null && previous !== head) return { kind: 'broken', at: links.length, why: 'row-missing' };
  return { kind: 'whole', head: previous };
}

/** The one way to write a value as JSON: keys in order of their letters, no space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${fields.join(',')}}`;
}
