// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the YAML under test is full of them.
import { expect, test } from 'vitest';
import { verdictOn } from './folder.ts';

const desk = 'desk: { name: Acme, address: support@acme.example }\n';
const maildir = 'outgoing: { maildir: out }\n';
const imap = 'imap: { host: imap.x.example, user: u, password: "${P}" }';
const maria = '{ handle: maria, name: Maria, addresses: [maria@acme.example], roles: [associate], teams: [web] }';
const row = (rows: string) => `customers:\n  - ${rows}\n`;

type Files = { helpdesk?: string; people?: string; customers?: string; sla?: string };

const wrong: [string, Files, string[]][] = [
  [
    'a rule that would let anybody command',
    { helpdesk: `${desk}authentication: { rules: { C4: { needs: E1 } } }\n${maildir}` },
    ['helpdesk.yaml:2:41: authentication.rules.C4.needs: expected E2, E3 or E4, got "E1", did you mean `E2`?'],
  ],
  [
    'one address of two people',
    { people: `people:\n  - ${maria}\n  - { handle: m, name: M, addresses: [Maria@acme.example], roles: [lead] }\n` },
    ['people.yaml:3:39: people[1].addresses[0]: the address maria@acme.example stands twice, first at people.yaml:2:47'],
  ],
  [
    'one address of a colleague and a contact',
    {
      people: `people:\n  - ${maria}\n`,
      customers: row('{ id: g, name: G, contacts: [{ name: J, addresses: [maria@acme.example] }] }'),
    },
    [
      'customers.yaml:2:57: customers[0].contacts[0].addresses[0]: the address maria@acme.example stands twice, first at people.yaml:2:47',
    ],
  ],
  [
    "the desk's own address, of a person and of a contact",
    {
      people: 'people:\n  - { handle: m, name: M, addresses: [Support@Acme.example], roles: [lead] }\n',
      customers: row('{ id: g, name: G, contacts: [{ name: J, addresses: [j@g.example, support@acme.example] }] }'),
    },
    [
      "people.yaml:2:39: people[0].addresses[0]: this is the desk's own address; mail to it would go round in circles",
      'customers.yaml:2:70: customers[0].contacts[0].addresses[1]: the address support@acme.example stands twice, first at people.yaml:2:39',
      "customers.yaml:2:70: customers[0].contacts[0].addresses[1]: this is the desk's own address; mail to it would go round in circles",
    ],
  ],
  [
    'a handle, a customer, a domain, a contract twice',
    {
      people: `people:\n  - ${maria}\n  - { handle: maria, name: M, addresses: [m@acme.example], roles: [lead] }\n`,
      customers: `${row('{ id: g, name: G, domains: [g.example], contracts: [{ number: A1, kind: amc, starts: 2026-01-01, ends: 2026-12-31 }] }')}  - { id: G, name: H, domains: [h.example, G.example], contracts: [{ number: A1, kind: amc, starts: 2026-01-01, ends: 2026-12-31 }] }\n`,
    },
    [
      'people.yaml:3:15: people[1].handle: the handle maria stands twice, first at people.yaml:2:15',
      'customers.yaml:3:11: customers[1].id: the customer g stands twice, first at customers.yaml:2:11',
      'customers.yaml:3:44: customers[1].domains[1]: the domain g.example stands twice, first at customers.yaml:2:33',
      'customers.yaml:3:78: customers[1].contracts[0].number: the contract a1 stands twice, first at customers.yaml:2:67',
    ],
  ],
  [
    'two mailboxes of one name, on one account',
    { helpdesk: `${desk}${maildir}mailboxes:\n  - { name: a, ${imap} }\n  - { name: A, ${imap} }\n` },
    [
      'helpdesk.yaml:5:13: mailboxes[1].name: the mailbox a stands twice, first at helpdesk.yaml:4:13',
      'helpdesk.yaml:5:22: mailboxes[1].imap: the same account and folder are fetched already, by the mailbox at helpdesk.yaml:4:5',
    ],
  ],
  [
    'domains open to everybody',
    { customers: row('{ id: g, name: G, domains: [gmail.com, Yahoo.co.uk, outlook.de, g.example] }') },
    [
      'customers.yaml:2:33: customers[0].domains[0]: gmail.com is open to everybody; list the addresses under contacts instead',
      'customers.yaml:2:44: customers[0].domains[1]: yahoo.co.uk is open to everybody; list the addresses under contacts instead',
      'customers.yaml:2:57: customers[0].domains[2]: outlook.de is open to everybody; list the addresses under contacts instead',
    ],
  ],
  [
    'our own domain as a customer, a public one as ours',
    {
      helpdesk: `desk: { name: A, address: s@acme.example, own_domains: [acme.com, gmail.com] }\n${maildir}`,
      customers: row('{ id: g, name: G, domains: [acme.example, acme.com] }'),
    },
    [
      'helpdesk.yaml:1:67: desk.own_domains[1]: gmail.com is open to everybody, so it cannot be ours; leave it out',
      "customers.yaml:2:33: customers[0].domains[0]: acme.example is one of our own domains, not a customer's",
      "customers.yaml:2:47: customers[0].domains[1]: acme.com is one of our own domains, not a customer's",
    ],
  ],
  [
    'our own domain for answers',
    { helpdesk: `desk: { name: A, address: s@acme.example, reply: { subdomain: acme.example } }\n${maildir}` },
    [
      "helpdesk.yaml:1:63: desk.reply.subdomain: acme.example is one of our own domains: people's mail would be taken for answers; use a subdomain of its own",
    ],
  ],
  [
    'a plan and calendars that sla.yaml has not',
    {
      customers: row('{ id: g, name: G, plan: standart }'),
      people: 'people:\n  - { handle: m, name: M, addresses: [m@acme.example], roles: [lead], calendar: night }\n',
      sla: 'plans: { standard: { calendar: office } }\n',
    },
    [
      'people.yaml:2:81: people[0].calendar: no calendar "night" in sla.yaml (there is none)',
      'customers.yaml:2:29: customers[0].plan: no plan "standart" in sla.yaml, did you mean `standard`?',
      'sla.yaml:1:32: plans.standard.calendar: no calendar "office" in sla.yaml (there is none)',
    ],
  ],
  [
    'reviews of a plan that sla.yaml has not',
    { sla: 'plans: { gold: {} }\nreviews: { every: quarter, plans: { gould: month } }\n' },
    ['sla.yaml:2:44: reviews.plans.gould: no plan "gould" in sla.yaml, did you mean `gold`?'],
  ],
  [
    'what is doubled or beyond its target in a plan, and a calendar of a team',
    {
      people: `people:\n  - ${maria}\n`,
      sla: 'teams: { web: { calendar: nite } }\nplans:\n  gold:\n    warn: [50%, 120%, 50 %]\n    escalate: [lead, { to: lead }, { to: boss }]\n    targets: { high: { resolution: { low: { remind: 4d, breach: 3d } }, analysis: { easy: 1d } } }\nalarms: { on_call: [mario], webhook: { url: ftp://x.example } }\n',
    },
    [
      'sla.yaml:1:27: teams.web.calendar: no calendar "nite" in sla.yaml (there is none)',
      'sla.yaml:4:17: plans.gold.warn[1]: expected a share of the time such as 80%, below 100%, got "120%"',
      'sla.yaml:4:23: plans.gold.warn[2]: the share 50% stands twice, first at sla.yaml:4:12',
      'sla.yaml:5:22: plans.gold.escalate[1]: the rung lead stands twice, first at sla.yaml:5:16',
      'sla.yaml:5:42: plans.gold.escalate[2].to: expected associate, engineer, lead, manager, sales, relationship or next-level, got "boss"',
      'sla.yaml:6:65: plans.gold.targets.high.resolution.low.breach: the target is missed (3d) before it is reminded of (4d)',
      'sla.yaml:6:83: plans.gold.targets.high.analysis.breach: required: When the target is missed',
      'sla.yaml:6:85: plans.gold.targets.high.analysis.easy: unknown setting; known here: remind, breach, low, medium, high',
      'sla.yaml:7:21: alarms.on_call[0]: no handle "mario" in people.yaml, did you mean `maria`?',
      'sla.yaml:7:45: alarms.webhook.url: expected an address such as https://alarms.acme.example/desk, got "ftp://x.example"',
    ],
  ],
  [
    'a relationship manager whom people.yaml has not, a field of hand-overs that no ticket has',
    {
      helpdesk:
        'desk: { name: A, address: s@acme.example, handover: { fields: [severity, sevrity] } }\noutgoing: { maildir: o }\n',
      customers: row('{ id: g, name: G, relationship: maira }'),
      people: 'people:\n  - { handle: maria, name: M, addresses: [m@acme.example], roles: [lead] }\n',
    },
    ['customers.yaml:2:37: customers[0].relationship: no handle "maira" in people.yaml, did you mean `maria`?'],
  ],
  [
    'a folder moved into itself',
    { helpdesk: `${desk}${maildir}mailboxes: [{ name: a, ${imap}, after: { move_to: inbox, held_to: INBOX } }]\n` },
    [
      'helpdesk.yaml:3:101: mailboxes[0].after.move_to: inbox is the folder that is watched: mail would never leave it; name another, or write after: seen',
      'helpdesk.yaml:3:117: mailboxes[0].after.held_to: INBOX is the folder that is watched: mail would never leave it; name another, or write after: seen',
    ],
  ],
  [
    'a contract that ends before it starts',
    { customers: row('{ id: g, name: G, contracts: [{ number: A, kind: amc, starts: 2026-12-31, ends: 2026-01-01 }] }') },
    ['customers.yaml:2:85: customers[0].contracts[0].ends: the contract ends before it starts (2026-12-31)'],
  ],
  [
    'a breach before its reminder (days and hours are not compared)',
    {
      sla: 'plans: { a: { targets: { high: { first_response: { remind: 4h, breach: 30m }, resolution: { remind: 1d, breach: 12h } } } } }\n',
    },
    ['sla.yaml:1:72: plans.a.targets.high.first_response.breach: the target is missed (30m) before it is reminded of (4h)'],
  ],
  [
    'outgoing both ways, or none',
    { helpdesk: `${desk}outgoing: { maildir: o, smtp: { host: h } }\n` },
    ['helpdesk.yaml:2:22: outgoing.maildir: expected only one of smtp or maildir'],
  ],
  [
    'outgoing no way',
    { helpdesk: `${desk}outgoing: { envelope: verp }\n` },
    ['helpdesk.yaml:2:11: outgoing: required: smtp or maildir'],
  ],
  [
    'a null that is only a value forgotten',
    {
      helpdesk: `${desk}outgoing:\n  maildir: o\n  envelope:\nmailboxes: [{ name: a, ${imap}, after: { move_to: Done, held_to: } }]\n`,
    },
    [
      'helpdesk.yaml:4:3: outgoing.envelope: expected address, verp or null, got nothing',
      'helpdesk.yaml:5:107: mailboxes[0].after.held_to: expected a folder or null, got nothing',
    ],
  ],
  [
    'half a login',
    { helpdesk: `${desk}outgoing: { smtp: { host: h, user: u } }\nmailboxes: [{ name: a, imap: { host: h, user: u } }]\n` },
    [
      'helpdesk.yaml:2:36: outgoing.smtp.user: a user needs a password, password_file or oauth2',
      'helpdesk.yaml:3:30: mailboxes[0].imap: required: password, password_file or oauth2',
    ],
  ],
  [
    'a password without its user, a provider without its place, a key without its certificate',
    {
      helpdesk: `${desk}outgoing: { smtp: { host: h, password: "\${P}" } }\nmailboxes: [{ name: a, imap: { host: h, user: u, oauth2: { client_id: i } } }]\nlisten: { smtp: { port: 25, tls: { key: "\${P}" } } }\n`,
    },
    [
      'helpdesk.yaml:2:40: outgoing.smtp.password: required beside it: user, the account to log in with',
      'helpdesk.yaml:3:58: mailboxes[0].imap.oauth2: required: issuer or token_endpoint',
      'helpdesk.yaml:4:34: listen.smtp.tls: required: cert_file (or cert)',
    ],
  ],
  [
    'a border that could be anybody, two listeners on one port',
    { helpdesk: `${desk}${maildir}listen: { smtp: { port: 25, border: true }, lmtp: { port: 25 } }\n` },
    [
      'helpdesk.yaml:3:37: listen.smtp.border: border: true needs from: [ADDRESSES of the border], else anybody could hand in forged Authentication-Results',
      'helpdesk.yaml:3:59: listen.lmtp.port: port 25 is taken by the listener at helpdesk.yaml:3:25',
    ],
  ],
];

