import { describe, expect, test } from 'vitest';
import type { JournalRow } from '../../src/domain/ticket.ts';
import { now } from './parts.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';

const minute = 60_000;
const row = (event: string, data: JournalRow['data'], ago: number, actor = 'ravi'): JournalRow => ({
  ...{ at: now - ago * minute, actor, event, evidence: null, data },
});

describe('commands that set a value', () => {
  test.each<[string, Given['ticket'], unknown, string]>([
    ['severity high', {}, { severity: 'high' }, 'severity: none → high'],
    ['SEVERITY High', {}, { severity: 'high' }, 'severity: none → high'],
    ['severity h', { severity: 'low' }, { severity: 'high' }, 'severity: low → high'],
    ['severity high', { severity: 'high' }, {}, 'already high'],
    ['severity none', { severity: 'high' }, { severity: null }, 'severity: high → none'],
    ['severity none', {}, {}, 'already without severity'],
    ['gravedad alta', {}, { severity: 'high' }, 'severity: none → high'],
    ['schweregrad hoch', {}, { severity: 'high' }, 'severity: none → high'],
    ['gravité élevée', {}, { severity: 'high' }, 'severity: none → high'],
    ['gravidade média', {}, { severity: 'medium' }, 'severity: none → medium'],
    ['severity enhancement', {}, { severity: 'enhancement' }, 'severity: none → enhancement'],
    ['priority urgent', { priority: 'low' }, { priority: 'urgent' }, 'priority: low → urgent'],
    ['prioridad normal', {}, { priority: 'normal' }, 'priority: none → normal'],
    ['complexity medium', {}, { complexity: 'medium' }, 'complexity: none → medium'],
    ['impact high', { fields: { floor: '3' } }, { fields: { floor: '3', impact: 'high' } }, 'impact: none → high'],
    ['impact none', { fields: { floor: '3', impact: 'high' } }, { fields: { floor: '3' } }, 'impact: high → none'],
    ['type incident', {}, { type: 'incident' }, 'type: none → incident'],
    ['type change request', {}, { type: 'change-request' }, 'type: none → change-request'],
    ['type "product information"', {}, { type: 'product-information' }, 'type: none → product-information'],
    ['tipo mejora', {}, { type: 'improvement' }, 'type: none → improvement'],
    ['severity low; severity high', {}, { severity: 'high' }, 'severity: none → low; severity: low → high'],
    ['tag Printer #fire', { tags: ['a'] }, { tags: ['a', 'printer', 'fire'] }, '+printer, +fire'],
    ['tag printer, fire', {}, { tags: ['printer', 'fire'] }, '+printer, +fire'],
    ['tag a b', { tags: ['a'] }, { tags: ['a', 'b'] }, '+b, a is there already'],
    ['tag a', { tags: ['a'] }, {}, 'a is there already'],
    ['untag a b', { tags: ['a', 'b', 'c'] }, { tags: ['c'] }, '−a, −b'],
    ['untag zebra', { tags: ['a'] }, {}, 'zebra is not there'],
    ['tag b; untag a', { tags: ['a'] }, { tags: ['b'] }, '+b; −a'],
    ['subject "Paper jam"', {}, { subject: 'Paper jam' }, 'subject: Printer on fire → Paper jam'],
    ['subject Paper jam', {}, { subject: 'Paper jam' }, 'subject: Printer on fire → Paper jam'],
    ['asunto "Printer on fire"', {}, {}, 'already Printer on fire'],
    ['set severity high', {}, { severity: 'high' }, 'severity: none → high'],
    ['severity=high', {}, { severity: 'high' }, 'severity: none → high'],
    ['title="Paper jam"', {}, { subject: 'Paper jam' }, 'subject: Printer on fire → Paper jam'],
  ])('%s on %j', (text, ticket, set, change) => expect(outcome(text, { ticket: ticket ?? {} })).toEqual([set, change]));

  test.each<[string, Given['ticket'], string, number, string]>([
    ['severity hgh', {}, '“hgh” is no severity', 12, 'severity high'],
    ['severity', {}, '`severity` needs a value', 8, 'severity severe | severity high | severity medium'],
    ['severity urgent', {}, '“urgent” is no severity', 15, 'severity severe | severity high | severity medium'],
    ['priority medium', {}, '“medium” is no priority', 15, 'priority urgent | priority high | priority normal'],
    ['type incidnet', {}, '“incidnet” is no type', 13, 'type incident'],
    ['type c', {}, '“c” is no type', 6, 'type question | type check | type change-request'],
    ['tag', {}, '`tag` needs a tag', 3, ''],
    ['tag a<b', {}, '“a<b” cannot be a tag', 7, ''],
    ['untag pritner', { tags: ['printer'] }, 'there is no tag “pritner” on it', 13, 'untag printer'],
    ['subject', {}, '`subject` needs the new title', 7, ''],
    ['subject "[HD-7] x"', {}, 'a title bears no ticket number', 7, ''],
  ])('%s on %j is refused', (text, ticket, ...expected) => expect(outcome(text, { ticket: ticket ?? {} })).toEqual(expected));

  test('what somebody wrote freely does not stand in the journal', () => {
    const done = tryCommands('subject "Jane’s printer"; tag fire');
    const kept = done.kind === 'fine' ? done.performed.map(({ deed: { data = {}, words = {} } }) => [data, words]) : [];
    expect(kept).toEqual([
      [{ field: 'subject' }, {}],
      [{}, { added: ['fire'] }],
    ]);
  });
});

describe('a colleague’s newer change', () => {
  const set = (ago: number, actor?: string) => row('changed', { field: 'severity', from: null, to: 'high' }, ago, actor);
  const given = (journal: JournalRow[], seen = 10): Given => ({
    ticket: { severity: 'high' },
    journal,
    seen: now - seen * minute,
  });

  test.each<[string, string, Given, unknown]>([
    ['is not overwritten unasked', 'severity low', given([set(4)]), 'Ravi set severity to high four minutes ago'],
    ['is overwritten by who insists', 'severity! low', given([set(4)]), { severity: 'low' }],
    ['was seen where the answer is to a later mail', 'severity low', given([set(11)]), { severity: 'low' }],
    ['is no matter where it is the sender’s own', 'severity low', given([set(4, 'maria')]), { severity: 'low' }],
    ['is known to who changed it after', 'severity low', given([set(4), set(3, 'maria')]), { severity: 'low' }],
    ['counts for its own field', 'priority low', given([set(4)]), { priority: 'low' }],
    ['is no matter where it is what is asked', 'severity high', given([set(4)]), {}],
    [
      'may be an undo',
      'severity low',
      given([row('undone', { set: ['severity'] }, 1)]),
      'Ravi set severity to high one minute ago',
    ],
    ['by the desk itself is none', 'severity low', given([set(4, 'desk')]), { severity: 'low' }],
    ['is long ago sometimes', 'severity low', given([set(125)], 600), 'Ravi set severity to high two hours ago'],
  ])('%s', (_what, text, given, expected) => expect(outcome(text, given)[0]).toEqual(expected));

  test('the right form is at hand', () => {
    expect(outcome('severity low', given([set(4)]))[2]).toBe('severity! low');
    const other = outcome('subject "B"', { journal: [row('changed', { field: 'subject' }, 2)], seen: now - 5 * minute });
    expect(other).toEqual(['Ravi set subject to Printer on fire two minutes ago', 7, 'subject! "B"']);
  });
});
