import { describe, expect, it } from 'vitest';
import { begin } from '../../../src/domain/workflow/begin.ts';
import { common } from '../../../src/domain/workflow/common.ts';
import { fire, settle } from '../../../src/domain/workflow/fire.ts';
import type { Moved, NotMoved } from '../../../src/domain/workflow/moved.ts';
import { offersFor } from '../../../src/domain/workflow/offers.ts';
import type { Standing } from '../../../src/domain/workflow/standing.ts';
import type { Who } from '../../../src/domain/workflow/who.ts';
import type { Trigger } from '../../../src/domain/workflow/workflow.ts';
import { command, entry, process, step, to } from './build.ts';

const lead: Who = { roles: ['lead'], level: 'L2', sides: ['staff'] };
const approver: Who = { roles: [], level: null, sides: ['customer', 'approver'] };
const at = (state: string, more: Partial<Standing> = {}): Standing => ({
  state,
  trail: [],
  waitsFor: 'staff',
  open: [],
  ...more,
});
const facts =
  (values: Record<string, string> = {}) =>
  (fact: string) =>
    values[fact] ?? null;
const yes: Trigger = { kind: 'answer', ask: 'offer', answer: 'approve' };

const flow = process(
  { raised: 'staff', triage: 'lead', offered: 'customer', fixing: 'engineer' },
  [
    step({ trigger: command('triage low'), from: ['raised', 'triage'], to: to('triage'), sets: { complexity: 'low' } }),
    step({ trigger: command('triage'), from: ['raised', 'triage'], to: to('triage'), by: ['engineer'] }),
    step({
      trigger: command('quote'),
      from: ['triage', 'offered'],
      to: to('offered'),
      by: ['boss'],
      needs: { complexity: { kind: 'present' } },
      collects: [
        { field: 'hours', optional: false },
        { field: 'eta', optional: true },
      ],
      asks: ['offer'],
      sets: { rounds: { add: 1 } },
      tells: [
        { to: 'customer', text: 'offer', when: {} },
        { to: 'lead', text: 'again', when: { rounds: { kind: 'at-least', number: 2 } } },
      ],
    }),
    step({ trigger: yes, from: ['offered'], to: to('fixing'), by: ['approver'], charges: ['quote'] }),
    step({ trigger: { kind: 'silent', ask: 'offer' }, from: ['offered'], to: to('triage') }),
    step({ trigger: { kind: 'reply', of: 'customer' }, from: ['offered'], to: to('back') }),
    step({ trigger: { kind: 'enter' }, from: ['fixing'], to: to('closed'), needs: { done: { kind: 'is', oneOf: ['yes'] } } }),
  ],
  { parties: { boss: 'lead' } },
);

describe('a trigger fires the first step that holds', () => {
  it('the word of a command decides, and a step without one takes the rest', () => {
    expect(fire(flow, at('raised'), command('triage low'), lead, facts())).toMatchObject({
      kind: 'moved',
      ...{ state: 'triage', stage: 'in triage', waitsFor: 'lead', trail: ['raised'], sets: { complexity: 'low' } },
      why: ['triage low: raised → triage'],
    });
    expect(fire(flow, at('raised'), command('triage high'), lead, facts())).toEqual({ kind: 'not-yours', by: ['engineer'] });
  });

  const refused: [string, NotMoved | Moved, unknown][] = [
    [
      'not from here: where it is possible',
      fire(flow, at('raised'), command('quote'), lead, facts()),
      { kind: 'not-here', from: ['triage', 'offered'] },
    ],
    ['not theirs: whose', fire(flow, at('triage'), command('quote'), approver, facts()), { kind: 'not-yours', by: ['boss'] }],
    [
      'what does not hold, and how it is',
      fire(flow, at('triage'), command('quote'), lead, facts()),
      { kind: 'lacking', lacks: [{ fact: 'complexity', wanted: { kind: 'present' }, has: null }] },
    ],
    [
      'values that have to come along',
      fire(flow, at('triage'), command('quote'), lead, facts({ complexity: 'low' })),
      { kind: 'wanting', step: flow.steps[2], wants: ['hours'] },
    ],
    ['a word nobody knows', fire(flow, at('triage'), command('dance'), lead, facts()), { kind: 'not-here', from: [] }],
  ];
  it.each(refused)('says %s', (_what, got, wanted) => {
    expect(got).toEqual(wanted);
  });

  it('counts, tells whom a condition names, and puts an open ask anew', () => {
    const look = facts({ complexity: 'low', rounds: '1' });
    const moved = fire(flow, at('offered', { open: ['offer'], trail: ['triage'] }), command('quote'), lead, look, () => ({
      hours: '240',
    }));
    expect(moved).toMatchObject({
      ...{ state: 'offered', trail: ['triage'], waitsFor: 'staff', asks: ['offer'], withdraws: ['offer'] },
      sets: { hours: '240', rounds: '2' },
      tells: [{ text: 'offer' }, { text: 'again' }],
    });
  });

  it('what came along counts for what the step needs', () => {
    const both = { complexity: 'low', hours: '60' };
    expect(fire(flow, at('triage'), command('quote'), lead, facts(), () => both)).toMatchObject({
      kind: 'moved',
      state: 'offered',
    });
  });

  it('an answer that settled its ask withdraws nothing of it; a state taken at once follows', () => {
    const moved = fire(flow, at('offered', { open: ['offer', 'other'] }), yes, approver, facts({ done: 'yes' }));
    expect(moved).toMatchObject({
      ...{ state: 'closed', stage: null, waitsFor: 'nobody', trail: ['offered', 'fixing'] },
      ...{ charges: ['quote'], withdraws: ['other'] },
      why: ['offer: approve: offered → fixing', 'at once: fixing → closed (done is yes)'],
    });
  });

  it('an ask that leads nowhere from the new state is withdrawn, one that still does is not', () => {
    const open = { open: ['offer'], trail: ['triage'] };
    const reply: Trigger = { kind: 'reply', of: 'customer' };
    expect(fire(flow, at('offered', open), reply, approver, facts())).toMatchObject({ state: 'triage', withdraws: ['offer'] });
    const stays = process({ a: 'staff', b: 'customer' }, [
      step({ trigger: command('go'), from: ['a'], to: to('b') }),
      step({ trigger: yes, from: ['a', 'b'], to: to('closed') }),
    ]);
    expect(fire(stays, at('a', open), command('go'), lead, facts())).toMatchObject({ state: 'b', withdraws: [] });
  });
});

