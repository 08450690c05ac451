import type { Signer } from '../ports.ts';
import type { DeskSettings } from '../settings.ts';
import { checkToken, issueToken, type Token, type TokenCheck, tokenLength } from './token.ts';

/** The signed address that stands in Reply-To; the plain one where the admin's server knows no plus addresses. */
export function replyAddress(desk: Pick<DeskSettings, 'address' | 'reply'>, signer: Signer, token: Token): string {
  const [local, domain] = splitAddress(desk.address);
  if (desk.reply.kind === 'none') return desk.address;
  const signed = issueToken(signer, token);
  return desk.reply.kind === 'plus' ? `${local}+${signed}@${domain}` : `${signed}@${desk.reply.domain}`;
}

/** The token that an address of ours carries; `none` for every other address. */
export function tokenOfAddress(
  desk: Pick<DeskSettings, 'address' | 'reply'>,
  signer: Signer,
  address: string,
  now: number,
): TokenCheck {
  const [local, domain] = splitAddress(address.toLowerCase());
  const [deskLocal, deskDomain] = splitAddress(desk.address.toLowerCase());
  if (domain === deskDomain && local.startsWith(`${deskLocal}+`))
    return checkToken(signer, local.slice(deskLocal.length + 1), now);
  if (desk.reply.kind === 'subdomain' && domain === desk.reply.domain) return checkToken(signer, local, now);
  return { kind: 'none' };
}

/** Whether an address of ours has the form of a signed one, ours or not: customers may write words behind the plus too. */
export function hasTokenForm(desk: Pick<DeskSettings, 'address' | 'reply'>, address: string): boolean {
  const [local] = splitAddress(address.toLowerCase());
  const word = local.slice(local.lastIndexOf('+') + 1);
  return word.length === tokenLength && /^[a-z2-7]+$/.test(word) && isDeskAddress(desk, address);
}

/** Whether mail to this address is for the desk: its own, a plus form of it, or one on the reply sub-domain. */
export function isDeskAddress(desk: Pick<DeskSettings, 'address' | 'reply'>, address: string): boolean {
  const [local, domain] = splitAddress(address.toLowerCase());
  const [deskLocal, deskDomain] = splitAddress(desk.address.toLowerCase());
  if (domain === deskDomain && (local === deskLocal || local.startsWith(`${deskLocal}+`))) return true;
  return desk.reply.kind === 'subdomain' && domain === desk.reply.domain;
}

/** Local part and domain, split at the last @. */
export function splitAddress(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
