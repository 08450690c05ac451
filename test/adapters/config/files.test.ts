import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printComplaint } from '../../../src/adapters/config/complaint.ts';
import { loadConfig } from '../../../src/adapters/config/load-config.ts';
import { plainRates } from '../../../src/domain/quote/rates.ts';
import { folder, smallest, verdictOn } from './folder.ts';

test('helpdesk.yaml alone is enough, and has these defaults', async () => {
  const { settings, warnings } = await verdictOn({ 'helpdesk.yaml': smallest });
  expect(warnings).toEqual([]);
  expect(settings).toEqual({
    desk: {
      name: 'Acme',
      address: 'support@acme.example',
      prefix: 'HD',
      firstNumber: 1001,
      language: 'en',
      timezone: 'UTC',
      brand: { name: 'Acme', colour: '#1d4ed8', logo: null, address: [], paper: 'A4' },
      sender: '{person} ({desk})',
      workflow: 'quote-first',
      delay: 180_000,
      acknowledge: 'all',
      reopenWithin: 30 * 86_400_000,
      oldCustomers: 'contract_or_closed',
      handover: { fields: [] },
      reply: { kind: 'plus' },
      ownDomains: ['acme.example'],
      foreignTags: ['EXTERNAL', 'EXT', 'SPAM', 'CAUTION'],
      fields: {},
    },
    mailboxes: [],
    listen: { smtp: null, lmtp: null },
    outgoing: {
      transport: { kind: 'maildir', dir: 'data/outgoing' },
      envelope: 'address',
      attachUpToMb: 10,
      dkim: null,
      limits: {
        perRecipient: { count: 300, within: 3_600_000 },
        perDomain: { count: 10_000, within: 3_600_000 },
        perAssociate: null,
      },
    },
    authentication: { trusted: [], verify: false },
    intake: { maxMailMb: 50 },
    retry: { quick: [60_000, 300_000], later: 1_800_000, giveUp: 432_000_000 },
    people: [],
    customers: [],
    forms: { questionnaires: {}, answers: {} },
    sla: {
      calendars: {},
      plans: {},
      teams: {},
      contracts: { remindDays: [60, 30, 7, 0], tellUsed: [80, 100] },
      alarms: { severities: ['severe'], onCall: [], webhook: null },
      jobs: {},
    },
    rates: plainRates,
    workflows: expect.objectContaining({ simple: expect.objectContaining({ name: 'simple' }) }),
    templatesDir: null,
  });
});

test('a section whose rows are all commented out is an empty one', async () => {
  const empty = `${smallest}mailboxes:\nlisten:\nauthentication:\nretry:\n`;
  const { complaints } = await verdictOn({
    'helpdesk.yaml': empty,
    'people.yaml': 'people:\n',
    'sla.yaml': '# nothing yet\n',
    'customers.yaml': '',
  });
  expect(complaints).toEqual([]);
});

test('a folder of templates beside the files is found', async () => {
  await using made = await folder({ 'helpdesk.yaml': smallest, 'templates/en/acknowledge.hbs': '' });
  expect(await loadConfig(made.dir, {})).toMatchObject({ settings: { templatesDir: join(made.dir, 'templates') } });
});

test('a missing folder says what to do', async () => {
  const loaded = await loadConfig('nowhere', {});
  expect(loaded.kind === 'broken' && loaded.complaints.map(printComplaint)).toEqual([
    'nowhere/helpdesk.yaml:1:1: there is no folder nowhere; name the right one with --config DIR; examples/company is one to start from',
  ]);
});

test('a missing helpdesk.yaml and a file of another encoding are told together', async () => {
  const { complaints } = await verdictOn({ 'people.yaml': Uint8Array.of(0x70, 0xe9, 0x0a) });
  expect(complaints).toEqual([
    'helpdesk.yaml:1:1: there is no such file, and it is required; examples/company has one to start from',
    'people.yaml:1:1: expected text in UTF-8; save it with that encoding',
  ]);
});

test('an empty helpdesk.yaml lacks what has no default', async () => {
  const { complaints } = await verdictOn({ 'helpdesk.yaml': '' });
  expect(complaints).toEqual([
    'helpdesk.yaml:1:1: desk: required: Who the desk is',
    'helpdesk.yaml:1:1: outgoing: required: Where mail goes out: smtp or maildir',
  ]);
});

test('a folder in place of a file is complained about', async () => {
  await using made = await folder({ 'helpdesk.yaml': smallest });
  await mkdir(join(made.dir, 'people.yaml'));
  const loaded = await loadConfig(made.dir, {});
  expect(loaded.kind === 'broken' && loaded.complaints.map(({ message }) => message)).toEqual([
    'expected a file, found a folder',
  ]);
});

test('a file whose name is nearly right is warned of', async () => {
  const { warnings } = await verdictOn({
    'helpdesk.yaml': smallest,
    'people.yml': '',
    'custmers.yaml': '',
    'rates.yaml': '',
    'workflows/own.yml': '',
  });
  expect(warnings.toSorted()).toEqual([
    'custmers.yaml:1:1: this file is not read, did you mean `customers.yaml`?',
    'people.yml:1:1: this file is not read, did you mean `people.yaml`?',
    'workflows/own.yml:1:1: this file is not read, did you mean `own.yaml`?',
  ]);
});
