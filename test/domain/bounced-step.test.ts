import { expect, test } from 'vitest';
import { decideReport } from '../../src/domain/decide/delivery-report.ts';
import type { TicketScene } from '../../src/domain/decide/facts.ts';
import { messageId, outboxId } from '../../src/domain/ids.ts';
import type { SentMail } from '../../src/domain/outbox.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { someFacts } from './facts.ts';
import { aMail, aTicket } from './parts.ts';
import { process, step, to } from './workflow/build.ts';

const workflow = process({ raised: 'staff', offered: 'customer', unreachable: 'staff' }, [
  step({ trigger: { kind: 'event', event: 'bounced' }, from: ['offered'], to: to('unreachable') }),
]);

/** To what state a mail of ours that comes back takes its ticket. */
function after(state: string, change: Partial<SentMail> = {}, permanent = true) {
  const ticket = aTicket({ workflow: 'test', state, closed: state === 'closed' ? 1 : null, waitsFor: 'customer' });
  const scene: TicketScene = {
    ...{ ticket, workflow, participants: [], records: noRecords, requester: null },
    ...{ messages: [], subjects: [], commanded: [], journal: [], undo: null },
  };
  const returned: SentMail = {
    ...{
      id: outboxId(1),
      ticket: ticket.number,
      template: 'offered',
      party: 'contact',
      automatic: 'auto-generated',
      state: 'sent',
    },
    ...{ to: 'jane@globex.example', created: 0, body: '', ...change },
  };
  const recipient = { address: 'jane@globex.example', status: '5.1.1', diagnostic: 'No such user', permanent };
  const report = {
    action: 'failed' as const,
    recipients: [recipient],
    returnedMessageId: messageId('<1@acme.example>'),
    envelopeId: null,
  };
  const { effects } = decideReport(someFacts({ mail: aMail({ report }), scene, returned }));
  return effects.flatMap((effect) =>
    effect.act === 'change-ticket' && effect.set.state !== undefined ? [effect.set.state] : [],
  );
}

test('F-25: a mail to the customer that comes back for good takes the step that its process has for that', () => {
  expect(after('offered')).toEqual(['unreachable']);
});

test.each([
  ['from a state that has none', 'raised', {}, true],
  ['what is only late', 'offered', {}, false],
  ['a notice to one of us', 'offered', { party: 'associate' }, true],
  ['what was known to have failed', 'offered', { state: 'failed' }, true],
  ['on a closed ticket', 'closed', {}, true],
] as const)('%s: no step', (_, state, change, permanent) => {
  expect(after(state, change, permanent)).toEqual([]);
});
