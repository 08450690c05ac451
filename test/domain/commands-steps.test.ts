import { describe, expect, test } from 'vitest';
import type { Step, Workflow } from '../../src/domain/workflow/workflow.ts';
import { now } from './parts.ts';
import { type Given, maria, outcome, tryCommands } from './try-commands.ts';
import { command, process, step, to } from './workflow/build.ts';

const must = (...fields: string[]): Step['collects'] =>
  fields.map((field) => ({ field: field.replace('?', ''), optional: field.endsWith('?') }));

const flow: Workflow = process(
  { raised: 'staff', triage: 'lead', offered: 'customer', fixing: 'engineer', change: 'staff' },
  [
    step({ trigger: command('clear'), from: ['raised'], to: to('triage'), collects: must('issue', 'wanted') }),
    step({ trigger: command('triage low'), from: ['triage'], to: to('fixing'), by: ['associate'], sets: { complexity: 'low' } }),
    step({ trigger: command('triage high'), from: ['triage'], by: ['lead'], sets: { complexity: 'high', rounds: { add: 1 } } }),
    step({ trigger: command('bid'), from: ['triage'], to: to('offered'), collects: must('price', 'due', 'reason') }),
    step({
      trigger: command('start'),
      from: ['triage'],
      to: to('fixing'),
      needs: { complexity: { kind: 'is', oneOf: ['low', 'high'] }, spoc: { kind: 'present' } },
    }),
    step({ trigger: command('finish'), from: ['fixing'], to: to('closed'), collects: must('how', 'solution', 'days?') }),
    step({
      trigger: command('answer'),
      from: ['fixing'],
      collects: must('solution'),
      tells: [{ to: 'lead', text: 'x', when: {} }],
    }),
    step({ trigger: command('assign'), from: ['triage'], to: to('fixing'), needs: { priority: { kind: 'present' } } }),
    step({ trigger: command('close'), from: ['offered'], to: to('triage'), collects: must('reason') }),
    step({
      trigger: { kind: 'enter' },
      from: ['raised'],
      to: to('change'),
      needs: { type: { kind: 'is', oneOf: ['question'] } },
    }),
  ],
  {
    fields: {
      ...{ issue: { kind: 'text' }, wanted: { kind: 'text' }, reason: { kind: 'text' }, solution: { kind: 'text' } },
      ...{ price: { kind: 'money' }, due: { kind: 'date' }, days: { kind: 'duration' }, spoc: { kind: 'person' } },
      how: { kind: 'choice', values: ['phone', 'mail'] },
    },
  },
);

const on = (state: string, more: Given = {}): Given => ({ workflow: flow, ...more, ticket: { state, ...more.ticket } });
const fields = (text: string, given: Given) => {
  const done = tryCommands(text, given);
  return done.kind === 'fine' ? done.set.fields : done;
};

describe('a step of the process is a command', () => {
  test('it moves the ticket, whose turn it is and what is known of it', () => {
    expect(outcome('triage low', on('triage'))).toEqual([
      { state: 'fixing', stage: 'in fixing', waitsFor: 'engineer', trail: ['triage'], complexity: 'low' },
      'triage → fixing',
    ]);
  });

  test('its words and its name may be shortened, and the word said in another language', () => {
    expect(outcome('tri bajo', on('triage'))[1]).toBe('triage → fixing');
    expect(tryCommands('trage low', on('triage'))).toMatchObject({
      commands: [{ suggestions: expect.arrayContaining([expect.objectContaining({ command: 'triage low' })]) }],
    });
  });

  test.each<[string, Given, string, string]>([
    ['triage low', on('raised'), '“triage” is possible in triage; this ticket is in raised', 'clear'],
    ['triage', on('triage'), '`triage` needs a word behind it', 'triage low | triage high'],
    ['triage high', on('triage'), 'here “triage” is for lead', 'triage low'],
    [
      'start',
      on('triage', { ticket: { complexity: 'medium' } }),
      'before “start” something is missing: complexity must be low or high (now medium); spoc must be there',
      'complexity low | set spoc …',
    ],
    ['clear', on('raised'), '`clear` needs issue, wanted', 'clear'],
    ['bid 480 EUR fri', on('triage'), '`bid` needs reason', 'bid'],
    ['finish how=smoke "restarted it"', on('fixing'), '“smoke” is no value of how', 'finish how=phone'],
    ['finish smoke "restarted it"', on('fixing'), '`finish` needs how', 'finish'],
    ['triage low today', on('triage'), '“today” is more than `triage` takes', 'triage'],
    ['assign ravi', on('triage'), 'before “assign” something is missing: priority must be there', 'priority …'],
  ])('%s is refused: where, whose, what is missing, what has to come along', (text, given, problem, suggestions) => {
    const [said, , links] = outcome(text, given);
    expect(said).toBe(problem);
    expect(String(links).startsWith(suggestions)).toBe(true);
  });

  test('what has to come along stands in the ready mail, a line each', () => {
    expect(tryCommands('clear', on('raised'))).toMatchObject({
      kind: 'wrong',
      commands: [{ suggestions: [{ command: 'clear', body: 'Issue:\n\nWanted:' }] }],
    });
  });

  test('all or none: what stands before a refused step is not done either', () => {
    expect(tryCommands('severity high; start', on('triage'))).toMatchObject({
      kind: 'wrong',
      commands: [{ ok: true }, { ok: false }],
    });
    expect(outcome('complexity low; set spoc maria; start', on('triage'))[1]).toContain('triage → fixing');
  });

  test('a colleague’s newer move is not overwritten unasked', () => {
    const journal = [{ at: now - 1000, actor: 'ravi', event: 'moved', evidence: null, data: {} }];
    const given = on('triage', { journal, seen: now - 60_000 });
    expect(outcome('triage low', given)[2]).toBe('triage! low');
    expect(outcome('triage! low', given)[1]).toBe('triage → fixing');
  });
});

