import { afterEach, describe, expect, test } from 'vitest';
import type { Opening } from '../../src/domain/mailbox.ts';
import { handClock } from '../support/hand-clock.ts';
import { fetched, type ImapScript, type Script, type Scripted, says, silence, startImapScript } from '../support/imap-script.ts';
import { paperLedger } from '../support/paper-ledger.ts';
import { until } from '../support/until.ts';
import { mail, mailboxOn, realMailboxes, type Watching, watching } from '../support/watching.ts';

let server: ImapScript;
afterEach(() => server.stop());

const start = async (script: Script, own?: Scripted) => {
  server = await startImapScript(script, own);
};
const oneMail = () => new Map([[4, mail(4)]]);
const everything = { since: 0 };
const isClosed =
  (desk: Watching, count = 1) =>
  () =>
    desk.ledger.arrivals().length === count && desk.ledger.arrivals().every(({ state }) => state === 'closed');
/** Answers wrongly the first time, leaves the rest to the usual. */
const once = (wrong: NonNullable<Script[string]>): NonNullable<Script[string]> => {
  let isDone = false;
  return (asked) => {
    if (isDone) return false;
    isDone = true;
    return wrong(asked);
  };
};

describe('F-16: whatever the server says once, the mail comes in once and whole', () => {
  const size = mail(4).length;
  const wrongs: [string, string, NonNullable<Script[string]>][] = [
    ['BYE in IDLE', 'IDLE', says(() => ['+ idling', '* BYE going down'], { hangsUp: true })],
    ['a cut in the middle of a mail', 'UID FETCH', says(() => [fetched(1, 4, 'From: half a', 500)], { hangsUp: true })],
    ['BYE in the middle of a FETCH', 'UID FETCH', says(() => ['* BYE overloaded'], { hangsUp: true })],
    ['a line of garbage', 'UID SEARCH', says(() => ['* )(&%$ "'], { andUsual: true })],
    ['garbage in place of an answer', 'UID FETCH', says((tag) => ['* 1 FETCH ((((', `${tag} OK`])],
    ['an answer to a command never given', 'UID SEARCH', says(() => ['ZZ99 OK what'], { andUsual: true })],
    ['NO to a search', 'UID SEARCH', says((tag) => [`${tag} NO [SERVERBUG] sorry`])],
    ['NO to a fetch', 'UID FETCH', says((tag) => [`${tag} NO [SERVERBUG] sorry`])],
    ['a literal shorter than announced', 'UID FETCH', says((tag) => [fetched(1, 4, mail(4), size + 300), `${tag} OK`])],
    ['a text shorter than its size', 'UID FETCH', says((tag) => [fetched(1, 4, 'From: a\r\n', 9, size), `${tag} OK`])],
    ['no answer at all for a mail', 'UID FETCH', says((tag) => [`${tag} OK`])],
  ];
  test.each(wrongs)('%s', async (_, command, wrong) => {
    await start({ [command]: once(wrong) }, { mails: oneMail() });
    const limits = { command: 300, slowest: 1e9, silence: 300 };
    await using desk = watching(mailboxOn(server.port, everything), { imap: { limits } });
    await until(isClosed(desk));
    await desk.stop();
    expect(desk.ledger.mails('created')).toEqual([mail(4)]);
  });
});

test('F-16: a mail that the server never gives holds nobody up, is told of, and comes when the server gives it', async () => {
  let isMended = false;
  const withoutThree: NonNullable<Script[string]> = ({ tag, rest, say }) => {
    const [range = ''] = rest.split(' ');
    if (isMended || !rest.includes('BODY') || !['3', '3:5'].includes(range)) return false;
    if (range === '3:5') for (const uid of [4, 5]) say(fetched(uid - 2, uid, mail(uid)));
    say(`${tag} OK`);
    return true;
  };
  await start({ 'UID FETCH': withoutThree }, { mails: new Map([3, 4, 5].map((uid) => [uid, mail(uid)])) });
  const clock = handClock();
  await using desk = watching(mailboxOn(server.port, { ...everything, after: { kind: 'keep' } }), { clock });
  await until(isClosed(desk, 2));
  await until(() => desk.ledger.position('support')?.nextUid === 3);
  expect(desk.alerts).toEqual([expect.stringContaining('UID 3')]);
  isMended = true;
  await until(() => {
    clock.passes(60_000);
    return isClosed(desk, 3)();
  });
  expect(desk.ledger.mails('created')).toEqual([mail(4), mail(5), mail(3)]);
  expect(desk.ledger.position('support')?.nextUid).toBe(6);
  expect(desk.alerts).toHaveLength(1);
});

