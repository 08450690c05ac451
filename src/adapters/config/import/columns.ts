import type { z } from 'zod';
import type { ImportKind } from '../../../domain/directory/import-row.ts';
import { person as contact, contract, customer } from '../schema/customers.ts';
import { person } from '../schema/people.ts';
import { text } from '../schema/words.ts';

/** How a cell says a value: several in one are parted by `;` or `|`, short ones by spaces and commas too. */
export type CellKind = 'text' | 'words' | 'texts' | 'number' | 'yes-no' | 'approver';

/** What a row of each kind may hold, and how its cells say it. */
export const columns: Readonly<Record<ImportKind, Readonly<Record<string, CellKind>>>> = {
  customers: {
    ...{ id: 'text', name: 'text', domains: 'words', language: 'text', timezone: 'text' },
    ...{ workflow: 'text', plan: 'text', relationship: 'text', priorities: 'texts' },
  },
  contacts: {
    ...{ customer: 'text', name: 'text', addresses: 'words', phone: 'text', social: 'text', language: 'text' },
    ...{ spoc: 'yes-no', approver: 'approver', validator: 'yes-no', stakeholder: 'yes-no' },
  },
  contracts: {
    ...{ customer: 'text', number: 'text', kind: 'text', starts: 'text', ends: 'text', covers: 'texts' },
    ...{ hours: 'number', incidents: 'number', sites: 'texts', products: 'texts' },
  },
  people: {
    ...{ handle: 'text', name: 'text', addresses: 'words', roles: 'words', level: 'text', teams: 'words' },
    ...{ language: 'text', timezone: 'text', calendar: 'text', notify: 'text' },
  },
};

/** What tells a row of one thing from a row of another; a row without is none. */
export const named: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ['id'],
  contacts: ['customer', 'name'],
  contracts: ['customer', 'number'],
  people: ['handle'],
};

/** Each kind's own schema, every key of it optional: a row says what it knows. */
export const rowSchemas = {
  customers: customer.omit({ contacts: true, contracts: true }).partial(),
  contacts: contact.extend({ customer: text }).partial(),
  contracts: contract.extend({ customer: text }).partial(),
  people: person.omit({ password: true, password_file: true }).partial(),
} satisfies Record<ImportKind, z.ZodType>;

/** The value that a cell says, or what it should have been. */
export function valueIn(kind: CellKind, cell: string): { value: unknown } | { expected: string } {
  switch (kind) {
    case 'text':
      return { value: cell };
    case 'words':
      return { value: cell.split(/[;|,\s]+/).filter((word) => word !== '') };
    case 'texts':
      return {
        value: cell
          .split(/[;|]/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      };
    case 'number':
      return { value: /^\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell };
    case 'yes-no':
      return saysYes(cell) === null ? { expected: 'expected yes or no' } : { value: saysYes(cell) };
    case 'approver':
      return { value: saysYes(cell) === null ? { limit: cell } : saysYes(cell) ? {} : undefined };
  }
}

function saysYes(cell: string): boolean | null {
  if (/^(?:yes|true|y|x|1)$/i.test(cell)) return true;
  return /^(?:no|false|n|-|0)$/i.test(cell) ? false : null;
}
