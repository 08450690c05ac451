import { createTransport } from 'nodemailer';
import type { Adapters } from '../../src/app/compose.ts';
import { killAt } from '../../src/app/fault-points.ts';
import type { Effect } from '../../src/domain/effect.ts';
import type { Store, Writing } from '../../src/domain/ports.ts';

/** Where a sabotage wants to be killed. */
export const reached = killAt(process.env['MAILDESK_KILL_AT']);

/** The shipped adapters over a store that is tampered with. */
export const withWrites = (adapters: Adapters, change: (store: Store) => Store): Adapters => ({
  ...adapters,
  openRooms: async (...given) => {
    const opened = await adapters.openRooms(...given);
    return opened.kind === 'open' ? { ...opened, store: change(opened.store) } : opened;
  },
});

/** Journal and outbox get a commit of their own, after the tickets they speak of. */
export function historyLater(store: Store): Store {
  const isLater = ({ act }: Effect) => act === 'journal' || act === 'queue-mail';
  return {
    ...store,
    async write(work) {
      const left: Parameters<Writing['apply']>[] = [];
      const apply =
        (at: Writing): Writing['apply'] =>
        (effects, ...rest) => {
          const later = effects.filter(isLater);
          if (later.length > 0) left.push([later, ...rest]);
          return at.apply(
            effects.filter((effect) => !isLater(effect)),
            ...rest,
          );
        };
      const done = await store.write((at) => work({ ...at, apply: apply(at) }));
      if (left.length === 0) return done;
      reached('sabotage');
      await store.write(async (at) => {
        for (const each of left) await at.apply(...each);
      });
      return done;
    },
  };
}

/** What a mail causes is committed before the ledger says that the mail is done. */
export function markingLater(store: Store): Store {
  return {
    ...store,
    async write(work) {
      const marks: Parameters<Writing['decide']>[] = [];
      let hasCommand = false;
      const tampered = (at: Writing): Writing => ({
        ...at,
        async decide(...given) {
          marks.push(given);
          return true;
        },
        apply(effects, ...rest) {
          hasCommand ||= effects.some((effect) => effect.act === 'journal' && effect.event === 'noted');
          return at.apply(effects, ...rest);
        },
      });
      const done = await store.write((at) => work(tampered(at)));
      if (marks.length === 0) return done;
      if (hasCommand) reached('sabotage');
      await store.write(async (at) => {
        for (const mark of marks) await at.decide(...mark);
      });
      return done;
    },
  };
}

/** Hands mails to the server inside the transaction, to the port that the environment names. */
export function sendingInside(store: Store): Store {
  const apply =
    (at: Writing): Writing['apply'] =>
    async (effects, ...rest) => {
      await at.apply(effects, ...rest);
      for (const effect of effects)
        if (effect.act === 'queue-mail') await handOver(effect.mail.messageId, effect.mail.to.address);
    };
  return { ...store, write: (work) => store.write((at) => work({ ...at, apply: apply(at) })) };
}

async function handOver(messageId: string, to: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: Number(process.env['TORTURE_SINK']), ignoreTLS: true });
  const from = 'support@acme.example';
  await transport.sendMail({ envelope: { from, to }, raw: `From: ${from}\r\nMessage-ID: ${messageId}\r\n\r\nHello\r\n` });
  transport.close();
}
