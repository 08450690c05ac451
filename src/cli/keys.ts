import { replyLifetime } from '../domain/authenticate/token.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { minute, table } from './table.ts';

/** The keys that sign addresses and Message-IDs: what there is, a new one, the end of an old one. */
export const keys: CliCommand = {
  name: 'keys',
  args: '[action] [number]',
  summary: 'lists the keys of signed addresses; `keys rotate` makes a new one, `keys revoke N` ends an old one at once',
  flags: [],
  async run(invocation) {
    const [action = 'list', number] = invocation.args;
    if (action === 'list') return list(invocation);
    if (action === 'rotate') return rotate(invocation);
    if (action === 'revoke' && /^\d+$/.test(number ?? '')) return revoke(invocation, Number(number));
    invocation.terminal.err(`maildesk keys ${action}: expected list, rotate, or revoke with the number of a key`);
    return exitCodes.usage;
  },
};

type State = 'signs' | 'checks' | 'past';

function list({ adapters, clock, common, terminal }: Invocation): number {
  const now = clock.now();
  const rows = adapters.deskKeys(common.data).map(({ number, made, replaced }) => {
    const until = replaced === null ? null : replaced + replyLifetime;
    const state: State = until === null ? 'signs' : until > now ? 'checks' : 'past';
    return { key: number, state, made, until };
  });
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  if (common.json) for (const row of rows) terminal.out(JSON.stringify({ ...row, made: iso(row.made), until: iso(row.until) }));
  else if (rows.length === 0) terminal.out('no keys yet: the first start makes one');
  else {
    const words = { signs: 'signs', checks: 'checks what it signed', past: 'all it signed has expired: keys revoke' };
    const cells = rows.map(({ key, state, made, until }) => [
      key,
      words[state],
      minute(made),
      until === null ? null : minute(until),
    ]);
    terminal.out(table(['key', 'state', 'made (UTC)', 'until (UTC)'], cells, terminal));
  }
  return exitCodes.done;
}

async function rotate({ adapters, clock, common, terminal }: Invocation): Promise<number> {
  const number = await adapters.rotateKeys(common.data, clock.now());
  if (number === null) {
    terminal.err('maildesk keys rotate: all 255 numbers are used');
    return exitCodes.failed;
  }
  terminal.out(common.json ? JSON.stringify({ key: number, state: 'signs' }) : said(number));
  return exitCodes.done;
}

const said = (number: number): string =>
  `key ${number} signs from now on; the older ones check what they signed until its last address expires (keys list)`;

async function revoke({ adapters, common, terminal }: Invocation, number: number): Promise<number> {
  const outcome = await adapters.revokeKey(common.data, number);
  if (outcome === 'revoked') {
    terminal.out(
      common.json ? JSON.stringify({ key: number, state: 'revoked' }) : `key ${number} is gone: what it signed proves nothing`,
    );
    return exitCodes.done;
  }
  const why = outcome === 'signs' ? `it signs what goes out; make a new one first: maildesk keys rotate` : 'there is no such key';
  terminal.err(`maildesk keys revoke ${number}: ${why}`);
  return exitCodes.failed;
}
