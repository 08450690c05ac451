import { BlockList, isIP } from 'node:net';

/**
 * Client addresses and nets, `192.0.2.7` or `2001:db8::/32`.
 *
 * @returns whether an address stands in it; every address does where the list is empty
 * @throws {RangeError} names the first entry that is neither
 */
export function clientList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) add(list, entry);
  return (address) => {
    const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
    return entries.length === 0 || (isIP(bare) !== 0 && list.check(bare, familyOf(bare)));
  };
}

function add(list: BlockList, entry: string): void {
  const [, net = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const widest = isIP(net) === 6 ? 128 : 32;
  if (isIP(net) === 0 || Number(bits ?? 0) > widest) throw new RangeError(`"${entry}" is no address or net such as 192.0.2.0/24`);
  list.addSubnet(net, Number(bits ?? widest), familyOf(net));
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
