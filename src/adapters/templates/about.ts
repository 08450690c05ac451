import type { TemplateName } from '../../domain/answer/template-data.ts';

/** Who gets a mail, and when. */
export type About = { to: 'a customer' | 'an associate' | 'an admin' | 'the desk'; when: string };

/** What each mail is for. */
export const about: { readonly [Name in TemplateName]: About } = {
  acknowledge: { to: 'a customer', when: 'their mail became a ticket, and the desk knows them or their address is proved' },
  'acknowledge-short': { to: 'a customer', when: 'their mail became a ticket, and nothing is known of them; no word of theirs' },
  reply: { to: 'a customer', when: 'an associate answered' },
  closed: { to: 'a customer', when: 'their ticket was closed, with words or without' },
  reopened: { to: 'a customer', when: 'their ticket is open again' },
  'ticket-state': { to: 'a customer', when: 'they asked for it with `[status]`' },
  'confirm-call': { to: 'a customer', when: 'a call of theirs was noted and is to be confirmed' },
  told: { to: 'a customer', when: 'a step of the process says something to them' },
  asked: { to: 'a customer', when: 'a step of the process puts a question to them' },
  'confirm-answer': { to: 'a customer', when: 'an answer in their name is not proved far enough' },
  'not-counted': { to: 'a customer', when: 'what looked like an answer to a question decided nothing' },
  'moved-on': { to: 'an associate', when: 'a step of the process tells or asks them something' },
  offered: { to: 'a customer', when: 'a quote, a fee or a supplement is offered to them' },
  'master-notice': { to: 'a customer', when: 'the ticket that theirs hangs on was answered or closed' },
  'notify-new': { to: 'an associate', when: 'a ticket came' },
  'notify-reply': { to: 'an associate', when: 'somebody wrote on a ticket of theirs' },
  'notify-assigned': { to: 'an associate', when: 'somebody gave them or their team a ticket' },
  'notify-freed': { to: 'an associate', when: 'somebody took a ticket from them, or freed one of their team' },
  'notify-woken': { to: 'an associate', when: 'the pause of a ticket of theirs is over' },
  'notify-held': { to: 'an associate', when: 'a mail is held for a look' },
  'notify-failed': { to: 'an associate', when: 'a mail of ours did not arrive' },
  receipt: { to: 'an associate', when: 'their commands were carried out' },
  'receipt-many': { to: 'an associate', when: 'they answered a list with a line per ticket' },
  'command-error': { to: 'an associate', when: 'a command of theirs was not understood' },
  'draft-held': { to: 'an associate', when: 'their answer waits for a second word of theirs' },
  confirm: { to: 'an associate', when: 'a mail in their name is not proved' },
  'confirm-address': { to: 'an associate', when: 'a mail came from what may be a second address of theirs' },
  'second-address': { to: 'an admin', when: 'a second address was confirmed, or refused' },
  status: { to: 'an associate', when: 'they asked for it' },
  history: { to: 'an associate', when: 'they asked for it' },
  why: { to: 'an associate', when: 'they asked how a mail was taken' },
  list: { to: 'an associate', when: 'they asked for a list, or searched' },
  help: { to: 'an associate', when: 'they asked for it' },
  'help-command': { to: 'an associate', when: 'they asked about one command' },
  'admin-alert': { to: 'an admin', when: 'the desk needs somebody’s hand' },
  probe: { to: 'the desk', when: 'it tests what its mail server makes of forged headers' },
};
