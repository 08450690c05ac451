import { expect, test } from 'vitest';
import { smallest, verdictOn } from '../folder.ts';

/** A small process in which nothing is wrong; each case below changes it. */
const right = `workflow: own
fields: { days: duration, kind: [small, big], due: date }
checklists: { ready: [access] }
entry:
  - { needs: { sender: unknown }, state: raised, sets: { kind: small } }
  - { state: raised, tell: { requester: hello } }
asks:
  offer: { of: approver, answers: [approve, decline], remind: [3bd], expires: quote.valid }
states:
  raised: { waits_for: staff, clock: first_response, group: desk }
  offered: { waits_for: customer, group: desk }
  fixing: { waits_for: engineer, clock: resolution }
steps:
  - { command: bid, from: [raised, fixing], to: offered, by: [lead], collects: [due], asks: offer }
  - { answer: { offer: approve }, from: offered, to: fixing }
  - { answer: { offer: decline }, from: offered, to: back }
  - { expired: offer, from: offered, to: raised }
  - { command: finish, from: fixing, to: closed, needs: { kind: small, checklist.ready: done } }
`;

const verdict = async (text: string, more = '') => {
  const { complaints, warnings } = await verdictOn({ 'helpdesk.yaml': `${smallest}${more}`, 'workflows/own.yaml': text });
  const short = (line: string) => line.replace('workflows/own.yaml:', '');
  return { complaints: complaints.map(short), warnings: warnings.map(short) };
};

test('the process below is right', async () => {
  expect(await verdict(right)).toEqual({ complaints: [], warnings: [] });
});

type Case = readonly [what: string, replaced: string, by: string, told: string];
const after = (line: string, added: string): readonly [string, string] => [line, `${line}\n${added}`];
const lastStep = '  - { command: finish, from: fixing, to: closed, needs: { kind: small, checklist.ready: done } }';
const lastState = '  fixing: { waits_for: engineer, clock: resolution }';

