import { type Part, type Saying, say } from '../../saying.ts';

/** What a receipt says of a value that changed: which it is, what it was, what it is now. */
export function saidChange(field: string, from: Part, to: Part): Saying {
  return sentences.get(field)?.(from, to) ?? say`${field}: ${from} → ${to}`;
}

/** Fields of the desk's own configuration bear the name that it gives them. */
const sentences: ReadonlyMap<string, (from: Part, to: Part) => Saying> = new Map([
  ['assignee', (from, to) => say`assignee: ${from} → ${to}`],
  ['severity', (from, to) => say`severity: ${from} → ${to}`],
  ['priority', (from, to) => say`priority: ${from} → ${to}`],
  ['complexity', (from, to) => say`complexity: ${from} → ${to}`],
  ['impact', (from, to) => say`impact: ${from} → ${to}`],
  ['type', (from, to) => say`type: ${from} → ${to}`],
  ['level', (from, to) => say`level: ${from} → ${to}`],
  ['subject', (from, to) => say`subject: ${from} → ${to}`],
  ['customer', (from, to) => say`customer: ${from} → ${to}`],
  ['reporter', (from, to) => say`reporter: ${from} → ${to}`],
  ['contact', (from, to) => say`contact: ${from} → ${to}`],
]);
