import { type Correspondent, correspondent } from './correspondent.ts';
import { helpdesk, type World, type WorldOptions } from './world.ts';

/** A desk that follows one of the processes, with everybody such an organisation has. */
export type ProcessDesk = World & {
  /** Of Globex: approves and validates. */
  gus: Correspondent;
  /** Ours. Maria is the associate. */
  lena: Correspondent;
  emil: Correspondent;
  ines: Correspondent;
  otto: Correspondent;
  sana: Correspondent;
  max: Correspondent;
  /** The provider; his address is here, as whoever looks at what leaves lets only us have signed addresses. */
  pablo: Correspondent;
};

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin], teams: [web], language: LANGUAGE }
  - { handle: lena, name: Lena Frost, addresses: [lena@acme.example], roles: [lead], language: LANGUAGE }
  - { handle: emil, name: Emil Sand, addresses: [emil@acme.example], roles: [engineer], level: L1, language: LANGUAGE }
  - { handle: ines, name: Ines Mora, addresses: [ines@acme.example], roles: [engineer], level: L2, language: LANGUAGE }
  - { handle: otto, name: Otto Stein, addresses: [otto@acme.example], roles: [engineer], level: L3, language: LANGUAGE }
  - { handle: sana, name: Sana Ali, addresses: [sana@acme.example], roles: [sales], language: LANGUAGE }
  - { handle: max, name: Max Weber, addresses: [max@acme.example], roles: [manager], language: LANGUAGE }
  - { handle: pablo, name: Pablo Paz, addresses: [pablo@acme.example], roles: [operator], language: LANGUAGE }
`;

/** A customer by its id; `more`: lines of its own. */
const firm = (id: string, more: string) => `  - id: ${id}
    name: ${id.slice(0, 1).toUpperCase()}${id.slice(1)}
    domains: [${id}.example]
    language: LANGUAGE
    plan: standard
    ${more}
    contacts:
      - { name: Jane Roe, addresses: [jane@${id}.example], spoc: true }
      - { name: Gus Hill, addresses: [gus@${id}.example], approver: { limit: 5000 EUR }, validator: true, stakeholder: true }
`;

const sla = `calendars:
  office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:00"] } }
plans:
  standard: { calendar: office, targets: { high: { first_response: 4h, resolution: { remind: 1d, breach: 3d } } } }
`;

/** `firms`: further customers by id, each with a Jane and a Gus of its own, and with lines of its own such as contracts. */
export type ProcessOptions = WorldOptions & { language?: string; contracts?: string; firms?: Readonly<Record<string, string>> };

/** Opens a desk for one conversation; every word of ours goes out at once. */
export async function processDesk(workflow: string, options: ProcessOptions = {}): Promise<ProcessDesk> {
  const { language = 'en', contracts = '', firms = {}, files, desk = '', ...rest } = options;
  const inIt = (text: string) => text.replaceAll('LANGUAGE', language);
  const customers = ['customers:\n', ...Object.entries({ globex: contracts, ...firms }).map(([id, more]) => firm(id, more))].join(
    '',
  );
  const world = await helpdesk({
    ...rest,
    desk: [`  workflow: ${workflow}`, `  language: ${language}`, '  delay: 0s', desk].filter((line) => line !== '').join('\n'),
    files: { 'people.yaml': inIt(people), 'customers.yaml': inIt(customers), 'sla.yaml': sla, ...files },
  });
  const somebody = (name: string, address: string) => correspondent(world, name, address);
  return Object.assign(world, {
    gus: somebody('Gus Hill', 'gus@globex.example'),
    lena: somebody('Lena Frost', 'lena@acme.example'),
    emil: somebody('Emil Sand', 'emil@acme.example'),
    ines: somebody('Ines Mora', 'ines@acme.example'),
    otto: somebody('Otto Stein', 'otto@acme.example'),
    sana: somebody('Sana Ali', 'sana@acme.example'),
    max: somebody('Max Weber', 'max@acme.example'),
    pablo: somebody('Pablo Paz', 'pablo@acme.example'),
  });
}
