import { describe, expect, test } from 'vitest';
import { participantsAfter } from '../../src/domain/decide/participants-after.ts';
import type { Effect } from '../../src/domain/effect.ts';
import type { Contact, Participant } from '../../src/domain/ticket.ts';
import { someFacts } from './facts.ts';
import { aTicket } from './parts.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';

const jane: Participant = { address: 'jane@globex.example', name: 'Jane Roe', role: 'requester' };
const joe: Participant = { address: 'joe@globex.example', name: 'Joe Doe', role: 'cc' };
const watcher: Participant = { address: 'ravi@acme.example', name: 'Ravi Kumar', role: 'watcher' };
const participants = [jane, joe, watcher];
const eva: Contact = { address: 'eva@initech.example', name: 'Eva Lind', customer: 'initech', language: 'sv', known: true };
const given: Given = {
  participants,
  lookups: { ...someFacts().lookups, contacts: new Map([[eva.address, eva]]) },
};

/** Who takes part afterwards, and once that is taken back. */
function after(text: string): { parts: string[]; undone: string[]; set: unknown } {
  const done = tryCommands(text, given);
  if (done.kind !== 'fine') throw new Error(JSON.stringify(done));
  const shown = (those: readonly Participant[]) =>
    those.map(({ address, role }) => `${address.split('@')[0]} ${role}`).toSorted();
  const { number } = aTicket();
  const back = done.performed.flatMap(({ deed }) => deed.back ?? []).toReversed();
  return {
    parts: shown(participantsAfter(participants, done.effects, number)),
    undone: shown(participantsAfter(done.participants, back, number)),
    set: done.set,
  };
}
const before = ['jane requester', 'joe cc', 'ravi watcher'];

describe('who takes part', () => {
  test.each<[string, string[], unknown]>([
    ['cc bob@globex.example', ['bob cc', ...before], {}],
    ['cc BOB@Globex.example, <ann@globex.example>', ['ann cc', 'bob cc', ...before], {}],
    ['cc bob@globex.example; uncc bob@globex.example', before, {}],
    ['uncc joe@globex.example', ['jane requester', 'ravi watcher'], {}],
    ['watch', ['jane requester', 'joe cc', 'maria watcher', 'ravi watcher'], {}],
    ['watch me ravi', ['jane requester', 'joe cc', 'maria watcher', 'ravi watcher'], {}],
    ['unwatch ravi', ['jane requester', 'joe cc'], {}],
    [
      'contact bob@globex.example "Bob Roe"',
      ['bob requester', 'jane cc', 'joe cc', 'ravi watcher'],
      { requester: 'bob@globex.example' },
    ],
    ['contact joe@globex.example', ['jane cc', 'joe requester', 'ravi watcher'], { requester: 'joe@globex.example' }],
    ['contact Joe Doe', ['jane cc', 'joe requester', 'ravi watcher'], { requester: 'joe@globex.example' }],
    ['contacto joe', ['jane cc', 'joe requester', 'ravi watcher'], { requester: 'joe@globex.example' }],
    ['contact bob@gmail.example', ['bob requester', 'joe cc', 'ravi watcher'], { requester: 'bob@gmail.example' }],
    [
      'contact! eva@initech.example',
      ['eva requester', 'joe cc', 'ravi watcher'],
      { requester: 'eva@initech.example', customer: 'initech', language: 'sv' },
    ],
    ['requester=joe@globex.example', ['jane cc', 'joe requester', 'ravi watcher'], { requester: 'joe@globex.example' }],
  ])('%s, and back', (text, parts, set) => expect(after(text)).toEqual({ parts: parts.toSorted(), undone: before, set }));

  test.each<[string, string]>([
    ['cc joe@globex.example', 'joe@globex.example takes part already'],
    ['cc joe@globex.example bob@globex.example', '+bob@globex.example, joe@globex.example takes part already'],
    ['uncc somebody@elsewhere.invalid', 'somebody@elsewhere.invalid does not take part'],
    ['watch ravi', 'ravi hears of it already'],
    ['unwatch', 'maria does not watch it'],
    ['contact jane@globex.example', 'already jane@globex.example'],
    ['contact joe@globex.example', 'contact: jane@globex.example → joe@globex.example; jane@globex.example stays in copy'],
    [
      'contact bob@gmail.example',
      'contact: jane@globex.example → bob@gmail.example; jane@globex.example gets no more of it (`cc jane@globex.example` keeps them)',
    ],
  ])('%s says “%s”', (text, change) => expect(outcome(text, given)[1]).toBe(change));

  test.each<[string, string, string]>([
    ['cc', '`cc` needs an address', ''],
    ['cc bob', '“bob” is no address', ''],
    ['cc support@acme.example', 'support@acme.example is the desk itself', ''],
    ['cc support+x7@acme.example', 'support+x7@acme.example is the desk itself', ''],
    ['cc ravi@acme.example', 'ravi@acme.example is ravi of us', 'watch ravi'],
    ['uncc jane@globex.example', 'jane@globex.example is who the ticket is for', 'contact …'],
    ['uncc jo@globex.example', 'jo@globex.example does not take part', 'uncc joe@globex.example'],
    ['watch rvai', 'nobody here is “rvai”', 'watch ravi'],
    ['contact', '`contact` needs an address or a name', ''],
    ['contact support@acme.example', 'support@acme.example is the desk itself', ''],
    ['contact Joe Deo', 'no contact here is called “Joe Deo”', 'contact joe@globex.example | contact jane@globex.example'],
    ['contact eva@initech.example', 'eva@initech.example is of initech, the ticket of globex', 'contact! eva@initech.example'],
  ])('%s is refused', (text, problem, suggestions) => {
    const [said, , near] = outcome(text, given);
    expect([said, near]).toEqual([problem, suggestions]);
  });

  test('no address stands in the journal; a contact is made for the customer whose domain it is', () => {
    const done = tryCommands('contact bob@globex.example "Bob Roe"; cc ann@globex.example; watch', given);
    if (done.kind !== 'fine') throw new Error('refused');
    expect(JSON.stringify(done.performed.map(({ deed }) => deed.data))).not.toContain('@');
    const kept: Effect = {
      ...{ act: 'keep-contact', address: 'bob@globex.example', name: 'Bob Roe' },
      ...{ customer: 'globex', language: null, proved: true },
    };
    expect(done.effects).toContainEqual(kept);
  });
});