test.each(wrong)('refused: %s', async (_, { helpdesk = desk + maildir, ...others }, told) => {
  const rest = Object.entries(others).map(([name, text]) => [`${name}.yaml`, text]);
  const { complaints } = await verdictOn({ 'helpdesk.yaml': helpdesk, ...Object.fromEntries(rest) }, { P: 'x' });
  expect(complaints).toEqual(told);
});

const listeners: [string, boolean][] = [
  ['port: 25', true],
  ['host: 127.0.0.1, port: 25', true],
  ['host: ::1, port: 25', true],
  ['host: localhost, port: 25', true],
  ['host: 0.0.0.0, port: 25', false],
  ['host: mx.acme.example, port: 25', false],
  ['host: 10.0.0.5, port: 25, require_auth: true', false],
  ['host: 10.0.0.5, port: 25, tls: { key: "${P}", cert: "${P}" }', false],
  ['host: 10.0.0.5, port: 25, require_auth: true, tls: { key: "${P}", cert: "${P}" }', true],
  ['host: 10.0.0.5, port: 25, from: []', false],
  ['host: 10.0.0.5, port: 25, from: [10.0.0.2]', true],
];

test.each(listeners)('a listener { %s } is allowed: %s', async (listener, isAllowed) => {
  const helpdesk = `${desk}${maildir}listen: { smtp: { ${listener.replace('::1', '"::1"')} } }\n`;
  const { complaints } = await verdictOn({ 'helpdesk.yaml': helpdesk }, { P: 'x' });
  expect(complaints.length).toBe(isAllowed ? 0 : 1);
});

