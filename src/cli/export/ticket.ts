import { collectBundle } from '../../app/bundle/collect-bundle.ts';
import { exitCodes, type Invocation } from '../command.ts';
import { publicWholeTicket } from '../public-shapes.ts';
import { numberIn, wholeTicket } from '../whole-ticket.ts';
import { withHouseToRead } from '../with-house.ts';

/** One ticket with its original mails, files, journal and evidence: into a folder, or a zip where the name says so. */
export const exportTicket = (invocation: Invocation): Promise<number> =>
  withHouseToRead(invocation, async (house) => {
    const { terminal, common, adapters, args, clock } = invocation;
    const { prefix } = house.settings().desk;
    const [, named = '', given] = args;
    const number = numberIn(named, prefix);
    const fail = (line: string, code: number): number => {
      terminal.err(`maildesk export ticket: ${line}`);
      return code;
    };
    if (number === null) return fail(`${named}: expected a number such as ${prefix}-1042 or 1042`, exitCodes.usage);
    const whole = await house.store.read((at) => wholeTicket(at, number, house.settings(), clock.now()));
    if (whole === null) return fail(`there is no ${prefix}-${number}`, exitCodes.failed);
    const target = given ?? `${prefix}-${number}`;
    const writer = await adapters.bundleWriter(target, clock.now()).catch(unwritable);
    if ('problem' in writer) return fail(`${target}: ${writer.problem}`, exitCodes.failed);
    const manifest = await collectBundle(house, number, publicWholeTicket(whole, prefix, clock.now()), writer.write);
    await writer.close();
    const [files, erased] = [manifest?.files.length ?? 0, manifest?.erased ?? []];
    if (common.json)
      terminal.out(JSON.stringify({ ticket: `${prefix}-${number}`, target, files, erased, head: manifest?.head ?? null }));
    else {
      terminal.out(`${target}: ${files} files; thread.html is the place to begin`);
      if (erased.length > 0) terminal.out(`${erased.length} that were erased are left out`);
      terminal.out(`check it anywhere, any time: maildesk verify-evidence ${target}`);
    }
    return exitCodes.done;
  });

function unwritable(error: unknown): { problem: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = problems[code];
  if (problem === undefined) throw error;
  return { problem };
}

const problems: Readonly<Record<string, string>> = {
  ENOTEMPTY: 'something lies there already; name an empty folder, or a new one',
  EEXIST: 'something of that name is there already',
  ENOTDIR: 'a part of that path is no folder',
  ENOENT: 'the folder above it is not there',
  EACCES: 'this user may not write there',
};
