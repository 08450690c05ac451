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
