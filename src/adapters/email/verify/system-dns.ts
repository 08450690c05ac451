import { Resolver } from 'node:dns/promises';
import type { Resolve } from './asked-dns.ts';

/** Milliseconds that one server has for one answer. */
const timeout = 2_000;

/** The resolvers of this machine. */
export function systemDns(): Resolve {
  const resolver = new Resolver({ timeout, tries: 2 });
  return async (name, type) => {
    const answer: unknown = await resolver.resolve(name, type);
    return Array.isArray(answer) ? answer : [answer];
  };
}
