import { describe, expect, test } from 'vitest';
import { checkCommands } from '../../src/domain/decide/check-commands.ts';
import { discreetly } from '../../src/domain/decide/commands/redact.ts';
import type { HeldMail, TicketScene } from '../../src/domain/decide/facts.ts';
import { phrases } from '../../src/domain/decide/grammar/words.ts';
import { arrivalId, entryId, messageId, sha256, type TicketNo, ticketNo } from '../../src/domain/ids.ts';
import type { Block, JournalRow, Kin, Ticket, TicketMessage } from '../../src/domain/ticket.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { simple } from '../../src/domain/workflow/simple.ts';
import { spelledOut } from '../support/in-english.ts';
import { someFacts } from './facts.ts';
import { inNoProcess } from './in-no-process.ts';
import { aPerson, aTicket, day, globex, now } from './parts.ts';

const maria = aPerson('maria', { name: 'Maria Lopez' });
const jane = { address: 'jane@globex.example', name: 'Jane Roe', role: 'requester' as const };
const john = { address: 'john@globex.example', name: 'John Doe', role: 'requester' as const };

const mail = (id: number, other: Partial<TicketMessage> = {}): TicketMessage => ({
  id: entryId(id),
  ticket: ticketNo(1001),
  direction: 'in',
  status: 'filed',
  messageId: messageId(`<${id}@globex.example>`),
  from: { name: jane.name, address: jane.address },
  to: ['support@acme.example'],
  at: now - day + id,
  subject: 'Printer on fire',
  text: '',
  visibleText: '',
  attachments: [],
  sha256: null,
  ...other,
});
const answer = (id: number) => mail(id, { direction: 'out', from: { name: 'Maria Lopez', address: 'maria@acme.example' } });

type Place = {
  ticket?: Partial<Ticket>;
  messages?: readonly TicketMessage[];
  journal?: readonly JournalRow[];
  kin?: Partial<Kin>;
  blocks?: readonly (readonly [string, Block])[];
  held?: HeldMail | null;
};

/** HD-1002 is John's, of Globex; HD-1003 a stranger's; HD-1004 closed; HD-1005 was merged into HD-1002; HD-1006 deleted; HD-1007 hangs on HD-1002. */
const others: readonly Partial<Ticket>[] = [
  { number: ticketNo(1002), requester: john.address, waitsFor: 'customer' },
  { number: ticketNo(1003), customer: null, requester: 'sam@elsewhere.example' },
  { number: ticketNo(1004), state: 'closed', waitsFor: 'nobody', closed: now },
  { number: ticketNo(1005), mergedInto: ticketNo(1002) },
  { number: ticketNo(1006), deleted: now },
  { number: ticketNo(1007), master: ticketNo(1002) },
];

function sceneOf(ticket: Partial<Ticket>, journal: readonly JournalRow[] = []): TicketScene {
  const whole = aTicket({ subject: 'Printer smokes', ...ticket });
  const requester = {
    address: whole.requester,
    name: whole.requester === john.address ? john.name : '',
    role: 'requester' as const,
  };
  return {
    ...{ ticket: whole, participants: [requester], subjects: [], commanded: [], requester: null },
    ...{ messages: [], journal, undo: null, workflow: simple, records: noRecords },
  };
}

const merging: JournalRow = { at: now, actor: 'maria', event: 'merged', evidence: null, data: { into: 1001, from: 'raised' } };

