import { isDeskAddress } from '../domain/authenticate/reply-address.ts';
import type { ArrivalId } from '../domain/ids.ts';
import type { Clock, Intake, Log } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import type { Adapters, Door, Listening } from './compose.ts';

export type ListenersParts = { adapters: Adapters; settings: () => Settings; intake: Intake; clock: Clock; log: Log };

/** Our own SMTP and LMTP doors. 250 is said after step 1; steps 2 to 7 follow at once, in order. */
export class Listeners {
  readonly #parts: ListenersParts;
  #open: Extract<Listening, { kind: 'listening' }>[] = [];
  #taking: Promise<unknown> = Promise.resolve();
  #waiting: ArrivalId[] = [];
  #for = '';

  constructor(parts: ListenersParts) {
    this.#parts = parts;
  }

  get ports(): readonly { way: 'smtp' | 'lmtp'; host: string; port: number }[] {
    return this.#open.map(({ way, host, port }) => ({ way, host, port }));
  }

  /** Opens the doors the settings name, unless they stand open already. @returns what to do, where one cannot be opened */
  async follow(settings: Settings): Promise<string | null> {
    const wanted = JSON.stringify([settings.listen, settings.people, settings.intake]);
    if (wanted === this.#for) return null;
    await this.stop();
    for (const way of ['smtp', 'lmtp'] as const) {
      const door = settings.listen[way];
      if (door === null) continue;
      const opened = await this.#parts.adapters.listen(way, door, this.#house());
      if (opened.kind === 'refused') return opened.text;
      this.#open.push(opened);
    }
    this.#for = wanted;
    return null;
  }

  async stop(): Promise<void> {
    this.#for = '';
    await Promise.all(this.#open.splice(0).map(({ close }) => close()));
    await this.#taking;
  }

  #house(): Door {
    const { settings, intake, clock, log } = this.#parts;
    return {
      isOurs: (address) => isOurs(settings(), address),
      people: settings().people,
      maxMailMb: settings().intake.maxMailMb,
      intake,
      onReceived: (ids) => this.#take(ids),
      clock,
      log,
    };
  }

  /** Mails that come in while others are taken are taken together. */
  #take(ids: readonly ArrivalId[]): void {
    this.#waiting.push(...ids);
    this.#taking = this.#taking.then(async () => {
      const batch = this.#waiting.splice(0);
      if (batch.length > 0) await this.#parts.intake.take(batch);
    });
    this.#taking = this.#taking.catch((error) =>
      this.#parts.log.error({ error }, 'taking a received mail failed; the next sweep takes it again'),
    );
  }
}

/** Mail for postmaster and abuse of our own domains is ours to read (RFC 2142). */
function isOurs({ desk }: Settings, address: string): boolean {
  if (isDeskAddress(desk, address)) return true;
  const [local, domain] = address.toLowerCase().split('@');
  return (local === 'postmaster' || local === 'abuse') && desk.ownDomains.includes(domain ?? '');
}
