import { expect, test } from 'vitest';
import { smallest, verdictOn } from './folder.ts';

const desk = smallest;

/** What an admin wrote after the smallest right file (line 3 on), and what they are told. */
const inHelpdesk: [string, string[]][] = [
  ['port: 1', ['3:1: port: unknown setting here; `port` belongs under `mailboxes[].imap` (check the indentation)']],
  [
    'pol: 60s',
    ['3:1: pol: unknown setting; known here: desk, mailboxes, listen, outgoing, authentication, intake, retry, retention'],
  ],
  ['mailbox: []', ['3:1: mailbox: unknown setting, did you mean `mailboxes`?']],
  ['retry: { later: 1 minute }', ['3:17: retry.later: expected a duration such as 30s, 5m, 2h or 4d, got "1 minute"']],
  ['retry: { later: 0s }', ['3:17: retry.later: expected a duration longer than nothing, got "0s"']],
  ['retry: { quick: [1m, 90] }', ['3:22: retry.quick[1]: expected a duration such as 30s, 5m, 2h or 4d, got 90']],
  ['retry: 5', ['3:8: retry: expected a mapping (key: value), got 5']],
  ['intake: { max_mail_mb: -1 }', ['3:24: intake.max_mail_mb: expected a number above 0, got -1']],
  ['intake: { max_mail_mb: }', ['3:11: intake.max_mail_mb: expected a number above 0, got nothing']],
  ['listen: { smtp: { port: 2525, port: 25 } }', ['3:31: YAML syntax: this key stands here a second time; keep one of them']],
  ['listen: { smtp: { port: 993s } }', ['3:25: listen.smtp.port: expected a port, 1 to 65535, got "993s"']],
  ['listen: { smtp: { port: 65536 } }', ['3:25: listen.smtp.port: expected a port, 1 to 65535, got 65536']],
  ['listen: { smtp: { } }', ['3:17: listen.smtp.port: required: The port to listen on']],
  ['listen: { smtp: 2525 }', ['3:17: listen.smtp: expected a mapping (key: value), got 2525']],
  [
    'listen: { smtp: { port: 25, border: on, from: [10.0.0.0/8] } }',
    ['3:37: listen.smtp.border: expected true or false, got "on", did you mean `true`?'],
  ],
  [
    'listen: { smtp: { port: 25, from: [10.0.0.0/33] } }',
    ['3:36: listen.smtp.from[0]: expected an IP address or network such as 10.0.0.0/8, got "10.0.0.0/33"'],
  ],
  ['authentication: { trusted: mx }', ['3:28: authentication.trusted: expected a list, got "mx"']],
  ['authentication: { trusted: [{ id: 5 }] }', ['3:35: authentication.trusted[0].id: expected text, got 5; put it in quotes']],
  ['mailboxes: [{ name: a }]', ['3:13: mailboxes[0].imap: required: Where the mail is fetched']],
  ['mailboxes: support', ['3:12: mailboxes: expected a list, got "support"']],
];

test.each(inHelpdesk)('helpdesk.yaml: %s', async (text, told) => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': `${desk}${text}\n` });
  expect(complaints).toEqual(told.map((line) => `helpdesk.yaml:${line}`));
});

