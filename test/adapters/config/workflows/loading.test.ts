// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the YAML under test is full of them.
import { expect, test } from 'vitest';
import { smallest, verdictOn } from '../folder.ts';

const simple = `workflow: simple
entry:
  - { state: raised }
states:
  raised: { waits_for: staff, clock: first_response }
steps: []
`;
const whole = `workflow: whole
parties: { subscriber: customer }
fields: { amount: money, viable: [yes, no] }
checklists: { set-up: [access, people] }
options: { phone_confirmation: old, replies_to_customer: [l1], billable: [analysis], reopens: raised }
entry:
  - { needs: { channel: phone }, state: raised, tell: { requester: called } }
  - { state: raised, sets: { returned: +1, viable: none }, tell: [{ to: subscriber, text: told, when: { type: [question, check] } }] }
asks:
  offer: { of: approver, answers: [approve, decline], about: quote, remind: [3bd], expires: quote.valid }
states:
  raised: { stage: intake, waits_for: staff, clock: first_response, group: l1 }
  offered: { waits_for: subscriber, status: waiting }
steps:
  - { command: quote, from: l1, to: offered, by: [associate, subscriber], collects: [amount, "notes?"], asks: offer }
  - { answer: { offer: approve }, from: offered, to: closed, charges: quote, needs: { amount: present, returned: { at_least: 1 } } }
  - { answer: { offer: decline }, from: offered, to: back }
  - { expired: offer, from: offered, to: raised }
  - { command: triage low, from: any, needs: { type: { not: question } } }
`;

test('what a file says arrives as the house uses it', async () => {
  const { settings, complaints } = await verdictOn({ 'helpdesk.yaml': smallest, 'workflows/whole.yaml': whole });
  expect(complaints).toEqual([]);
  expect(settings?.workflows['whole']).toMatchObject({
    name: 'whole',
    version: expect.stringMatching(/^[0-9a-f]{12}$/),
    parties: { subscriber: 'customer' },
    fields: {
      amount: { kind: 'money' },
      viable: { kind: 'choice', values: ['yes', 'no'] },
      notes: { kind: 'text' },
      returned: { kind: 'number' },
    },
    checklists: { 'set-up': ['access', 'people'] },
    entries: [
      {
        needs: { channel: { kind: 'is', oneOf: ['phone'] } },
        state: 'raised',
        tells: [{ to: 'requester', text: 'called', when: {} }],
      },
      {
        sets: { returned: { add: 1 }, viable: null },
        tells: [{ to: 'customer', text: 'told', when: { type: { kind: 'is', oneOf: ['question', 'check'] } } }],
      },
    ],
    asks: { offer: { of: ['approver'], need: 'one', about: 'quote', remind: ['3bd'], expires: 'quote.valid' } },
    states: { raised: { stage: 'intake', group: 'l1', waitsFor: 'staff' }, offered: { status: 'waiting', waitsFor: 'customer' } },
    steps: [
      {
        line: 15,
        trigger: { kind: 'command', command: 'quote', word: null },
        from: ['raised'],
        to: { kind: 'state', state: 'offered' },
        by: ['associate', 'customer'],
        collects: [
          { field: 'amount', optional: false },
          { field: 'notes', optional: true },
        ],
        asks: ['offer'],
      },
      {
        trigger: { kind: 'answer', ask: 'offer', answer: 'approve' },
        charges: ['quote'],
        needs: { returned: { kind: 'at-least', number: 1 } },
      },
      { to: { kind: 'back' } },
      { trigger: { kind: 'expired', ask: 'offer' } },
      {
        trigger: { command: 'triage', word: 'low' },
        from: ['raised', 'offered'],
        to: { kind: 'same' },
        needs: { type: { kind: 'not' } },
      },
    ],
    reopens: 'raised',
    options: { phoneConfirmation: 'old', recordedAnswers: 'count', repliesToCustomer: ['l1'], billable: ['analysis'] },
  });
});