function given(text: string, { ticket, messages = [], journal = [], kin, blocks = [], held = null }: Place = {}) {
  const facts = someFacts();
  const tickets = new Map<TicketNo, TicketScene>(others.map((one) => [one.number as TicketNo, sceneOf(one)]));
  if (kin?.merged) for (const number of kin.merged) tickets.set(number, sceneOf({ number, requester: john.address }, [merging]));
  const lookups = {
    ...facts.lookups,
    ...{ tickets, nextTicket: ticketNo(1010), blocks: new Map(blocks), held },
    kin: new Map([[aTicket(ticket).number, { links: [], merged: [], hanging: [], ...kin }]]),
  };
  const settings = { ...facts.settings, people: [maria], customers: [globex] };
  const scene = {
    ...{ ticket: aTicket(ticket), participants: [jane], messages, journal, undo: null, ...inNoProcess },
    ...{ actor: maria, settings, lookups, text: '', now, digest: String, newId: facts.newId, seen: now },
  };
  return spelledOut(checkCommands(phrases(text), scene, 'E3'));
}
const done = (text: string, place?: Place) => {
  const checked = given(text, place);
  if (checked.kind !== 'fine') throw new Error(JSON.stringify(checked));
  const acts = checked.effects.map((effect) => effect.act);
  return {
    set: checked.set,
    acts,
    change: checked.performed.map(({ deed }) => deed.change).join('; '),
    effects: checked.effects,
  };
};
const refused = (text: string, place?: Place) => {
  const checked = given(text, place);
  if (checked.kind !== 'wrong') return checked.kind;
  const [wrong] = checked.commands.filter(({ ok }) => !ok);
  return [wrong?.problem, wrong?.suggestions.map(({ command }) => command).join(' | ')];
};

describe('merge', () => {
  test('the ticket lives on in the other, whose people grow and whose turn it is', () => {
    const { set, change, effects } = done('merge HD-1002');
    expect(set).toEqual({ state: 'closed', waitsFor: 'nobody', trail: ['raised'], closed: now });
    expect(change).toBe('lives on in HD-1002 “Printer smokes”; Jane Roe takes part there now');
    expect(effects).toMatchObject([
      { act: 'merge-ticket', ticket: 1001, into: 1002 },
      { act: 'add-participant', ticket: 1002, participant: { address: jane.address, role: 'cc' } },
      { act: 'change-ticket', ticket: 1002, set: { waitsFor: 'staff' } },
      { act: 'journal', ticket: 1002, event: 'took-in', data: { ticket: 1001 } },
    ]);
  });

  test.each([
    ['merge', {}, '`merge` needs to know which ticket', ''],
    ['merge soon', {}, '“soon” is no ticket number', ''],
    ['merge HD-1001', {}, 'HD-1001 is this very ticket', ''],
    ['merge HD-4711', {}, 'there is no HD-4711', ''],
    ['merge HD-1002 HD-1003', {}, 'one ticket at a time', 'merge HD-1002'],
    ['merge HD-1003', {}, 'HD-1003 is another customer’s', 'merge! HD-1003'],
    [
      'merge HD-1002',
      { ticket: { customer: null, requester: 'sam@elsewhere.example' } },
      'HD-1002 is another customer’s',
      'merge! HD-1002',
    ],
    ['merge HD-1004', {}, 'HD-1004 is closed', 'merge! HD-1004'],
    ['merge HD-1005', {}, 'HD-1005 was merged into HD-1002', 'merge HD-1002'],
    ['merge HD-1005', { ticket: { number: ticketNo(1002) } }, 'HD-1005 was merged into this ticket', 'unmerge HD-1005'],
    ['merge HD-1006', {}, 'HD-1006 was deleted', ''],
    [
      'merge HD-1002; split',
      { messages: [mail(1), mail(2)] },
      'it cannot stand beside “merge HD-1002” in one mail',
      'merge HD-1002 | split',
    ],
  ] as const)('%s on %j is refused', (text, place, problem, suggestions) =>
    expect(refused(text, place as Place)).toEqual([problem, suggestions]),
  );

  test.each(['merge! HD-1003', 'merge! HD-1004', 'merge #1002', 'fusionar 1002', 'zusammenführen hd-1002'])(
    '%s is done',
    (text) => expect(done(text).acts).toContain('merge-ticket'),
  );
});

describe('unmerge', () => {
  const took = { at: now, actor: 'maria', event: 'took-in', evidence: null, data: { ticket: 1005 } };
  test('the only one that lives on here stands alone again, as it was', () => {
    const { change, effects } = done('unmerge', { kin: { merged: [ticketNo(1005)] }, journal: [took] });
    expect(change).toBe('HD-1005 stands by itself again');
    expect(effects).toMatchObject([
      { act: 'merge-ticket', ticket: 1005, into: null },
      { act: 'change-ticket', ticket: 1005, set: { state: 'raised', waitsFor: 'staff', closed: null } },
      { act: 'journal', ticket: 1005, event: 'unmerged' },
    ]);
  });
  test.each([
    ['unmerge', {}, 'nothing was merged into this ticket', ''],
    [
      'unmerge',
      { kin: { merged: [ticketNo(1005), ticketNo(1008)] } },
      'several tickets live on in this one',
      'unmerge HD-1005 | unmerge HD-1008',
    ],
    ['unmerge HD-1002', { kin: { merged: [ticketNo(1005)] } }, '“HD-1002” does not live on in this ticket', 'unmerge HD-1005'],
  ])('%s on %j is refused', (text, place, problem, suggestions) => expect(refused(text, place)).toEqual([problem, suggestions]));
});