test('a team nobody is in is warned of', async () => {
  const helpdesk = `${desk}${maildir}mailboxes: [{ name: a, ${imap}, team: wob }, { name: b, ${imap.replace('user: u', 'user: v')}, team: web }]\n`;
  const { warnings } = await verdictOn({ 'helpdesk.yaml': helpdesk, 'people.yaml': `people: [${maria}]\n` }, { P: 'x' });
  expect(warnings).toEqual([
    'helpdesk.yaml:3:89: mailboxes[0].team: nobody would be told of its new tickets: no team "wob" in people.yaml, did you mean `web`?',
  ]);
});

test('8601-3: the preset m365 believes nobody, and says so', async () => {
  const { settings, warnings } = await verdictOn({
    'helpdesk.yaml': `${desk}${maildir}authentication: { trusted: [google, m365, mx.a.example, { id: b, instances: 2 }] }\n`,
  });
  expect(warnings).toHaveLength(1);
  expect(settings?.authentication.trusted).toEqual([
    { id: 'mx.google.com', border: ['mx.google.com', '2002:a05::/32'], instances: 1 },
    { id: 'mx.a.example', border: ['mx.a.example'], instances: 1 },
    { id: 'b', border: ['b'], instances: 2 },
  ]);
});

test('references into a file that cannot be read are not complained about', async () => {
  const { complaints } = await verdictOn({
    'helpdesk.yaml': desk + maildir,
    'customers.yaml': row('{ id: g, name: G, plan: gold }'),
    'sla.yaml': 'plans: [',
  });
  expect(complaints.map((line) => line.split(':')[0])).toEqual(['sla.yaml']);
});