test('the version is that of the process, not of the layout of its file', async () => {
  const versionOf = async (text: string) => {
    const { settings } = await verdictOn({ 'helpdesk.yaml': smallest, 'workflows/simple.yaml': text });
    return settings?.workflows['simple']?.version;
  };
  const first = await versionOf(simple);
  expect(
    await versionOf(
      `# moved\n\n${simple.replace('{ waits_for: staff, clock: first_response }', '{ clock: first_response, waits_for: staff }')}`,
    ),
  ).toBe(first);
  expect(await versionOf(simple.replace('clock: first_response', 'clock: analysis'))).not.toBe(first);
});

test('an admin’s own process goes before the one that ships', async () => {
  const text = simple.replaceAll('raised', 'mine');
  const { settings } = await verdictOn({ 'helpdesk.yaml': smallest, 'workflows/simple.yaml': text });
  expect(Object.keys(settings?.workflows['simple']?.states ?? {})).toEqual(['mine']);
});

/** What an admin wrote in place of a line of the simple process, and what they are told. */
const wrong: [string, string, string][] = [
  ['workflow: simple', 'workflow: simpel', '1:11: workflow: expected simple, the name of the file'],
  ['steps: []', 'stepz: []', '6:1: stepz: unknown setting, did you mean `steps`?'],
  ['staff', 'staf', '5:24: states.raised.waits_for: no side "staf", did you mean `staff`?'],
  [
    'steps: []',
    'steps: [{ from: raised }]',
    '6:9: steps[0]: nothing fires this step; expected one of command, answer, silent, expired, reply, after, quiet, event, breached, used, enter',
  ],
  [
    'steps: []',
    'steps: [{ command: fix, enter: true, from: raised }]',
    '6:32: steps[0].enter: a step is fired by one thing; command fires this one already',
  ],
  ['steps: []', 'steps: [{ command: fix, from: [rased] }]', '6:32: steps[0].from[0]: no state "rased", did you mean `raised`?'],
  ['steps: []', 'steps: [{ command: fix, from: rased }]', '6:31: steps[0].from: no state "rased", did you mean `raised`?'],
  [
    'steps: []',
    'steps: [{ command: fix, from: any, by: asociate }]',
    '6:40: steps[0].by: no role or side "asociate", did you mean `associate`?',
  ],
  [
    'steps: []',
    'steps: [{ command: fix, from: any, tell: { custmer: fixed } }]',
    '6:44: steps[0].tell.custmer: no side "custmer", did you mean `customer`?',
  ],
  [
    'steps: []',
    'steps: [{ after: soon!, from: any }]',
    '6:18: steps[0].after: expected a wait such as 4h, 30d or 3bd (working days; bh: working hours), or the name of a field, got "soon!"',
  ],
  [
    'steps: []',
    'steps: [{ command: fix, from: any, needs: { type: { nt: question } } }]',
    '6:53: steps[0].needs.type.nt: unknown setting, did you mean `not`?',
  ],
];

test.each(wrong)('%s, written as %s', async (line, text, told) => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': smallest, 'workflows/simple.yaml': simple.replace(line, text) });
  expect(complaints).toContain(`workflows/simple.yaml:${told}`);
});

test('a process that does not exist is told wherever it is named', async () => {
  const desk = `desk: { name: Acme, address: support@acme.example, workflow: simpel }
mailboxes: [{ name: a, imap: { host: h, user: u, password: "\${P}" }, workflow: simple }]
outgoing: { maildir: out }
`;
  const customers = 'customers: [{ id: g, name: G, workflow: smple }]\n';
  const { complaints } = await verdictOn({ 'helpdesk.yaml': desk, 'customers.yaml': customers }, { P: 'p' });
  expect(complaints).toEqual([
    'helpdesk.yaml:1:62: desk.workflow: no process "simpel" in workflows/, did you mean `simple`?',
    'customers.yaml:1:41: customers[0].workflow: no process "smple" in workflows/, did you mean `simple`?',
  ]);
});
