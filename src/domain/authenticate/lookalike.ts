import type { Address } from '../mail.ts';
import { edits } from '../nearest.ts';
import { type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import { splitAddress } from './reply-address.ts';

/**
 * What makes a stranger look like one of us: our name over another address, or a domain that differs from one of ours by
 * a letter or two (rule R8). '' for nobody. Only a warning: it takes nothing away.
 */
export function lookalike({ name, address }: Address, people: readonly Person[]): Saying | '' {
  const theirs = people.flatMap(({ addresses }) => addresses);
  if (theirs.includes(address)) return '';
  const shown = plain(name);
  const namesake = people.find((person) => shown !== '' && (plain(person.name) === shown || plain(person.handle) === shown));
  if (namesake !== undefined) return say`the name is that of ${namesake.handle}, the address is not`;
  const shownAddress = theirs.find((one) => shown.includes(plain(one)));
  if (shownAddress !== undefined) return say`the name shows ${shownAddress}, the address is another`;
  const [, domain] = splitAddress(address);
  const near = [...new Set(theirs.map((one) => splitAddress(one)[1]))].find((ours) => isNear(domain, ours));
  return near === undefined ? '' : say`its domain looks like ${near} and is not`;
}

/** Short names differ by one letter by chance. */
const isNear = (domain: string, ours: string): boolean =>
  domain !== ours && domain !== '' && edits(plain(domain), plain(ours)) <= (ours.length > 10 ? 2 : 1);

/** Letters as they look: width, marks, case and what stands between them make no difference. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[аеорсухіј]/g, (letter) => 'aeopcyxij'['аеорсухіј'.indexOf(letter)] ?? letter)
    .replace(/0/g, 'o')
    .replace(/[1l]/g, 'i')
    .replace(/rn/g, 'm');
