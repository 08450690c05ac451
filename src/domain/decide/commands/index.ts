import { account } from './account.ts';
import { admit } from './admit.ts';
import { analysis } from './analysis.ts';
import { answer } from './answer.ts';
import { recordCommands } from './answers/record.ts';
import { remind } from './answers/remind.ts';
import { ask } from './ask.ts';
import { assign } from './assign.ts';
import { away } from './away.ts';
import { block } from './block.ts';
import { cc } from './cc.ts';
import { charge } from './charge.ts';
import { close } from './close.ts';
import type { Command } from './command.ts';
import { complexity } from './complexity.ts';
import { contact } from './contact.ts';
import { contract } from './contract.ts';
import { customer } from './customer.ts';
import { deleteTicket } from './delete.ts';
import { digest } from './digest.ts';
import { discuss } from './discuss.ts';
import { drop } from './drop.ts';
import { escalate } from './escalate.ts';
import { eta } from './eta.ts';
import { exception } from './exception.ts';
import { fee } from './fee.ts';
import { find } from './find.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { hold } from './hold.ts';
import { impact } from './impact.ts';
import { level } from './level.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { master } from './master.ts';
import { merge } from './merge.ts';
import { move } from './move.ts';
import { newFor, phone, social } from './new.ts';
import { note } from './note.ts';
import { operator } from './operator.ts';
import { po } from './po.ts';
import { priority } from './priority.ts';
import { quote } from './quote.ts';
import { receipts } from './receipts.ts';
import { redact } from './redact.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { report } from './report.ts';
import { reporter, requester } from './reporter.ts';
import { restore } from './restore.ts';
import { resume } from './resume.ts';
import { review } from './review.ts';
import { send } from './send.ts';
import { set } from './set.ts';
import { severity } from './severity.ts';
import { sla } from './sla.ts';
import { spam } from './spam.ts';
import { split } from './split.ts';
import { status } from './status.ts';
import { subject } from './subject.ts';
import { tag } from './tag.ts';
import { take } from './take.ts';
import { tick, untick } from './tick.ts';
import { time } from './time.ts';
import { type } from './type.ts';
import { unassign } from './unassign.ts';
import { unblock } from './unblock.ts';
import { uncc } from './uncc.ts';
import { undo } from './undo.ts';
import { unlink } from './unlink.ts';
import { unmerge } from './unmerge.ts';
import { untag } from './untag.ts';
import { unwatch } from './unwatch.ts';
import { watch } from './watch.ts';
import { why } from './why.ts';
import { withdraw } from './withdraw.ts';
import { workflow } from './workflow.ts';

/** Every command by mail. The order is the order of the help mail. */
export const commands: readonly Command[] = [
  ...[take, assign, unassign, level, escalate],
  ...[severity, priority, complexity, impact, type, tag, untag, tick, untick, subject, set],
  ...[cc, uncc, watch, unwatch, contact, requester, reporter, customer, account, contract, exception, review],
  ...[history, why, sla, list, find, report],
  ...[reply, ask, answer, discuss, note, hold, resume, time, eta, close, reopen, withdraw, status, undo, send, drop],
  ...[quote, fee, analysis, po, charge],
  ...[merge, unmerge, split, move, link, unlink, master, operator, redact, admit, spam, block, unblock, deleteTicket, restore],
  ...recordCommands,
  remind,
  workflow,
  ...[newFor, phone, social],
  ...[away, receipts, digest, help],
];
