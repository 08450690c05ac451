import type { Facts } from '../decide/facts.ts';
import type { CommandText } from '../decide/grammar/read-commands.ts';
import type { LineResult } from '../decide/list-reply.ts';
import type { Effect } from '../effect.ts';
import { tagOf, threadSubject } from '../match/subject-tag.ts';
import type { Person } from '../settings.ts';
import { threadOf, toAssociate } from './outgoing.ts';
import { announced, replySubject } from './reply-to-associate.ts';
import type { Action, TicketReceipt } from './template-data.ts';

/** One receipt for all the tickets that a mail named line by line. Text beside the lines belongs to none of them. */
export function replyToMany(facts: Facts, person: Person, results: readonly LineResult[], read: CommandText): Effect[] {
  const subject = replySubject(facts);
  const stray = read.phrases.map(({ text }) => text);
  const data = {
    ...{ deskName: facts.settings.desk.name, subject, body: read.text, stray },
    tickets: results.map((result) => receiptOf(facts, person, result)),
    done: results.filter(({ done }) => done.kind === 'done').length,
    refused: results.filter(({ done }) => done.kind === 'refused').length,
  };
  const thread = facts.scene === null ? threadOf(facts) : [];
  return toAssociate(facts, person, { ticket: null, template: 'receipt-many', data, automatic: 'auto-replied', thread, subject });
}

function receiptOf(facts: Facts, person: Person, { number, scene, done }: LineResult): TicketReceipt {
  const tag = tagOf(facts.settings.desk.prefix, number);
  const title = scene?.ticket.subject ?? '';
  const ready = (command: string): Action => ({ label: command, href: '', command, subject: threadSubject(tag, title) });
  if (done.kind === 'refused') {
    const commands = done.commands.map((one) => ({
      ...one,
      suggestions: one.suggestions.map((action) => ({ ...action, ...ready(action.command) })),
    }));
    return { tag, title, commands, changes: [], mails: [], actions: [] };
  }
  const { checked, told } = done;
  return {
    ...{ tag, title, commands: [] },
    changes: checked.performed.map(({ phrase, deed }) => ({ command: phrase.text, change: deed.change })),
    mails: told.flatMap((effect) => announced(effect, person, facts)),
    actions: [ready('undo')],
  };
}
