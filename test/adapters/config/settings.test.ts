// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the YAML under test is full of them.
import { expect, test } from 'vitest';
import { verdictOn } from './folder.ts';

const helpdesk = `
desk:
  name: Acme
  address: Support@Acme.example
  prefix: AC
  first_number: 7
  language: es
  timezone: Europe/Berlin
  brand: { colour: "#0A7F3F", sender: "{person}, {desk}", address: [Main Street 1, Springfield], paper: Letter }
  workflow: amc-desk
  delay: 1h30
  acknowledge: known
  reopen_within: 2d
  reply: { subdomain: reply.acme.example }
  own_domains: [Acme.com]
  foreign_tags: [EXT]
  old_customers: contract
  handover: { fields: [severity, serial] }
  fields: { serial: text, floor: number, due: date, colour: [red, blue] }
mailboxes:
  - name: plain
    imap: { host: 127.0.0.1, port: 143, user: u, password: "\${P}", reject_unauthorized: false }
    folder: Help
    after: { move_to: Done, held_to: null }
    poll: 5s
    since: 2026-11-01
    team: web
    workflow: w
    language: de
    via: [Help@acme.example]
  - name: modern
    imap:
      { host: o, user: v, oauth2: { issuer: "https://i.example", client_id: c, client_secret: "\${P}", refresh_token: "\${P}", scope: s } }
    after: seen
  - { name: starttls, imap: { host: o, secure: false, user: w, password: "\${P}" }, after: keep }
listen:
  smtp: { host: 0.0.0.0, port: 25, from: [10.0.0.0/8, "::1"], require_auth: true, border: true, tls: { key_file: k.pem, cert_file: c.pem } }
  lmtp: { port: 24 }
outgoing:
  smtp: { host: s, port: 465, user: u, password_file: p, connections: 2, reject_unauthorized: false }
  envelope: null
  attach_up_to: 0.5
  limits: { per_recipient: 30/h, per_domain: none, per_associate: 500/10m }
authentication: { trusted: [{ id: a, border: [b, 10.0.0.0/8], instances: 2 }], verify: true }
intake: { max_mail_mb: 0.5 }
retry: { quick: [], later: 1h, give_up: 2d }
`;

const people = `
people:
  - handle: ravi
    name: Ravi
    addresses: [Ravi@acme.com]
    roles: [engineer, admin]
    level: L2
    teams: [web]
    language: en
    timezone: Asia/Kolkata
    calendar: office
    notify: none
    away: [{ from: 2026-08-03, until: 2026-08-21 }]
    password: "\${P}"
`;

const customers = `
customers:
  - id: globex
    name: Globex
    domains: [Globex.example]
    language: en
    timezone: Europe/London
    workflow: w
    plan: gold
    relationship: ravi
    contacts:
      - { name: Jane, addresses: [Jane@globex.example], language: en, spoc: true, approver: { limit: 5000 EUR }, validator: true }
      - { name: Bob, addresses: [b@globex.example], approver: { } }
      - { name: Eve, phone: "+44 20 7946 0000", social: "@eve@social.example", stakeholder: true }
    contracts:
      - { number: A-1, kind: amc, starts: 2026-01-01, ends: 2026-12-31, covers: [incident], hours: 40.5, incidents: 12, sites: [Leeds], products: [Web] }
`;

const sla = `
calendars: { office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:30"] }, holidays: [2026-12-25] } }
plans:
  gold:
    calendar: office
    timezone: customer
    warn: [50%, 80 %]
    escalate: [associate, { to: lead, after: 2h }]
    targets: { high: { first_response: 4h, resolution: { remind: 1d, breach: 3d, low: 2d } } }
teams: { web: { calendar: office } }
contracts: { remind_days: [30, 60, 30], tell_used: [90] }
alarms: { severities: [severe, high], on_call: [ravi], webhook: { url: https://alarms.acme.example/desk, secret: S } }
jobs: { sla: "* * * * *" }
`;

const process =
  'workflow: w\nentry: [{ state: raised }]\nstates: { raised: { waits_for: staff, clock: first_response } }\nsteps: []\n';

