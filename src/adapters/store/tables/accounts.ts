import type { Effect } from '../../../domain/effect.ts';
import type { AccountReads } from '../../../domain/settings.ts';
import type { At } from '../search.ts';
import { touchDirectory } from './directory.ts';

/** Customers that commands brought in. */
export function accountReads({ tx }: At): AccountReads {
  return {
    async account(called) {
      const rows = await tx.selectFrom('customers').select(['id', 'name']).where('name', '<>', '').execute();
      const said = called.toLowerCase();
      return rows.find(({ id, name }) => id === said || name.toLowerCase() === said) ?? null;
    },
  };
}

/** Makes a customer known, or names one that had no name yet. */
export async function keepAccount(at: At, { id, name }: Extract<Effect, { act: 'keep-account' }>, now: number): Promise<void> {
  await touchDirectory(at);
  await at.tx
    .insertInto('customers')
    .values({ id, name, created: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }).where('customers.name', '=', ''))
    .execute();
}