describe('F-17: a line that carries nothing any more', () => {
  test('is given up by the adapter within its time for a command', async () => {
    await start({ 'UID SEARCH': once(silence) }, { mails: oneMail() });
    await using desk = watching(mailboxOn(server.port, everything), { imap: { limits: { command: 200 } } });
    await until(isClosed(desk), { within: 5000 });
    expect(desk.log.lines.map(({ text }) => text).join()).toMatch(/no whole answer to UID SEARCH/);
  });

  test('is given up by our own watchdog where the library waits for ever', async () => {
    await start({ 'UID SEARCH': once(silence) }, { mails: oneMail() });
    const clock = handClock();
    const limits = { command: 1e9, silence: 1e9 };
    await using desk = watching(mailboxOn(server.port, everything), { clock, imap: { limits } });
    await until(() => server.asked.includes('UID SEARCH'));
    clock.passes(5 * 60_000 - 1);
    expect(server.open.size).toBe(1);
    clock.passes(1);
    await until(() => desk.log.lines.some(({ text }) => text.includes('no sign of life')));
    await until(() => {
      clock.passes(1000);
      return isClosed(desk)();
    });
  });

  test('shows at the next poll where IDLE went silent', async () => {
    const deafAfterIdle: NonNullable<Script[string]> = ({ socket, say }) => {
      say('+ idling');
      socket.removeAllListeners('data');
      return true;
    };
    await start({ IDLE: once(deafAfterIdle) });
    await using desk = watching(mailboxOn(server.port, { poll: 100 }), { imap: { limits: { command: 200 } } });
    await until(() => server.asked.filter((name) => name === 'connect').length === 2, { within: 5000 });
    expect(desk.log.lines.map(({ text }) => text).join()).toMatch(/no whole answer/);
  });
});

test('F-18: a server that gives a byte now and then is cut off', async () => {
  const timers = new Set<NodeJS.Timeout>();
  const drip: NonNullable<Script[string]> = ({ socket }) => {
    socket.write(fetched(1, 4, '', 5000).slice(0, -1));
    timers.add(setInterval(() => socket.writable && socket.write('x'), 20));
    return true;
  };
  await start({ 'UID FETCH': once(drip) }, { mails: oneMail() });
  await using desk = watching(mailboxOn(server.port, everything), { imap: { limits: { command: 300, silence: 100 } } });
  await until(isClosed(desk), { within: 5000 });
  for (const timer of timers) clearInterval(timer);
  expect(desk.ledger.mails('created')).toEqual([mail(4)]);
});

describe('F-19: a server that asks for patience', () => {
  test.each([
    ['at login', { AUTHENTICATE: says((tag) => [`${tag} NO [LIMIT] Too many simultaneous connections`]) }, {}],
    ['in its greeting', {}, { greeting: '* BYE Too many connections from your address' }],
    ['at the folder', { SELECT: says((tag) => [`${tag} NO [THROTTLED] Account exceeded command or bandwidth limits`]) }, {}],
  ] satisfies [string, Script, Scripted][])('%s is not knocked at again for 30 s', async (_, script, own) => {
    await start(script, own);
    let now = 0;
    const mailboxes = realMailboxes({ now: () => now });
    const open = () => mailboxes.open(mailboxOn(server.port));
    expect(await open()).toMatchObject({ kind: 'unreachable' });
    now = 29_999;
    expect(await open()).toMatchObject({ kind: 'unreachable', text: expect.stringContaining('fewer logins') });
    expect(server.asked.filter((name) => name === 'connect')).toHaveLength(1);
    now = 30_000;
    await open();
    expect(server.asked.filter((name) => name === 'connect')).toHaveLength(2);
  });
});

test('F-19: a server that has enough in the middle of the work is left alone for 30 s too', async () => {
  await start({ 'UID FETCH': once(says((tag) => [`${tag} NO [LIMIT] Request rate limit exceeded`])) }, { mails: oneMail() });
  const clock = handClock();
  await using desk = watching(mailboxOn(server.port, everything), { clock, imap: { now: clock.now } });
  const start_ = clock.now();
  await until(() => {
    clock.passes(1000);
    return server.asked.filter((name) => name === 'connect').length === 2;
  });
  expect(clock.now() - start_).toBeGreaterThanOrEqual(30_000);
  await until(isClosed(desk));
});