test('every setting can be set, and arrives as the house uses it', async () => {
  const files = {
    'helpdesk.yaml': helpdesk,
    'people.yaml': people,
    'customers.yaml': customers,
    'sla.yaml': sla,
    'workflows/w.yaml': process,
  };
  const { settings, complaints, warnings } = await verdictOn(
    { ...files, 'k.pem': 'KEY\n', 'c.pem': 'CERT\n', p: 'pw\n' },
    { P: 'secret' },
  );
  expect([...complaints, ...warnings]).toEqual([]);

  expect(settings?.desk).toEqual({
    name: 'Acme',
    address: 'support@acme.example',
    prefix: 'AC',
    firstNumber: 7,
    language: 'es',
    timezone: 'Europe/Berlin',
    brand: { name: 'Acme', colour: '#0a7f3f', logo: null, address: ['Main Street 1', 'Springfield'], paper: 'Letter' },
    sender: '{person}, {desk}',
    workflow: 'amc-desk',
    delay: 5_400_000,
    acknowledge: 'known',
    reopenWithin: 172_800_000,
    oldCustomers: 'contract',
    handover: { fields: ['severity', 'serial'] },
    reply: { kind: 'subdomain', domain: 'reply.acme.example' },
    ownDomains: ['acme.com'],
    foreignTags: ['EXT'],
    fields: {
      serial: { kind: 'text' },
      floor: { kind: 'number' },
      due: { kind: 'date' },
      colour: { kind: 'choice', values: ['red', 'blue'] },
    },
  });
  const password = { kind: 'password', password: 'secret' };
  expect(settings?.mailboxes).toEqual([
    {
      name: 'plain',
      imap: { host: '127.0.0.1', port: 143, secure: false, user: 'u', rejectUnauthorized: false, auth: password },
      folder: 'Help',
      after: { kind: 'move', to: 'Done', heldTo: null },
      poll: 5_000,
      since: Date.parse('2026-10-31T23:00:00Z'),
      team: 'web',
      workflow: 'w',
      language: 'de',
      via: ['help@acme.example'],
    },
    expect.objectContaining({
      imap: {
        host: 'o',
        port: 993,
        secure: true,
        user: 'v',
        rejectUnauthorized: true,
        auth: {
          kind: 'oauth2',
          oauth2: {
            issuer: 'https://i.example',
            tokenEndpoint: null,
            clientId: 'c',
            clientSecret: 'secret',
            refreshToken: 'secret',
            scope: 's',
          },
        },
      },
      after: { kind: 'seen' },
    }),
    expect.objectContaining({ imap: expect.objectContaining({ port: 143, secure: false }), after: { kind: 'keep' } }),
  ]);
  expect(settings?.listen).toEqual({
    smtp: {
      host: '0.0.0.0',
      port: 25,
      from: ['10.0.0.0/8', '::1'],
      requireAuth: true,
      border: true,
      tls: { key: 'KEY', cert: 'CERT' },
    },
    lmtp: { host: '127.0.0.1', port: 24, from: [], requireAuth: false, border: false, tls: null },
  });
  const smtp = { host: 's', port: 465, secure: true, rejectUnauthorized: false, connections: 2 };
  expect(settings?.outgoing).toEqual({
    transport: { kind: 'smtp', smtp: { ...smtp, auth: { kind: 'password', user: 'u', password: 'pw' } } },
    envelope: 'null',
    attachUpToMb: 0.5,
    dkim: null,
    limits: {
      perRecipient: { count: 30, within: 3_600_000 },
      perDomain: null,
      perAssociate: { count: 500, within: 600_000 },
    },
  });
  expect(settings?.authentication).toEqual({ trusted: [{ id: 'a', border: ['b', '10.0.0.0/8'], instances: 2 }], verify: true });
  expect(settings?.intake).toEqual({ maxMailMb: 0.5 });
  expect(settings?.retry).toEqual({ quick: [], later: 3_600_000, giveUp: 172_800_000 });
  expect(settings?.people).toEqual([
    {
      handle: 'ravi',
      name: 'Ravi',
      addresses: ['ravi@acme.com'],
      roles: ['engineer', 'admin'],
      level: 'L2',
      teams: ['web'],
      language: 'en',
      timezone: 'Asia/Kolkata',
      calendar: 'office',
      notify: 'none',
      away: [{ from: '2026-08-03', until: '2026-08-21', to: null }],
      password: 'secret',
    },
  ]);
  expect(settings?.customers[0]?.domains).toEqual(['globex.example']);
  expect(settings?.customers[0]?.contacts.map(({ approver }) => approver)).toEqual([
    { limit: { amount: 500_000, currency: 'EUR' } },
    { limit: null },
    null,
  ]);
  expect(settings?.customers[0]?.contacts[2]).toMatchObject({
    ...{ addresses: [], phone: '+44 20 7946 0000', social: '@eve@social.example', stakeholder: true },
  });
  expect(settings?.customers[0]?.relationship).toBe('ravi');
  expect(settings?.customers[0]?.contracts).toEqual([
    {
      ...{ number: 'A-1', kind: 'amc', starts: '2026-01-01', ends: '2026-12-31', covers: ['incident'] },
      ...{ hours: 40.5, incidents: 12, sites: ['Leeds'], products: ['Web'] },
    },
  ]);
  expect(settings?.sla).toEqual({
    calendars: { office: { timezone: 'Europe/Berlin', hours: { 'mon-fri': ['09:00-17:30'] }, holidays: ['2026-12-25'] } },
    plans: {
      gold: {
        calendar: 'office',
        timezone: 'customer',
        targets: {
          high: {
            first_response: { default: { remind: null, breach: { days: 0, time: 4 * 3_600_000 }, text: '4h' } },
            resolution: {
              default: { remind: { days: 1, time: 0 }, breach: { days: 3, time: 0 }, text: '3d' },
              low: { remind: null, breach: { days: 2, time: 0 }, text: '2d' },
            },
          },
        },
        warn: [0.5, 0.8],
        escalate: [
          { to: 'associate', after: { days: 0, time: 0 }, text: '' },
          { to: 'lead', after: { days: 0, time: 2 * 3_600_000 }, text: '2h' },
        ],
      },
    },
    teams: { web: { calendar: 'office' } },
    contracts: { remindDays: [60, 30], tellUsed: [90] },
    alarms: {
      severities: ['severe', 'high'],
      onCall: ['ravi'],
      webhook: { url: 'https://alarms.acme.example/desk', secret: 'S' },
    },
    jobs: { sla: expect.objectContaining({ line: '* * * * *' }) },
  });
});