describe('what needs no trigger', () => {
  it('a ticket begins by the first entry that holds, and goes on at once', () => {
    const here = process(
      { account: 'customer', raised: 'staff', high: 'lead' },
      [step({ trigger: { kind: 'enter' }, from: ['raised'], to: to('high'), needs: { severity: { kind: 'present' } } })],
      {
        entries: [
          entry('account', { needs: { sender: { kind: 'is', oneOf: ['unknown'] } }, asks: ['account'] }),
          entry('raised', { sets: { clarity: 'none yet' } }),
        ],
      },
    );
    expect(begin(here, facts({ sender: 'unknown' }))).toMatchObject({
      state: 'account',
      asks: ['account'],
      trail: [],
      steps: [],
    });
    expect(begin(here, facts({ sender: 'known', severity: 'high' }))).toMatchObject({
      ...{ state: 'high', trail: ['raised'], sets: { clarity: 'none yet' } },
      why: ['begins in raised', 'at once: raised → high (severity present)'],
    });
  });

  it('a value that is set later lets a ticket go on from where it stands, but tells nobody twice', () => {
    const tells = step({ trigger: { kind: 'enter' }, from: ['raised'], tells: [{ to: 'lead', text: 'look', when: {} }] });
    const goes = step({ trigger: { kind: 'enter' }, from: ['raised'], to: to('triage'), needs: { ready: { kind: 'present' } } });
    const here = process({ raised: 'staff', triage: 'lead' }, [tells, goes]);
    expect(settle(here, at('raised'), facts())).toBeNull();
    expect(settle(here, at('raised'), facts({ ready: 'yes' }))).toMatchObject({ state: 'triage', tells: [] });
    expect(begin(here, facts())).toMatchObject({ state: 'raised', tells: [{ text: 'look' }] });
  });

  it('closing withdraws all that is open; a ticket is taken up again where it was, or where the process says', () => {
    const closing = common.close(flow, at('offered', { open: ['offer'], trail: ['triage'] }), 'close');
    expect(closing).toMatchObject({ state: 'closed', trail: ['triage', 'offered'], withdraws: ['offer'], waitsFor: 'nobody' });
    const again = { ...at('closed'), trail: closing.trail };
    expect(common.reopen(flow, again, 'reopen')).toMatchObject({ state: 'offered', trail: ['triage'], waitsFor: 'customer' });
    expect(common.reopen({ ...flow, reopens: 'raised' }, again, 'reopen')).toMatchObject({ state: 'raised' });
    expect(common.reopen(flow, at('closed'), 'reopen')).toMatchObject({ state: 'raised', trail: [] });
  });

  it('offers what this person may command here now, and what has to come along', () => {
    const names = (who: Who, values = {}) =>
      offersFor(flow, 'triage', who, facts(values)).map(({ command: name, word, wants }) => [name, word, wants]);
    expect(names(lead)).toEqual([['triage', 'low', []]]);
    expect(names(lead, { complexity: 'low' })).toEqual([
      ['triage', 'low', []],
      ['quote', null, ['hours']],
    ]);
    expect(names(approver, { complexity: 'low' })).toEqual([['triage', 'low', []]]);
  });
});
