import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { fixedClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import { commands } from '../../src/cli/index.ts';
import { applied, monday, noLimits, opening, outgoing } from '../support/store-facts.ts';

const minute = 60_000;

test('outbox says which mails wait for their turn, until when and why, and which left together', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'outbox-'));
  try {
    await writeFile(
      join(dir, 'helpdesk.yaml'),
      'desk: { name: Acme, address: support@acme.example }\noutgoing: { maildir: out }\n',
    );
    const data = join(dir, 'data');
    await adapters.prepareDataDir(data);
    const store = await openStore({ file: join(data, 'maildesk.db'), now: () => monday });
    await applied(store, opening(1));
    const folds = { template: 'reply', subject: 'Hello', foldUntil: monday + 6 * minute, notBefore: monday + 1 };
    for (const name of ['a', 'b']) await applied(store, [{ act: 'queue-mail', mail: outgoing(1, name, folds) }]);
    await applied(store, [{ act: 'queue-mail', mail: outgoing(1, 'c', { subject: 'Wait', notBefore: monday + 2 }) }]);
    const limits = { ...noLimits, perRecipient: { count: 1, within: 60 * minute } };
    await store.write((to) => to.claimDue(monday + minute, 5, 'run', monday + minute, limits));
    await store.close();

    expect(await ask(dir, data, false)).toMatch(
      /sending[\s\S]*folded[\s\S]*left as one mail with 1[\s\S]*2026-03-02 10:01 +waits for its turn \(outgoing\.limits\.per_recipient\)/,
    );
    const rows = (await ask(dir, data, true)).split('\n').map((line) => JSON.parse(line));
    expect(rows.map(({ state, next, limited, foldedInto }) => [state, next, limited, foldedInto])).toEqual([
      ['sending', '2026-03-02T09:00:00.001Z', null, null],
      ['folded', null, null, 1],
      ['delayed', '2026-03-02T10:01:00.000Z', 'per_recipient', null],
    ]);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});

async function ask(config: string, data: string, json: boolean): Promise<string> {
  const out: string[] = [];
  const say = (text: string) => void out.push(text);
  const terminal = { out: say, err: say, isTerminal: false, stdin: (async function* () {})(), env: {} };
  const command = commands.find(({ name }) => name === 'outbox');
  await command?.run({ terminal, adapters, clock: fixedClock(monday), common: { config, data, json }, args: [], options: {} });
  return out.join('\n');
}