const errors: Case[] = [
  [
    'a step to a state that is not there',
    'to: fixing }',
    'to: fixng }',
    '15:54: steps[1].to: no state "fixng", did you mean `fixing`?',
  ],
  [
    'an entry to one',
    'state: raised, tell',
    'state: rased, tell',
    '6:14: entry[1].state: no state "rased", did you mean `raised`?',
  ],
  [
    'closed, declared',
    ...after(lastState, '  closed: { waits_for: nobody }'),
    '13:3: states.closed: closed is always there, as the end of every process; leave it out',
  ],
  [
    'a state named like a way',
    ...after(lastState, '  back: { waits_for: staff }'),
    '13:3: states.back: back means the state a ticket came from; take another name',
  ],
  ['an ask that is not there', 'asks: offer }', 'asks: ofer }', '14:93: steps[0].asks: no ask "ofer", did you mean `offer`?'],
  [
    'an answer to one that is not there',
    '{ answer: { offer: approve }',
    '{ answer: { offr: approve }',
    '15:15: steps[1].answer: no ask "offr", did you mean `offer`?',
  ],
  [
    'an answer that is none of its answers',
    '{ offer: decline }',
    '{ offer: reject }',
    '16:24: steps[2].answer.offer: no answer to offer "reject"; known: approve, decline',
  ],
  [
    'expiry of what never expires',
    ', expires: quote.valid',
    '',
    '17:16: steps[3].expired: offer never expires; give it expires:',
  ],
  [
    'a fact that is not there',
    'kind: small, checklist',
    'knd: small, checklist',
    '18:59: steps[4].needs.knd: nothing declares, collects or sets a field "knd", and no ticket has such a fact; did you mean `kind`?',
  ],
  [
    'a checklist that is not there',
    'checklist.ready',
    'checklist.redy',
    '18:72: steps[4].needs["checklist.redy"]: nothing declares, collects or sets a field "checklist.redy", and no ticket has such a fact; did you mean `checklist.ready`?',
  ],
  [
    'a value that a field never has',
    'needs: { kind: small',
    'needs: { kind: smal',
    '18:65: steps[4].needs.kind: kind is never "smal", did you mean `small`?',
  ],
  [
    'a value that a fact never has',
    'sender: unknown',
    'sender: stranger',
    '5:24: entry[0].needs.sender: sender is never "stranger"; it can be known, unknown',
  ],
  [
    'words compared as numbers',
    'needs: { kind: small',
    'needs: { kind: { at_least: 2 }',
    '18:65: steps[4].needs.kind: kind is no number, but one of small, big',
  ],
  [
    'a field set to what it cannot be',
    'sets: { kind: small }',
    'sets: { kind: tiny }',
    '5:64: entry[0].sets.kind: kind is never "tiny"; it can be small, big',
  ],
  [
    'words that are counted',
    'sets: { kind: small }',
    'sets: { kind: +1 }',
    '5:64: entry[0].sets.kind: kind is no number that could be counted',
  ],
  [
    'a time from a field without one',
    ...after(lastStep, '  - { after: kind, from: fixing, to: closed }'),
    '19:14: steps[5].after: kind holds no time; declare it under fields as date or duration',
  ],
  [
    'a time from a field that is not there',
    ...after(lastStep, '  - { after: dayz, from: fixing, to: closed }'),
    '19:14: steps[5].after: no field with a time "dayz", did you mean `days`?',
  ],
  [
    'an ask that lapses on what has no date',
    'quote.valid',
    'quote.vlid',
    '8:79: asks.offer.expires: no field with a time "quote.vlid", did you mean `quote.valid`?',
  ],
  [
    'a clock that is not there',
    ...after(lastStep, '  - { breached: resolutoin, from: fixing }'),
    '19:17: steps[5].breached: no clock "resolutoin", did you mean `resolution`?',
  ],
  [
    'a clock that runs elsewhere',
    ...after(lastStep, '  - { breached: resolution, from: raised }'),
    '19:17: steps[5].breached: the clock resolution does not run in raised',
  ],
  [
    'a group that no state is in',
    'checklists:',
    'options: { replies_to_customer: [dsk] }\nchecklists:',
    '3:34: options.replies_to_customer[0]: no group "dsk", did you mean `desk`?',
  ],
  [
    'a step by nobody that somebody may take',
    'expired: offer, from: offered, to: raised',
    'expired: offer, from: offered, to: raised, by: [lead]',
    '17:54: steps[3].by: this happens by itself, nobody takes it; leave by: out',
  ],
  [
    'a step by nobody that wants a value',
    'expired: offer, from: offered, to: raised',
    'expired: offer, from: offered, to: raised, collects: [due]',
    '17:60: steps[3].collects: this happens by itself, so nobody brings due; leave collects: out',
  ],
  [
    'a last entry that not everybody takes',
    '{ state: raised, tell',
    '{ needs: { sender: known }, state: raised, tell',
    '6:14: entry[1].needs: the last entry takes whatever is left, so it needs nothing; found sender',
  ],
  [
    'an entry behind one that always holds',
    'needs: { sender: unknown }, ',
    '',
    '6:5: entry[1]: nothing begins here: entry[0] always holds before it does',
  ],
  [
    'a state that nothing leads to',
    ...after(lastState, '  lost: { waits_for: staff }'),
    '13:3: states.lost: no entry and no step leads to lost; lead one there, or leave it out',
  ],
  [
    'a mail under a condition that the step rules out',
    'needs: { kind: small, checklist.ready: done }',
    'needs: { kind: small, checklist.ready: done }, tell: [{ to: customer, text: bye, when: { kind: big } }]',
    '18:137: steps[4].tell[0].when: this can never hold here, so nobody is ever told',
  ],
  [
    'a condition on nothing and a value',
    'kind: small, checklist.ready: done',
    'kind: { not: [small, big, none] }',
    '18:65: steps[4].needs.kind: this can never hold, so it never happens',
  ],
  [
    'an answer that nothing comes of',
    '  - { answer: { offer: decline }, from: offered, to: back }\n',
    '',
    '8:45: asks.offer.answers[1]: nothing comes of decline in offered: no step from there is fired by { offer: decline }',
  ],
  [
    'an ask whose lapse nothing comes of',
    '  - { expired: offer, from: offered, to: raised }\n',
    '',
    '8:79: asks.offer.expires: nothing comes of it when offer lapses in offered: no step from there is fired by expired: offer',
  ],
  [
    'an ask that nobody can answer where it is put',
    ...after(lastStep, '  - { command: again, from: fixing, asks: offer }'),
    '19:43: steps[5].asks: offer leads nowhere in fixing: no step from there is fired by an answer to it',
  ],
  [
    'a step behind one that always comes first',
    ...after(lastStep, '  - { command: bid, from: raised, to: fixing, by: [lead], needs: { kind: big } }'),
    '19:5: steps[5]: this never happens: bid in line 14 always comes before it',
  ],
  [
    'steps that go round by themselves',
    ...after(
      lastStep,
      '  - { enter: true, from: fixing, to: raised, needs: { kind: big } }\n  - { enter: true, from: raised, to: fixing }',
    ),
    '20:5: steps[6]: this goes round by itself without end: raised → fixing → raised; expected needs that end it',
  ],
  [
    'back from where a ticket begins',
    ...after(lastStep, '  - { command: undo-it, from: raised, to: back }'),
    '19:43: steps[5].to: a ticket can begin in raised, and has nothing to go back to there; expected a state',
  ],
];

test.each(errors)('%s', async (_, replaced, by, told) => {
  expect(right).toContain(replaced);
  expect((await verdict(right.replace(replaced, by))).complaints.join('\n')).toBe(told);
});