describe('what a step collects', () => {
  test.each<[string, string, Record<string, string>]>([
    ['clear "Login fails" "It works"', '', { issue: 'Login fails', wanted: 'It works' }],
    ['clear', 'Issue: Login fails\nWanted:\nIt works\nagain', { issue: 'Login fails', wanted: 'It works\nagain' }],
    ['clear wanted="It works"', 'ISSUE: Login fails', { issue: 'Login fails', wanted: 'It works' }],
  ])('%s with “%s”', (text, body, wanted) => {
    expect(fields(text, on('raised', { text: body }))).toEqual(wanted);
  });

  test.each<[string, string, Record<string, string>]>([
    ['bid 480 EUR fri vendor is late', '', { price: '480.00 EUR', due: '2026-03-06', reason: 'vendor is late' }],
    ['bid €480 2026-03-10', 'The vendor is late.', { price: '480.00 EUR', due: '2026-03-10', reason: 'The vendor is late.' }],
    ['bid reason="a reason" due=+3d 20 USD', '', { price: '20.00 USD', due: '2026-03-05', reason: 'a reason' }],
  ])('%s', (text, body, wanted) => {
    expect(fields(text, on('triage', { text: body, actor: { ...maria, timezone: 'Europe/Berlin' } }))).toEqual(wanted);
  });

  test.each<[string, Record<string, string>]>([
    ['finish phone restarted it', { how: 'phone', solution: 'restarted it' }],
    ['finish mail restarted it 14d', { how: 'mail', solution: 'restarted it', days: '14d' }],
    ['finish correo=x', {}],
  ])('%s', (text, wanted) => {
    const done = tryCommands(text, on('fixing'));
    expect(done.kind === 'fine' ? done.set.fields : {}).toEqual(wanted);
  });

  test('a section is no part of the text any more; a text that is a value stays inside where nobody outside is told', () => {
    const some = tryCommands('clear', on('raised', { text: 'Dear Jane, we look into it.\n\nIssue: Login\nWanted: works' }));
    expect(some).toMatchObject({ words: 'Dear Jane, we look into it.', textIsFor: null });
    expect(tryCommands('answer', on('fixing', { text: 'Restart it.' }))).toMatchObject({
      ...{ words: 'Restart it.', textIsFor: 'note', set: { fields: { solution: 'Restart it.' } } },
    });
  });
});

describe('a command of every ticket that is a step too', () => {
  test('does both', () => {
    expect(outcome('priority high; assign ravi', on('triage'))).toEqual([
      { priority: 'high', assignee: 'ravi', state: 'fixing', stage: 'in fixing', waitsFor: 'engineer', trail: ['triage'] },
      'priority: none → high; assignee: nobody → ravi; triage → fixing',
    ]);
  });

  test('elsewhere it is what it always was', () => {
    expect(outcome('assign ravi', on('raised'))[0]).toEqual({ assignee: 'ravi' });
    expect(outcome('close', on('triage'))[0]).toMatchObject({ state: 'closed', trail: ['triage'] });
  });

  test('closing is what the process makes of it, where it says so', () => {
    expect(outcome('close', on('offered'))[0]).toBe('`close` needs reason');
    expect(outcome('close "not wanted"', on('offered'))[0]).toMatchObject({ state: 'triage', fields: { reason: 'not wanted' } });
  });

  test('a value that is set lets the ticket go on by itself', () => {
    expect(outcome('type question', on('raised'))).toEqual([
      { type: 'question', state: 'change', stage: 'in change', trail: ['raised'] },
      'type: none → question; raised → change',
    ]);
  });

  test('a closed one is taken up where it was', () => {
    const closed = { closed: now, waitsFor: 'nobody' as const, trail: ['triage', 'fixing'] };
    expect(outcome('reopen', on('closed', { ticket: closed }))[0]).toMatchObject({
      state: 'fixing',
      trail: ['triage'],
      closed: null,
    });
  });

  test('on hold nothing moves, and it goes on where it was', () => {
    expect(outcome('hold; triage low', on('triage'))[0]).toBe('“triage” is possible in triage; this ticket is in paused');
    expect(outcome('hold; resume; triage low', on('triage'))[0]).toMatchObject({ state: 'fixing', trail: ['triage'] });
  });
});