test('8601-3: what lies at Microsoft 365 is believed in the mailboxes that lie there', async () => {
  const at = (host: string, rest = '') =>
    `{ name: m${host.length}, imap: { host: ${host}, user: u${host.length}, password: "\${P}" }${rest} }`;
  const named = await verdictOn(
    {
      'helpdesk.yaml': `${desk}${maildir}mailboxes: [${at('outlook.office365.com')}, ${at('imap.a.example')}, ${at('office365.com.evil.example')}]\nauthentication: { trusted: [m365] }\n`,
    },
    { P: 'x' },
  );
  expect(named.warnings).toEqual([]);
  expect(named.settings?.mailboxes.map(({ mode }) => mode)).toEqual(['m365', undefined, undefined]);
  expect(named.settings?.authentication.trusted).toEqual([]);
  const told = await verdictOn(
    {
      'helpdesk.yaml': `${desk}${maildir}mailboxes: [${at('imap.a.example', ', mode: m365')}]\nauthentication: { trusted: [{ mode: m365 }, { id: a, also: [b], border: [.c.example] }] }\n`,
    },
    { P: 'x' },
  );
  expect(told.settings?.mailboxes.map(({ mode }) => mode)).toEqual(['m365']);
  expect(told.settings?.authentication.trusted).toMatchObject([
    { mode: 'm365', instances: 1 },
    { id: 'a', also: ['b'], border: ['.c.example'], instances: 1 },
  ]);
});