/** What stands under `desk:` beside name and address. */
const inDesk: [string, string][] = [
  ['prefix: "H D"', '4:11: desk.prefix: expected a prefix of letters and digits, such as HD, got "H D"'],
  ['first_number: 0', '4:17: desk.first_number: expected a whole number, 1 or more, got 0'],
  ['language: english', '4:13: desk.language: expected a language such as en or pt-BR, got "english"'],
  ['timezone: Europe/Berln', '4:13: desk.timezone: expected a time zone such as Europe/Berlin, got "Europe/Berln"'],
  ['delay: 180', '4:10: desk.delay: expected a duration such as 30s, 5m, 2h or 4d, got 180'],
  ['acknowledge: al', '4:16: desk.acknowledge: expected all, known or none, got "al", did you mean `all`?'],
  ['acknowledge: no', '4:16: desk.acknowledge: expected all, known or none, got "no", did you mean `none`?'],
  ['reply: puls', '4:10: desk.reply: expected plus, none or { subdomain: DOMAIN }, got "puls", did you mean `plus`?'],
  ['reply: { subdomain: a b }', '4:23: desk.reply.subdomain: expected a domain such as acme.example, got "a b"'],
  ['reply: { domain: a.example }', '4:12: desk.reply.domain: unknown setting, did you mean `subdomain`?'],
  ['foreign_tags: EXT', '4:17: desk.foreign_tags: expected a list, got "EXT"'],
  ['foreignTags: [EXT]', '4:3: desk.foreignTags: unknown setting, did you mean `foreign_tags`?'],
  [
    'fields: { floor: nmber }',
    '4:20: desk.fields.floor: expected text, number, date or a list of values, got "nmber", did you mean `number`?',
  ],
  ['fields: { severity: text }', '4:13: desk.fields.severity: every ticket has a field of that name already, got "severity"'],
  ['fields: { "a b": text }', '4:13: desk.fields["a b"]: expected a name of letters, digits, _ and -, got "a b"'],
  ['__proto__: 1', '4:3: desk.__proto__: unknown setting'],
];

test.each(inDesk)('desk: %s', async (text, told) => {
  const yaml = `desk:\n  name: Acme\n  address: support@acme.example\n  ${text}\noutgoing: { maildir: out }\n`;
  const { complaints } = await verdictOn({ 'helpdesk.yaml': yaml });
  expect(complaints).toContainEqual(expect.stringContaining(`helpdesk.yaml:${told}`));
});

const inOthers: [string, string, string[]][] = [
  [
    'people.yaml',
    'people:\n  - handle: Maria\n    name: Maria\n    addresses: []\n    roles: [asociate]\n    level: L4\n    notify: everything\n',
    [
      '2:13: people[0].handle: expected a name of small letters, digits, dots and dashes, such as quote-first, got "Maria"',
      '4:16: people[0].addresses: expected one address or more, got a list',
      '5:13: people[0].roles[0]: expected associate, lead, engineer, sales, manager, admin or operator, got "asociate", did you mean `associate`?',
      '6:12: people[0].level: expected L1, L2 or L3, got "L4", did you mean `L1`?',
      '7:13: people[0].notify: expected mine, team, all or none, got "everything"',
    ],
  ],
  ['people.yaml', '- handle: maria\n', ['1:1: expected a mapping (key: value), got a list']],
  [
    'customers.yaml',
    'customers:\n  - id: globex\n    name: Globex\n    contacts:\n      - { name: Jane, addresses: [jane], approver: { limit: 5000 eur } }\n      - { name: Bob, addresses: [b@g.example], approver: }\n      - { name: Eve }\n    contracts:\n      - { number: 7, kind: amc, starts: 2026-02-30, hours: none }\n',
    [
      '5:35: customers[0].contacts[0].addresses[0]: expected an e-mail address, got "jane"',
      '5:61: customers[0].contacts[0].approver.limit: expected an amount with its currency, such as 5000 EUR, got "5000 eur"',
      '6:48: customers[0].contacts[1].approver: expected a mapping (key: value), got nothing',
      '7:9: customers[0].contacts[2]: expected one address or more, or a `phone`, or a `social` handle, got a mapping',
      "9:9: customers[0].contracts[0].ends: required: The last day, in the customer's time zone",
      '9:19: customers[0].contracts[0].number: expected text, got 7; put it in quotes',
      '9:41: customers[0].contracts[0].starts: expected a date such as 2026-12-31, got "2026-02-30"',
      '9:60: customers[0].contracts[0].hours: expected a number above 0, got "none"',
    ],
  ],
  [
    'sla.yaml',
    'calendars:\n  office: { hours: { mo: ["09:00-17:30"], tue: ["17:30-09:00", 9-17] }, holidays: [25.12.2026] }\nplans:\n  gold: { targets: { sever: {}, high: { first_response: soon, resolution: { remind: 1d } } } }\njobs: { sla: "60 * * * *", amc: "* * * * * *" }\n',
    [
      '2:11: calendars.office.timezone: required: The zone the hours are meant in',
      '2:22: calendars.office.hours.mo: expected days such as mon, mon-fri or mon,wed, got "mo"',
      '2:49: calendars.office.hours.tue[0]: expected hours such as "09:00-17:30", got "17:30-09:00"',
      '2:64: calendars.office.hours.tue[1]: expected hours such as "09:00-17:30", got "9-17"',
      '2:84: calendars.office.holidays[0]: expected a date such as 2026-12-31, got "25.12.2026"',
      '4:22: plans.gold.targets.sever: unknown setting, did you mean `severe`?',
      '4:57: plans.gold.targets.high.first_response: expected a duration such as 30m, 4h or 3d, got "soon"',
      '4:75: plans.gold.targets.high.resolution.breach: required: When the target is missed',
      '5:14: jobs.sla: expected a cron line of five fields, such as "0 7 * * *", or off, got "60 * * * *"',
      '5:33: jobs.amc: expected a cron line of five fields, such as "0 7 * * *", or off, got "* * * * * *"',
    ],
  ],
];