describe('split', () => {
  const two = [mail(1), answer(2), mail(3, { subject: 'Invoice is wrong', to: ['support@acme.example', john.address] })];
  test('the last mail opens its own ticket under its own title; here it is the customer’s turn again', () => {
    const { set, change, effects } = done('split', { messages: two });
    expect(set).toEqual({ waitsFor: 'customer' });
    expect(change).toBe('HD-1010 “Invoice is wrong” is opened for Jane Roe with the last mail');
    expect(effects).toMatchObject([
      { act: 'open-ticket', ticket: { number: 1010, subject: 'Invoice is wrong', state: 'raised', requester: jane.address } },
      { act: 'add-participant', ticket: 1010, participant: { address: jane.address, role: 'requester' } },
      { act: 'move-entry', entry: 3, ticket: 1010 },
      { act: 'link-tickets', ticket: 1010, to: 1001 },
      { act: 'journal', ticket: 1010, event: 'opened', data: { splitFrom: 1001 } },
    ]);
  });
  test('several at once keep their order; the old title where they have no new one', () => {
    const { effects, change } = done('split 2', { messages: [mail(1), mail(2), mail(3)] });
    expect(effects.filter(({ act }) => act === 'move-entry')).toMatchObject([{ entry: 2 }, { entry: 3 }]);
    expect(change).toBe('HD-1010 “Printer on fire” is opened for Jane Roe with the last 2 mails');
  });
  test.each([
    ['split', [mail(1)], 'there is only one mail of the customer here: nothing would be left'],
    ['split', [mail(1), mail(2, { status: 'held' })], 'there is only one mail of the customer here: nothing would be left'],
    ['split 3', two, '“3” is not a number of mails that can be taken from this ticket'],
    ['split 2', two, '“2” is not a number of mails that can be taken from this ticket'],
    ['split all', two, '“all” is not a number of mails that can be taken from this ticket'],
    ['split 0', two, '“0” is not a number of mails that can be taken from this ticket'],
  ])('%s is refused', (text, messages, problem) => expect(refused(text, { messages })).toEqual([problem, expect.any(String)]));
});

describe('move', () => {
  const messages = [mail(1), mail(2)];
  test('the last mail goes there, its writer takes part, and a closed ticket is open again', () => {
    const { change, effects } = done('move HD-1004', { messages, ticket: { requester: john.address } });
    expect(change).toBe('the last mail of Jane Roe goes to HD-1004 “Printer smokes”, which is open again');
    expect(effects).toMatchObject([
      { act: 'move-entry', entry: 2, ticket: 1004 },
      { act: 'change-ticket', ticket: 1004, set: { waitsFor: 'staff', state: 'raised', closed: null } },
      { act: 'journal', ticket: 1004, event: 'got-mail', data: { from: 1001 } },
    ]);
    expect(done('move HD-1002', { messages }).acts).toContain('add-participant');
  });
  test.each([
    ['move HD-1002', [], 'no mail of the customer stands on this ticket', ''],
    ['move HD-1002', [mail(1)], 'it is the only mail here: this ticket would be left empty', 'merge HD-1002 | move! HD-1002'],
    ['move HD-1003', messages, 'HD-1003 is another customer’s', 'move! HD-1003'],
  ] as const)('%s is refused', (text, given, problem, suggestions) =>
    expect(refused(text, { messages: given })).toEqual([problem, suggestions]),
  );
});

