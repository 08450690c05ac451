import { withDirectory } from '../../app/journey/5-directory.ts';
import { exitCodes, type Invocation } from '../command.ts';
import { withHouseToRead } from '../with-house.ts';

/** Every customer that the file or the store knows, in the form of `customers.yaml`. */
export const exportCustomers = (invocation: Invocation): Promise<number> =>
  withHouseToRead(invocation, async ({ store, settings }) => {
    const { terminal, common, adapters } = invocation;
    const { customers } = await store.read((at) => withDirectory(at, settings()));
    terminal.out(common.json ? JSON.stringify(customers, null, 2) : (await adapters.customersYaml(customers)).trimEnd());
    return exitCodes.done;
  });
