import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import { scratch } from '../support/scratch.ts';
import { root } from '../support/source-files.ts';

const newDir = scratch();
let dir = '';

beforeEach(async () => {
  dir = newDir();
  await cp(join(root, 'config'), join(dir, 'config'), { recursive: true });
});

const place = () => ({ data: join(dir, 'data'), config: join(dir, 'config') });
const ask = (name: string, args: readonly string[], options: Record<string, unknown> = {}) => asked(name, args, options, place());
async function imported(what: string, file: string, lines: readonly string[], options: Record<string, unknown> = { yes: true }) {
  const path = join(dir, file);
  await writeFile(path, `${lines.join('\n')}\n`);
  return ask('import', [what, path], options);
}

const customers = [
  'id;name;domains;timezone;plan',
  'initech;Initech Ltd;initech.example initech.test;Europe/Berlin;standard',
  'umbrella;"Umbrella; Inc";;;',
];
const contacts = [
  'customer,name,addresses,phone,social,spoc,approver,validator,stakeholder',
  'initech,Bill Lumbergh,bill@initech.example; b.l@initech.example,,,yes,5000 EUR,no,',
  'initech,Peter Gibbons,,+49 30 1234,,,,,',
  'umbrella,Ada W,,,@ada@social.example,,yes,x,yes',
];
const contracts = [
  'customer,number,kind,starts,ends,covers,hours,incidents',
  'initech,AMC-7,amc,2026-01-01,2026-12-31,incident; custom request,"40,5",12',
];

describe('customers, contacts and contracts from CSV', () => {
  test('a dry run first, then all of it; again it is all the same; what is exported comes in again', async () => {
    const dry = await imported('customers', 'c.csv', customers, {});
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toMatch(/LINE +WHAT +CUSTOMER +NAME +CHANGE +SAYS[\s\S]*2 +customer +initech +Initech Ltd +new/);
    expect(dry.out).toMatch(/2 new, 0 changed, 0 the same: nothing was written \(a dry run\); --yes writes it/);
    expect((await ask('export', ['customers'])).code).toBe(1);

    expect((await imported('customers', 'c.csv', customers)).out).toMatch(/written: 2 new, 0 changed/);
    expect((await imported('contacts', 'p.csv', contacts)).out).toMatch(/written: 3 new/);
    expect((await imported('contracts', 'k.csv', contracts)).out).toMatch(/written: 1 new/);
    for (const [what, lines] of [
      ['customers', customers],
      ['contacts', contacts],
      ['contracts', contracts],
    ] as const)
      expect((await imported(what, 'again.csv', lines)).out).toBe(`written: 0 new, 0 changed, ${lines.length - 1} the same\n`);

    const { out } = await ask('export', ['customers']);
    expect(out).toContain('name: Umbrella; Inc');
    expect(out).toMatch(
      /- name: Bill Lumbergh\n +addresses:\n +- bill@initech.example\n +- b.l@initech.example\n +spoc: true\n +approver:\n +limit: 5000.00 EUR/,
    );
    expect(out).toMatch(/number: AMC-7[\s\S]*covers:\n +- incident\n +- custom request\n +hours: 40.5\n +incidents: 12/);
    expect(out).toMatch(/social: "@ada@social.example"\n +approver: \{\}\n +validator: true\n +stakeholder: true/);
    await writeFile(join(dir, 'config', 'customers.yaml'), out);
    expect((await ask('check', [])).code).toBe(0);
    expect((await imported('customers', 'all.yaml', [out])).out).toMatch(/written: 1 new, 1 changed, 6 the same/);
  });

  test('only what a row says changes; the rest stays', async () => {
    await imported('customers', 'c.csv', customers);
    await imported('contacts', 'p.csv', contacts);
    const { out } = await imported('contacts', 'p.csv', [
      'customer,name,addresses,validator',
      'initech,Bill L,bill@initech.example,yes',
    ]);
    expect(out).toMatch(/changed +name Bill Lumbergh → Bill L, validator no → yes/);
    expect((await ask('export', ['customers'])).out).toMatch(
      /name: Bill L\n +addresses:\n +- bill@initech.example\n +- b.l@initech.example\n +spoc: true\n +approver:\n +limit: 5000.00 EUR\n +validator: true/,
    );
  });

  test.each([
    ['customers', ['id,nam', 'x,y'], [/c\.csv:1: column 2: unknown column “nam”, did you mean “name”\?/]],
    ['customers', ['name', 'y'], [/c\.csv:1: there is no column “id”/]],
    ['customers', ['id,name', 'x,"y'], [/c\.csv:2: a quote is opened and never closed/]],
    [
      'customers',
      [
        'id,name,domains,timezone,plan,relationship',
        'a,A,gmail.com,,,',
        'b,B,,Mars/Base,,',
        'c,,c.example,,,',
        'd,D,,,gold,',
        'e,E,,,,nobody',
        'globex,,acme.example,,,',
        'f,F,globex.example,,,',
        'a,A,,,,',
        ',Z,,,,',
        'x,y,,,,,,',
      ],
      [
        /:2: gmail\.com is open to everybody/,
        /:3: timezone: expected a time zone such as Europe\/Berlin, got "Mars\/Base"/,
        /:4: a new customer needs a name/,
        /:5: there is no plan “gold” in sla\.yaml/,
        /:6: nobody in people\.yaml is called “nobody”/,
        /:7: acme\.example is one of our own domains/,
        /:8: globex\.example is a domain of globex/,
        /:9: customer a stands twice, first on line 2/,
        /:10: it has no “id”/,
        /:11: it has 8 cells, the first line names 6; is a comma not in quotes\?/,
      ],
    ],
    [
      'contacts',
      [
        'customer,name,addresses,approver,spoc',
        'globx,A,a@globex.example,,',
        'globex,B,support@acme.example,,',
        'globex,C,maria@acme.example,,',
        'globex,D,,,',
        'globex,E,e@globex.example,many,',
        'globex,F,f@globex.example,,maybe',
        'globex,G,g@globex.example,,',
        'globex,H,h@globex.example G@globex.example,,',
        'globex,I,nobody,,',
      ],
      [
        /:2: there is no customer “globx”, did you mean “globex”\?/,
        /:3: support@acme\.example is the desk itself/,
        /:4: maria@acme\.example is maria’s, who is one of us/,
        /:5: it names no address, phone or social handle/,
        /:6: approver: expected an amount with its currency, such as 5000 EUR/,
        /:7: spoc: expected yes or no, got "maybe"/,
        /:9: address g@globex\.example stands twice, first on line 8/,
        /:10: addresses: expected an e-mail address, got "nobody"/,
      ],
    ],
    [
      'contracts',
      [
        'customer,number,kind,starts,ends,hours',
        'globex,K1,amc,2026-01-01,2025-01-01,',
        'globex,K2,,2026-01-01,,',
        'globex,K3,amc,2026-02-30,2026-12-31,',
        'globex,K4,amc,2026-01-01,2026-12-31,many',
      ],
      [
        /:2: it ends \(2025-01-01\) before it starts \(2026-01-01\)/,
        /:3: a new contract needs kind and ends/,
        /:4: starts: expected a date such as 2026-12-31, got "2026-02-30"/,
        /:5: hours: expected a number above 0, got "many"/,
      ],
    ],
  ] as const)('%s %#: every bad row is named by its line, and nothing is written', async (what, lines, expected) => {
    const { code, err, out } = await imported(what, 'c.csv', lines);
    expect(code).toBe(1);
    for (const line of expected) expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(expected.length);
    expect(out).toMatch(/wrong: nothing was written/);
    expect((await ask('export', ['customers'])).out).not.toMatch(/name: (?:A|B|E|G)\n/);
  });

  test('one bad row, and none of the good ones is written', async () => {
    await imported('customers', 'c.csv', [...customers, 'bad,,,,']);
    expect((await ask('export', ['customers'])).out).not.toContain('Initech');
  });

  test('where customers.yaml says otherwise the row says so, and check names the difference', async () => {
    const { out } = await imported('customers', 'c.csv', ['id,name,timezone', 'globex,Globex Ltd,Europe/Paris']);
    expect(out).toMatch(/customers\.yaml says otherwise and wins: name, timezone/);
    const { out: checked, err, code } = await ask('check', []);
    expect(code).toBe(0);
    expect(err).toMatch(/customers\.yaml: globex: name: “Globex” here wins over “Globex Ltd” in the database \(warning\)/);
    expect(err).not.toMatch(/globex: timezone: “Europe\/Paris”/);
    expect(checked).toMatch(/all is well, \d+ to look at/);
  });

  test('--json says what would be written', async () => {
    const { out } = await imported('customers', 'c.csv', customers, { json: true });
    expect(JSON.parse(out)).toMatchObject({
      written: false,
      new: 2,
      changed: 0,
      same: 0,
      bad: [],
      rows: [{ line: 2, what: 'customer' }, {}],
    });
  });
});