test('8601-1: a border has a name, or writes none and says so', async () => {
  const { complaints } = await verdictOn({
    'helpdesk.yaml': `${desk}${maildir}authentication: { trusted: [{ instances: 2 }] }\n`,
  });
  expect(complaints).toEqual([expect.stringContaining('expected id: NAME or mode: m365')]);
});

test('8617-1: ARC seals need our own verification', async () => {
  const of = (verify: boolean) =>
    verdictOn({ 'helpdesk.yaml': `${desk}${maildir}authentication: { verify: ${verify}, sealers: [List.example] }\n` });
  expect((await of(true)).settings?.authentication).toEqual({ trusted: [], verify: true, sealers: ['list.example'] });
  expect((await of(false)).warnings).toEqual([expect.stringContaining('verify: true')]);
});

test.each([
  ['outgoing: { maildir: data/out }', '[mx.a.example]', ['no test mail is ever sent: outgoing mail goes to a folder']],
  ['outgoing: { smtp: { host: 127.0.0.1 } }', '[]', ['no test mail is ever sent: no border is named in trusted']],
  ['outgoing: { smtp: { host: 127.0.0.1 } }', '[mx.a.example]', []],
])(
  '8601-4: a border that cannot be tested is pointed out where a test is asked for: %s, trusted %s',
  async (outgoing, trusted, said) => {
    const of = (probe: string) =>
      verdictOn({ 'helpdesk.yaml': `${desk}${outgoing}\nauthentication: { trusted: ${trusted}, probe: ${probe} }\n` });
    expect((await of('daily')).warnings).toEqual(said.map((text) => expect.stringContaining(text)));
    expect(await of('never')).toMatchObject({ warnings: [], settings: { authentication: { probe: 'never' } } });
    expect((await of('weekly')).complaints).toEqual([expect.stringMatching(/authentication\.probe: expected daily or never/)]);
  },
);
