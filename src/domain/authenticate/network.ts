/**
 * Whether an address lies in a network: `2002:a05::/32`, `10.0.0.0/8`. An address may stand in brackets, as Received
 * lines write it (`[10.1.2.3]`, `[IPv6:2002:a05::1]`). Whatever is no address or no network is in none.
 */
export function isInNetwork(address: string, network: string): boolean {
  const [base = '', size = ''] = network.split('/');
  const net = bitsOf(base);
  const bits = bitsOf(address.replace(/^\[(?:ipv6:)?|\]$/gi, ''));
  if (net === null || bits === null || net.length !== bits.length || !/^\d{1,3}$/.test(size)) return false;
  const length = Number(size);
  return length <= net.length && bits.slice(0, length) === net.slice(0, length);
}

/** As a string of 0 and 1: 32 for IPv4, 128 for IPv6; null for anything else. */
function bitsOf(address: string): string | null {
  if (!address.includes(':')) return bitsOfParts(address.split('.'), 4, /^\d{1,3}$/, 10, 8);
  const halves = address.split('::');
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - right.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return null;
  return bitsOfParts([...left, ...Array<string>(missing).fill('0'), ...right], 8, /^[\da-f]{1,4}$/i, 16, 16);
}

function bitsOfParts(parts: readonly string[], count: number, shape: RegExp, base: number, width: number): string | null {
  const numbers = parts.map((part) => (shape.test(part) ? Number.parseInt(part, base) : Number.NaN));
  if (parts.length !== count || !numbers.every((one) => one < 2 ** width)) return null;
  return numbers.map((one) => one.toString(2).padStart(width, '0')).join('');
}
