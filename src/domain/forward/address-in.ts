import type { Address } from '../mail.ts';

/**
 * The writer in a copied From line, as clients print it: `Jane <jane@x>`, `Jane [mailto:jane@x]`, `jane@x (Jane)`,
 * `"Roe, Jane" <mailto:jane@x>`, or only a name, which leaves the address empty.
 */
export function addressIn(text: string): Address {
  const value = text.slice(0, 500);
  const address = /[^\s<>"'()[\]:;,]{1,64}@[^\s<>"'()[\]:;,]{1,255}/.exec(value)?.[0] ?? '';
  const name = value
    .replace(/[<[(]?\s*(?:mailto:)?[^\s<>"'()[\]:;,]{1,64}@[^\s<>"'()[\]:;,]{1,255}\s*[>\])]?/g, ' ')
    .replace(/[<>[\]"()]|\*|mailto:/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { name: name.includes('@') ? '' : name, address: address.toLowerCase().replace(/\.$/, '') };
}
