/** A text that begins to be encrypted. @see RFC 9580 §6.2 */
export const sealedText = /^-----BEGIN PGP MESSAGE-----/m;

/** A text that PGP signed as it stands, without the signature; encrypted pieces are told instead of shown. */
export function withoutArmor(text: string, notice: string): string {
  if (!text.includes('-----BEGIN PGP ')) return text;
  const out: string[] = [];
  let inside: 'text' | 'head' | 'signed' | 'packed' = 'text';
  for (const line of text.split('\n')) {
    const begun = /^-----BEGIN PGP (SIGNED MESSAGE|MESSAGE|SIGNATURE)-----\s*$/.exec(line)?.[1];
    if (begun === 'SIGNED MESSAGE') inside = 'head';
    else if (begun !== undefined) {
      inside = 'packed';
      if (begun === 'MESSAGE') out.push(notice);
    } else if (inside === 'head') inside = line.trim() === '' ? 'signed' : 'head';
    else if (inside === 'packed') inside = /^-----END PGP /.test(line) ? 'text' : 'packed';
    else out.push(inside === 'signed' ? line.replace(/^- /, '') : line);
  }
  return out.join('\n');
}
