import { type House, openHouse } from '../app/house.ts';
import { exitCodes, type Invocation } from './command.ts';

/** Opens the house for one command and closes it after; says why where it cannot be opened. */
export async function withHouse(
  invocation: Invocation,
  work: (house: House) => Promise<number>,
  broken: number = exitCodes.failed,
): Promise<number> {
  const { adapters, clock, common, terminal } = invocation;
  const opened = await openHouse(adapters, {
    configDir: common.config,
    dataDir: common.data,
    env: terminal.env,
    clock,
    log: adapters.silentLog,
  });
  if (opened.kind !== 'open') {
    const lines = opened.kind === 'broken' ? opened.complaints : [opened.text];
    for (const line of lines) terminal.err(line);
    return broken;
  }
  try {
    return await work(opened.house);
  } finally {
    await opened.house.close();
  }
}

/** The same for a command that only looks: nothing is made or changed, and where no desk has run it says so. */
export async function withHouseToRead(invocation: Invocation, work: (house: House) => Promise<number>): Promise<number> {
  const { adapters, common, terminal } = invocation;
  if (adapters.hasDatabase(common.data)) return withHouse(toRead(invocation), work);
  terminal.err(`${common.data}: no desk has run here: start it (maildesk start), or name its data directory with --data`);
  return exitCodes.failed;
}

/** Opens what is there as it is; where nothing is, an empty house. */
export const toRead = (invocation: Invocation): Invocation => ({
  ...invocation,
  adapters: { ...invocation.adapters, openRooms: invocation.adapters.openReadingRooms },
});