describe('link, master, delete', () => {
  test.each([
    ['link HD-1003', {}, 'linked with HD-1003 “Printer smokes”'],
    ['link HD-1003', { kin: { links: [ticketNo(1003)] } }, 'already linked with HD-1003'],
    ['unlink 1003', { kin: { links: [ticketNo(1003)] } }, 'no longer linked with HD-1003'],
    ['master HD-1002', {}, 'hangs on HD-1002 “Printer smokes”: what its end is, this customer hears too'],
    ['master HD-1002', { ticket: { master: ticketNo(1002) } }, 'hangs on HD-1002 already'],
    ['master none', { ticket: { master: ticketNo(1002) } }, 'HD-1002 → no master'],
    ['delete', {}, 'deleted; `restore` brings it back until 2026-04-01'],
    ['delete!', { kin: { merged: [ticketNo(1005)] } }, 'deleted; `restore` brings it back until 2026-04-01'],
    ['delete', { ticket: { deleted: now } }, 'already deleted'],
    ['restore', { ticket: { deleted: now - 29 * day } }, 'deleted → there again'],
    ['restore', {}, 'it is not deleted'],
  ])('%s on %j', (text, place, change) => expect(done(text, place).change).toBe(change));

  test.each([
    ['link', {}, '`link` needs to know which ticket', ''],
    ['unlink HD-1002', { kin: { links: [ticketNo(1003)] } }, '“HD-1002” is not linked with this ticket', 'unlink HD-1003'],
    ['master HD-1007', {}, 'HD-1007 hangs on another ticket itself', 'master HD-1002'],
    ['master HD-1002', { kin: { hanging: [ticketNo(1009)] } }, 'other tickets hang on this one', ''],
    ['delete', { kin: { hanging: [ticketNo(1007)] } }, 'HD-1007 hangs on this ticket', 'delete!'],
    ['delete it', {}, '`delete` stands alone', 'delete'],
    ['restore', { ticket: { deleted: now - 31 * day } }, 'it was deleted more than 30 days ago', ''],
  ])('%s on %j is refused', (text, place, problem, suggestions) => expect(refused(text, place)).toEqual([problem, suggestions]));
});

describe('spam, block, unblock', () => {
  const sams = { ticket: { customer: null, requester: 'sam@elsewhere.example' } };
  const until = now + day;
  const blockOf = (sender: string, end: number | null) => [[sender, { sender, until: end }]] as const;

  test('spam closes without a word and leaves the sender for a day, with `block` for good', () => {
    const { set, effects, change } = done('spam', sams);
    expect(set).toMatchObject({ state: 'closed', waitsFor: 'nobody', tags: ['spam'] });
    expect(effects).toEqual([{ act: 'block-sender', sender: 'sam@elsewhere.example', until }]);
    expect(change).toBe('raised → closed, nobody is told; mail from sam@elsewhere.example is left for 24 hours');
    expect(given('spam', sams)).toMatchObject({ text: 'note', asks: [] });
    expect(done('spam; block', sams).effects.at(-1)).toMatchObject({ until: null });
    expect(done('spam', { ...sams, blocks: blockOf('sam@elsewhere.example', null) }).effects).toEqual([]);
  });

  test.each([
    ['block', sams, 'mail from sam@elsewhere.example is kept and left from now on'],
    ['block @Elsewhere.example', {}, 'mail from elsewhere.example is kept and left from now on'],
    ['block! gmail.com', {}, 'mail from gmail.com is kept and left from now on'],
    ['block! jane@globex.example', {}, 'mail from jane@globex.example is kept and left from now on'],
    ['block', { ...sams, blocks: blockOf('sam@elsewhere.example', null) }, 'sam@elsewhere.example is blocked already'],
    [
      'block',
      { ...sams, blocks: blockOf('sam@elsewhere.example', until) },
      'mail from sam@elsewhere.example is kept and left from now on',
    ],
    ['unblock', { ...sams, blocks: blockOf('sam@elsewhere.example', null) }, 'mail from sam@elsewhere.example is taken again'],
    ['unblock', sams, 'sam@elsewhere.example is not blocked'],
  ])('%s on %j', (text, place, change) => expect(done(text, place as Place).change).toBe(change));

  test.each([
    ['spam', {}, 'jane@globex.example is of Globex, a customer'],
    ['spam it', sams, '`spam` stands alone'],
    ['block', {}, 'jane@globex.example is of Globex, a customer'],
    ['block globex.example', {}, 'globex.example is of Globex, a customer'],
    ['block maria@acme.example', {}, 'maria@acme.example is one of us'],
    ['block! acme.example', {}, 'acme.example is one of us'],
    ['block support+abc@acme.example', {}, 'support+abc@acme.example is one of us'],
    ['block gmail.com', {}, 'half the world writes from gmail.com'],
    ['block sam', {}, '“sam” is no address and no domain'],
  ])('%s on %j is refused', (text, place, problem) => expect(refused(text, place)).toEqual([problem, expect.any(String)]));
});

