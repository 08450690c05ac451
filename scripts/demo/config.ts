/** The demo's own configuration: a free port, a short delay, mail to a folder. */
export const helpdeskYaml = (port: number, delay: string): string => `desk:
  name: Acme Support
  address: support@acme.example
  delay: ${delay}
  workflow: simple

listen:
  smtp: { host: 127.0.0.1, port: ${port} }

outgoing:
  maildir: data/outgoing
`;

export const peopleYaml = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate], teams: [support], password_file: ../keys/maria }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate, admin], teams: [support], password_file: ../keys/ravi }
`;

export const customersYaml = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    contacts: [{ name: Jane Roe, addresses: [jane@globex.example] }]
`;

export const slaYaml = `calendars: {}
`;
