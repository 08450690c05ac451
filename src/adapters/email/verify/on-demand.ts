import type { Verification, Verifier } from '../../../domain/authenticate/verification.ts';

/** What asks DNS about mails: the library is loaded, and DNS asked, only where the desk verifies mails itself. */
export const verifying = {
  verify: lazyVerifier(),
  verifyAgain: async (mail: Uint8Array, verification: Verification, at: number) =>
    (await import('./verify-again.ts')).verifyAgain(mail, verification, at),
  dnsTexts,
};

/** Milliseconds for all that one mail asks of DNS. */
const dnsDeadline = 10_000;

function lazyVerifier(): Verifier {
  let verifier: Promise<Verifier> | null = null;
  const load = async () => {
    const [{ mailVerifier }, { systemDns }] = await Promise.all([import('./mail-verifier.ts'), import('./system-dns.ts')]);
    return mailVerifier(systemDns(), dnsDeadline);
  };
  return async (content, handing) => {
    verifier ??= load();
    return (await verifier)(content, handing);
  };
}

/** The texts that DNS has under a name, each whole. @throws with a `code` where it has none, or does not answer */
async function dnsTexts(name: string): Promise<string[]> {
  const { systemDns } = await import('./system-dns.ts');
  return (await systemDns()(name, 'TXT')).map((text) => [text].flat().join(''));
}