describe('2177-1, 9051-2: news', () => {
  test('are listened for by IDLE that is asked for anew, and still heard then', async () => {
    const mails = new Map<number, string>();
    await start({}, { mails });
    await using desk = watching(mailboxOn(server.port), { imap: { limits: { idle: 60 } } });
    await until(() => server.asked.filter((name) => name === 'IDLE').length >= 4);
    mails.set(1, mail(1));
    for (const socket of server.open) socket.write('* 1 EXISTS\r\n');
    await until(isClosed(desk));
  });

  test('that the server never told are found by the search of the next poll', async () => {
    const mails = new Map<number, string>();
    await start({}, { mails });
    await using desk = watching(mailboxOn(server.port, { poll: 50 }));
    await until(() => server.asked.includes('IDLE'));
    mails.set(1, mail(1));
    await until(isClosed(desk));
  });

  test('a line that may be silent for long is kept alive', async () => {
    await start({}, { capability: 'MOVE UIDPLUS' });
    await using desk = watching(mailboxOn(server.port), { imap: { limits: { silence: 60 } } });
    await until(() => server.asked.filter((name) => name === 'NOOP').length >= 4);
    expect(server.asked.filter((name) => name === 'connect')).toHaveLength(1);
    expect(desk.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

test('F-19: a server that cuts every connection after the login meets ever longer pauses', async () => {
  await start({ 'UID SEARCH': says(() => [], { hangsUp: true }) });
  const clock = handClock();
  await using desk = watching(mailboxOn(server.port), { clock, random: () => 1 });
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 11; attempt++) {
    await until(() => desk.log.lines.filter(({ text }) => text.includes('next connection')).length === attempt);
    waits.push(clock.nextDue() ?? 0);
    clock.passes(waits.at(-1) ?? 0);
  }
  expect(waits.map((wait) => wait / 1000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('F-20: a refused login is tried three times in a quarter hour, then never again before a reload; somebody is told', async () => {
  await start({ AUTHENTICATE: says((tag) => [`${tag} NO [AUTHENTICATIONFAILED] Authentication failed.`]) });
  const clock = handClock();
  const desk = watching(mailboxOn(server.port), { clock });
  const logins = () => server.asked.filter((name) => name === 'AUTHENTICATE').length;
  const started = clock.now();
  await until(() => {
    clock.passes(10_000);
    return desk.alerts.length > 0;
  });
  expect(logins()).toBe(3);
  expect(clock.now() - started).toBeLessThan(15 * 60_000);
  clock.passes(86_400_000);
  expect(clock.nextDue()).toBeNull();
  expect(logins()).toBe(3);
  expect(desk.alerts).toEqual([expect.stringMatching(/asha.*Authentication failed/)]);
  expect(desk.alerts.join()).not.toContain('secret');
  await desk.stop();
  delete server.script.AUTHENTICATE;
  await using again = watching(mailboxOn(server.port)); // the reload
  await until(() => again.log.lines.some(({ text }) => text.includes('first connection')));
});

test('F-20: a login service that is only out of order is no refused login', async () => {
  await start({ AUTHENTICATE: says((tag) => [`${tag} NO [UNAVAILABLE] Temporary authentication failure.`]) });
  const opening: Opening = await realMailboxes().open(mailboxOn(server.port));
  expect(opening).toMatchObject({ kind: 'unreachable', text: expect.stringContaining('Temporary') });
});

test('stops at once while it waits, and within seconds while the server is silent', async () => {
  await start({}, { mails: oneMail() });
  const ledger = paperLedger();
  const idle = watching(mailboxOn(server.port, everything), { ledger });
  await until(() => server.asked.includes('IDLE'));
  await idle.stop();
  server.script['UID SEARCH'] = silence;
  const silent = watching(mailboxOn(server.port), { ledger });
  await until(() => server.asked.at(-1) === 'UID SEARCH');
  const begin = performance.now();
  await silent.stop();
  expect(performance.now() - begin).toBeLessThan(8000);
  await until(() => server.open.size === 0);
});