test.each(inOthers)('%s: every mistake at once, in reading order', async (file, text, told) => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': desk, [file]: text });
  expect(complaints).toEqual(told.map((line) => `${file}:${line}`));
});

const syntax: [string, string, string][] = [
  ['an open bracket', 'people: [1, 2\n', '2:1: YAML syntax: the indentation does not fit'],
  ['an open quote', 'people: "x\n', 'YAML syntax: a closing quote, bracket, comma or colon is missing'],
  ['a tab', 'people:\n\t- a\n', '2:1: YAML syntax: a tab cannot indent YAML'],
  ['two colons', 'people: a: b\n', '1:9: YAML syntax: two colons on one line'],
  ['two documents', 'people: []\n---\npeople: []\n', '2:1: YAML syntax: expected one document'],
  ['an alias nobody made', 'people: *hunter2\n', '1:9: people: a value that begins with `*` has to stand in quotes'],
  ['an @', 'people: @x\n', '1:9: YAML syntax: a value that begins with a special character'],
];

test('a gap that nothing fills in the name of the sender is told, or customers would read it', async () => {
  const yaml =
    'desk:\n  name: Acme\n  address: support@acme.example\n  brand: { sender: "{persom} at {desk}" }\noutgoing: { maildir: out }\n';
  const { complaints } = await verdictOn({ 'helpdesk.yaml': yaml });
  expect(complaints).toEqual([
    'helpdesk.yaml:4:20: desk.brand.sender: expected a name in which {person} and {desk} are the only words in braces, got "{persom} at {desk}"',
  ]);
});

test.each(syntax)('F-40: broken YAML is explained: %s', async (_, text, told) => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': desk, 'people.yaml': text });
  expect(complaints.join('\n')).toContain(told);
  expect(complaints.join('\n')).not.toContain('hunter2');
});

test('aliases that unfold without end do not hang the desk', async () => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': `${desk}retry: &a { quick: [*a, *a] }\n` });
  expect(complaints.join('\n')).toContain('3:21: retry.quick[0]: this alias unfolds to too many values');
});

test('an anchor may be used again, and a mistake in it is shown where it stands, with both paths', async () => {
  const sla = 'calendars:\n  a: { timezone: UTC, hours: &h { mon: ["9:00"] } }\n  b: { timezone: UTC, hours: *h }\n';
  const { complaints } = await verdictOn({ 'helpdesk.yaml': desk, 'sla.yaml': sla });
  expect(complaints.map((line) => line.split(': expected')[0])).toEqual([
    'sla.yaml:2:41: calendars.a.hours.mon[0]',
    'sla.yaml:2:41: calendars.b.hours.mon[0]',
  ]);
});