describe('redact', () => {
  const file = {
    filename: 'Password.txt',
    contentType: 'text/plain',
    size: 1,
    inline: false,
    cid: null,
    sha256: sha256('a'.repeat(64)),
  };
  const messages = [
    mail(1, { text: 'My card is 4111 1111\n1111 1111, thanks.', visibleText: 'My card is 4111 1111\n1111 1111, thanks.' }),
    mail(2, { attachments: [file], text: '> My card is 4111 1111 1111 1111, thanks.' }),
  ];
  test.each([
    [
      'redact attachment last',
      { kind: 'attachments', files: [{ filename: 'Password.txt', sha256: file.sha256 }] },
      '“Password.txt” is removed',
    ],
    ['redact attachment password.TXT', { kind: 'attachments' }, '“Password.txt” is removed'],
    ['redact message', { kind: 'entry', entry: 2 }, 'the last message, of Jane Roe, is removed'],
    ['redact "4111 1111 1111 1111"', { kind: 'words', words: '4111 1111 1111 1111' }, 'the words are removed from 2 messages'],
    ['redact CARD IS', { kind: 'words' }, 'the words are removed from 2 messages'],
    ['redact printer', { kind: 'words' }, 'the words are removed from 2 messages'],
  ])('%s', (text, what, change) => {
    const { effects, change: told } = done(text, { messages });
    expect(effects).toMatchObject([{ act: 'redact', ticket: 1001, what }]);
    expect(told).toContain(change);
    expect(given(text, { messages })).toMatchObject({ text: 'note' });
  });
  test.each([
    ['redact', '`redact` needs to know what'],
    ['redact "no such words"', 'these words stand nowhere on this ticket'],
    ['redact a', 'so few letters stand everywhere'],
    ['redact attachment other.txt', 'no attachment here bears that name'],
  ])('%s is refused', (text, problem) => expect(refused(text, { messages })).toEqual([problem, expect.any(String)]));

  test.each([
    ['redact "4111 1111"', 'redact "…"'],
    ['redact attachment "Jane Roe.pdf"', 'redact attachment …'],
    ['redact message', 'redact message'],
    ['schwärzen geheim', 'schwärzen "…"'],
  ])('%s is repeated to nobody but as %s', (text, shown) => {
    const [phrase] = phrases(text);
    expect(discreetly(phrase?.name ?? '', phrase?.words ?? [])).toBe(shown);
  });
});

describe('admit', () => {
  const held = { arrival: arrivalId(7), from: 'sam@elsewhere.example', why: 'the sender is not proved' };
  test.each([
    ['admit', held, ['retake'], 'the held mail of sam@elsewhere.example is taken'],
    [
      'admit always',
      held,
      ['add-participant', 'retake'],
      'the held mail of sam@elsewhere.example is taken, and the address takes part from now on',
    ],
    ['admit always', { ...held, from: jane.address }, ['retake'], 'the held mail of jane@globex.example is taken'],
    ['admit!', { ...held, why: 'dmarc=fail' }, ['retake'], 'the held mail of sam@elsewhere.example is taken'],
  ])('%s', (text, mail, acts, change) => expect(done(text, { held: mail })).toMatchObject({ acts, change }));

  test.each([
    ['admit', null, 'no mail is held here', ''],
    ['admit', { ...held, why: '… (dmarc=fail)' }, 'the check of its sender failed: it is probably forged', 'admit!'],
    ['admit!', { ...held, from: 'maria@acme.example' }, 'it bears the address of one of us', ''],
    ['admit him', held, '“him” is not understood here', 'admit | admit always'],
    ['admit always please', held, '“please” is not understood here', 'admit | admit always'],
  ])('%s is refused', (text, mail, problem, suggestions) =>
    expect(refused(text, { held: mail })).toEqual([problem, suggestions]),
  );
});
