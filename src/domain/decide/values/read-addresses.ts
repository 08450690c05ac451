import { isDeskAddress } from '../../authenticate/reply-address.ts';
import { type Saying, say } from '../../saying.ts';
import type { Facts } from '../facts.ts';
import type { Word } from '../grammar/words.ts';

export type Addresses =
  | { kind: 'addresses'; addresses: readonly string[] }
  | { kind: 'wrong'; problem: Saying; expected: Saying; word: Word; suggestions: readonly string[] };

/** @see RFC 5321 §4.5.3.1: 64 for the local part, 254 in all */
const shape = /^[^\s@<>()[\]:;,\\"]{1,64}@[^\s@<>()[\]:;,\\"]+\.[^\s@<>()[\]:;,\\".]+$/;

/** Addresses as they are kept: small letters, each once; `<…>` around and commas between are let pass. */
export function readAddresses(words: readonly Word[]): Addresses {
  const wrong = words.find(({ text }) => split(text).some((one) => !shape.test(one) || one.length > 254));
  if (wrong !== undefined) {
    const expected = say('an e-mail address such as jane@globex.example');
    return { kind: 'wrong', problem: say`“${wrong.text}” is no address`, expected, word: wrong, suggestions: [] };
  }
  return { kind: 'addresses', addresses: [...new Set(words.flatMap(({ text }) => split(text)))] };
}

/** Likewise, of people outside: nothing is ever sent to an address of the desk (A27), and colleagues watch. */
export function readOutsiders(words: readonly Word[], { desk, people }: Facts['settings']): Addresses {
  const read = readAddresses(words);
  if (read.kind === 'wrong') return read;
  for (const word of words)
    for (const address of split(word.text)) {
      const colleague = people.find(({ addresses }) => addresses.includes(address));
      const expected = say('an address of somebody outside');
      if (isDeskAddress(desk, address))
        return { kind: 'wrong', problem: say`${address} is the desk itself`, expected, word, suggestions: [] };
      if (colleague === undefined) continue;
      const suggestions = [`watch ${colleague.handle}`];
      return { kind: 'wrong', problem: say`${address} is ${colleague.handle} of us`, expected, word, suggestions };
    }
  return read;
}

const split = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .map((one) => one.replace(/^<|>$/g, ''))
    .filter((one) => one !== '');