test('a state that nothing leads out of', async () => {
  const text = right.replace('[raised, fixing]', 'raised').replace(lastStep, '');
  expect((await verdict(text)).complaints).toEqual([
    '12:3: states.fixing: no step leads on from fixing; for one that ends it: { command: close, from: fixing, to: closed }',
  ]);
});

test('answers of an ask that nobody ever puts', async () => {
  const { complaints, warnings } = await verdict(right.replace(', asks: offer }', ' }'));
  const where = 'nobody was asked offer in offered: no step on the way there asks it';
  expect(complaints.filter((line) => line.endsWith(where))).toHaveLength(3);
  expect(warnings).toContain('8:3: asks.offer: no entry and no step asks offer');
});

test('a state that waits outside, and nothing ever reminds of it', async () => {
  const text = right
    .replace('remind: [3bd], expires: quote.valid', 'remind: []')
    .replace('  - { expired: offer, from: offered, to: raised }\n', '');
  expect((await verdict(text)).complaints).toEqual([
    '11:25: states.offered.waits_for: nothing reminds anybody while offered waits for customer: no clock, no ask with remind:, no step by quiet: or after:',
  ]);
});

test('a silence that comes after no reminder', async () => {
  const text = right
    .replace('remind: [3bd]', 'remind: []')
    .replace(lastStep, `${lastStep}\n  - { silent: offer, from: offered, to: raised }`);
  expect((await verdict(text)).complaints).toEqual([
    '19:15: steps[5].silent: offer reminds nobody, so nothing says when it was silent long enough; give it remind:',
  ]);
});

const warnings: Case[] = [
  [
    'either of two steps',
    ...after(lastStep, '  - { command: bid, from: raised, to: fixing, by: [lead, engineer], needs: { kind: big } }'),
    '19:5: steps[5]: either this or bid in line 14 could happen; the first in the file does. Expected needs that exclude each other',
  ],
  [
    'an ask that is never put',
    ...after('asks:', '  idle: { of: requester, answers: [reply] }'),
    '8:3: asks.idle: no entry and no step asks idle',
  ],
  [
    'an answer where it was asked in one state of two',
    'from: offered, to: fixing }',
    'from: [offered, fixing], to: fixing }',
    '15:41: steps[1].from: nobody was asked offer in fixing: no step on the way there asks it',
  ],
  [
    'ours, whom nothing reminds',
    'engineer, clock: resolution }',
    'engineer }',
    '12:24: states.fixing.waits_for: nothing reminds anybody while fixing waits for engineer: no clock, no ask with remind:, no step by quiet: or after:',
  ],
  [
    'a command that is nearly one',
    'command: finish',
    'command: clsoe',
    '18:16: steps[4].command: clsoe becomes a command of its own; did you mean `close`?',
  ],
  [
    'no way to the end',
    'fixing, to: closed, needs',
    'fixing, to: raised, needs',
    '10:3: states.raised: no way leads to closed from raised, offered, fixing; for one that ends it: { command: close, from: raised, to: closed }',
  ],
  [
    'a field and a checklist of one name',
    'ready: [access] }',
    'ready: [access], kind: [done] }',
    '3:32: checklists.kind: a field is called kind too; a condition on it means the field',
  ],
];

test.each(warnings)('warned of: %s', async (_, replaced, by, told) => {
  expect(right).toContain(replaced);
  const found = await verdict(right.replace(replaced, by));
  expect(found.warnings.join('\n')).toBe(told);
  expect(found.complaints).toEqual([]);
});

test('a general step behind special ones is no mistake, and neither are steps whose conditions exclude each other', async () => {
  const more = `${right}  - { command: grade small, from: fixing, sets: { kind: small } }
  - { command: grade, from: fixing }
  - { command: send-on, from: fixing, needs: { kind: small } }
  - { command: send-on, from: fixing, to: raised, needs: { kind: big } }
  - { command: send-on, from: fixing, to: offered, needs: { kind: absent }, asks: offer }
`;
  expect(await verdict(more)).toEqual({ complaints: [], warnings: [] });
});

test('fields of the desk are facts of every process', async () => {
  const text = right.replace('kind: small, checklist', 'floor: { at_least: 2 }, checklist');
  expect((await verdict(text)).complaints).not.toEqual([]);
  const fields = smallest.replace('support@acme.example }', 'support@acme.example, fields: { floor: number } }');
  expect((await verdictOn({ 'helpdesk.yaml': fields, 'workflows/own.yaml': text })).complaints).toEqual([]);
});

test('steps that go round only until what they set ends it are no loop', async () => {
  const loop = `${right}  - { enter: true, from: fixing, to: raised, needs: { kind: big }, sets: { kind: small } }
  - { enter: true, from: raised, to: fixing, needs: { kind: big } }
`;
  expect((await verdict(loop)).complaints).toEqual([]);
});