test('YAML brings customers with their people and contracts; a mistake is told with its line', async () => {
  const lines = [
    'customers:',
    '  - id: initech',
    '    name: Initech',
    '    contacts:',
    '      - { name: Bill, addresses: [bill@initech.example] }',
    '    contracts:',
    '      - { number: A, kind: amc, starts: 2026-01-01, ends: 2026-12-31 }',
  ];
  expect((await imported('customers', 'c.yaml', lines)).out).toMatch(/written: 3 new/);
  const { err } = await imported('customers', 'c.yaml', [...lines, '    hors: 7', '  - name: Nobody']);
  expect(err).toMatch(/c\.yaml:8: unknown “hors”; known: id, name, domains/);
  expect(err).toMatch(/c\.yaml:9: it has no “id”/);
});

describe('people', () => {
  const people = [
    'handle,name,addresses,roles,level,teams',
    'ravi,Ravi Kumar,ravi@acme.example,engineer lead,L2,web',
    'maria,,,,,"web, night"',
  ];

  test('a dry run prints people.yaml as it would be; --yes writes it, comments kept', async () => {
    const file = join(dir, 'config', 'people.yaml');
    const before = await readFile(file, 'utf8');
    const dry = await imported('people', 'p.csv', people, {});
    expect(dry.out).toMatch(/ravi +new/);
    expect(dry.out).toMatch(/handle: ravi, name: Ravi Kumar/);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect((await imported('people', 'p.csv', people)).out).toMatch(/written: /);
    const after = await readFile(file, 'utf8');
    expect(after.split('\n')[0]).toBe(before.split('\n')[0]);
    expect(after).toMatch(/handle: ravi/);
    expect((await ask('check', [])).err).not.toMatch(/people\.yaml.*ravi/);
  });

  test('a role there is not is told, and nothing is written', async () => {
    const { code, err, out } = await imported('people', 'p.csv', ['handle,name,addresses,roles', 'x,X,x@acme.example,boss']);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('nothing was written') });
    expect(err).toMatch(/p\.csv:2: roles: expected associate, lead/);
  });
});
