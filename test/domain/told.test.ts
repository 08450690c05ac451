import { describe, expect, test } from 'vitest';
import { admins, repliesToCustomer, whoIsTold } from '../../src/domain/answer/told.ts';
import type { Person } from '../../src/domain/settings.ts';
import { aPerson, aTicket } from './parts.ts';
import { process } from './workflow/build.ts';

const crew: Person[] = [
  aPerson('maria', { teams: ['web'] }),
  aPerson('ravi', { teams: ['db'] }),
  aPerson('tom', { teams: ['web'], notify: 'team' }),
  aPerson('ann', { teams: [], notify: 'all', roles: ['manager'] }),
  aPerson('zoe', { teams: ['web'], notify: 'none' }),
  aPerson('eng', { teams: [], roles: ['engineer'] }),
  aPerson('out', { teams: ['web'], roles: ['operator'], notify: 'all' }),
];
const told = (assignee: string | null, team: string | null, author: string | null = null, watcher?: string) =>
  whoIsTold(
    { assignee, team },
    watcher === undefined ? [] : [{ address: `${watcher}@acme.example`, name: '', role: 'watcher' }],
    crew,
    crew.find(({ handle }) => handle === author) ?? null,
  ).map(({ handle }) => handle);

describe('who hears of a ticket', () => {
  test.each([
    ['unassigned: its team', null, 'web', null, undefined, ['maria', 'tom', 'ann']],
    ['unassigned, no team: every associate', null, null, null, undefined, ['maria', 'ravi', 'tom', 'ann']],
    ['unassigned, a team nobody is in: every associate', null, 'moon', null, undefined, ['maria', 'ravi', 'tom', 'ann']],
    ['assigned: the assignee, and who asked for all of the team', 'maria', 'web', null, undefined, ['maria', 'tom', 'ann']],
    ['assigned to another team', 'ravi', 'web', null, undefined, ['ravi', 'tom', 'ann']],
    ['who watches', 'maria', 'db', null, 'eng', ['maria', 'ann', 'eng']],
    ['never the author', null, 'web', 'maria', undefined, ['tom', 'ann']],
    ['never who wants nothing, though assigned', 'zoe', 'db', null, undefined, ['ann']],
  ] as const)('%s', (_, assignee, team, author, watcher, expected) => {
    expect(told(assignee, team, author, watcher)).toEqual(expected);
  });

  test('admins are those with that role', () => {
    expect(admins([...crew, aPerson('root', { roles: ['associate', 'admin'] })]).map(({ handle }) => handle)).toEqual(['root']);
  });

  test.each([
    [['associate'], true],
    [['lead'], true],
    [['engineer'], false],
    [['operator'], false],
    [['engineer', 'associate'], true],
    [['admin'], true],
    [['manager', 'sales'], true],
    [['admin', 'engineer'], false],
  ] as const)('a plain reply of %j goes to the customer: %s', (roles, replies) => {
    expect(repliesToCustomer({ handle: 'eva', roles }, null)).toBe(replies);
  });

  test.each([
    ['implementation', 'fixing', { assignee: 'eva' }, true],
    ['fixing', 'fixing', { fields: { spoc_ours: 'eva' } }, true],
    ['implementation', 'raised', { assignee: 'eva' }, false],
    ['implementation', 'fixing', { assignee: 'maria' }, false],
  ])('replies_to_customer: [%s], in %s, %j: an engineer’s goes to the customer: %s', (name, state, given, replies) => {
    const plain = process({ raised: 'staff', fixing: 'engineer' }, []);
    const plan = { stage: null, status: null, clock: null, waitsFor: 'engineer' as const, group: 'implementation' };
    const workflow = {
      ...plain,
      states: { ...plain.states, fixing: plan },
      options: { ...plain.options, repliesToCustomer: [name] },
    };
    const ticket = aTicket({ state, ...given });
    expect(repliesToCustomer({ handle: 'eva', roles: ['engineer'] }, { ticket, workflow })).toBe(replies);
  });
});
