import { type Part, type Saying, say } from '../../saying.ts';
import type { Party } from '../../ticket.ts';

/** Whose turn it is, as a word of its own. */
export const turnWords: Readonly<Record<Party, Saying>> = {
  customer: say('Customer'),
  staff: say('Team'),
  lead: say('Technical lead'),
  engineer: say('Engineer'),
  manager: say('Manager'),
  sales: say('Sales'),
  operator: say('Operator'),
  provider: say('Provider'),
  nobody: say('Nobody'),
};

/** Who may take a step: a role, a side, a level. */
export const whoWords = (who: string): Part => others[who] ?? who;

const others: Readonly<Record<string, Saying>> = {
  ...turnWords,
  associate: say('Associate'),
  admin: say('Admin'),
  lead: say('Lead'),
  requester: say('Requester'),
  participants: say('Participants'),
  approver: say('Approver'),
  validator: say('Validator'),
  users: say('Users'),
  stakeholders: say('Stakeholders'),
};

/** A fact that is no field of a process; null: it is one. */
export function factWords(fact: string): Part | null {
  const [, family = '', member = ''] = /^(rounds|hours)\.(.+)$/.exec(fact) ?? [];
  if (family === 'rounds') return say`times asked (${member})`;
  if (family === 'hours') return say`minutes of work (${member})`;
  return facts[fact] ?? null;
}

const facts: Readonly<Record<string, Saying>> = {
  sender: say('sender'),
  customer: say('customer'),
  channel: say('channel'),
  contract: say('contract'),
  covered: say('covered'),
  quote: say('quote'),
  fee: say('fee'),
  exception: say('exception'),
  bag: say('bag of hours'),
  talked_with_user: say('talked with the user'),
  open_linked: say('open linked tickets'),
  approved_hours: say('approved hours'),
  type: say('type'),
  severity: say('severity'),
  priority: say('priority'),
  impact: say('impact'),
  complexity: say('complexity'),
  level: say('level'),
  assignee: say('assignee'),
};
