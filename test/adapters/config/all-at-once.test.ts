// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the YAML under test is full of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictOn } from './folder.ts';

const right = {
  'helpdesk.yaml': `desk:
  name: Acme
  address: support@acme.example
  delay: 30s
  reply: plus
mailboxes:
  - name: support
    imap: { host: imap.x.example, user: u, password: "\${P}" }
    poll: 60s
outgoing:
  maildir: out
listen:
  smtp: { host: 127.0.0.1, port: 2525 }
`,
  'people.yaml': `people:
  - handle: maria
    name: Maria
    addresses: [maria@acme.example]
    roles: [lead]
`,
  'customers.yaml': `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    plan: standard
`,
  'sla.yaml': `plans:
  standard: {}
jobs: { sla: "* * * * *" }
`,
};

/** One line changed, and where that is a mistake. */
const plants: { file: keyof typeof right; line: string; becomes: string; told: string }[] = [
  { file: 'helpdesk.yaml', line: '  name: Acme', becomes: '  nmae: Acme', told: 'helpdesk.yaml:2:3: desk.nmae' },
  { file: 'helpdesk.yaml', line: '  delay: 30s', becomes: '  delay: soon', told: 'helpdesk.yaml:4:10: desk.delay' },
  {
    file: 'helpdesk.yaml',
    line: '  reply: plus',
    becomes: '  reply: { subdomain: acme.example }',
    told: 'helpdesk.yaml:5:23: desk.reply.subdomain',
  },
  { file: 'helpdesk.yaml', line: '"${P}"', becomes: '"${Q}"', told: 'helpdesk.yaml:8:54: mailboxes[0].imap.password' },
  { file: 'helpdesk.yaml', line: '    poll: 60s', becomes: '    poll: 60', told: 'helpdesk.yaml:9:11: mailboxes[0].poll' },
  { file: 'helpdesk.yaml', line: 'maildir: out', becomes: 'maildirr: out', told: 'helpdesk.yaml:11:3: outgoing.maildirr' },
  { file: 'helpdesk.yaml', line: '127.0.0.1', becomes: '0.0.0.0', told: 'helpdesk.yaml:13:17: listen.smtp.host' },
  { file: 'people.yaml', line: 'maria@acme', becomes: 'support@acme', told: 'people.yaml:4:17: people[0].addresses[0]' },
  { file: 'people.yaml', line: '[lead]', becomes: '[leader]', told: 'people.yaml:5:13: people[0].roles[0]' },
  { file: 'customers.yaml', line: 'globex.example', becomes: 'gmail.com', told: 'customers.yaml:4:15: customers[0].domains[0]' },
  { file: 'customers.yaml', line: 'plan: standard', becomes: 'plan: gold', told: 'customers.yaml:5:11: customers[0].plan' },
  { file: 'sla.yaml', line: '"* * * * *"', becomes: '"* * * *"', told: 'sla.yaml:3:14: jobs.sla' },
];

test('any set of mistakes is told whole, each at its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(plants), async (planted) => {
      const files: Record<string, string> = { ...right };
      for (const { file, line, becomes } of planted) files[file] = (files[file] ?? '').replace(line, () => becomes);
      const { complaints } = await verdictOn(files, { P: 'x' });
      for (const { told } of planted) expect(complaints).toContainEqual(expect.stringContaining(`${told}: `));
      const places = new Set(complaints.map((line) => line.split(': ', 2).join(': ')));
      // A misspelt required key is missing as well.
      const missing = planted.filter(({ becomes }) => /nmae|maildirr/.test(becomes)).length;
      expect(places.size).toBe(planted.length + missing);
    }),
    { numRuns: 60 },
  );
});
