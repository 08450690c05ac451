/**
 * Joins the soft-broken lines of format=flowed.
 *
 * @see RFC 3676 §4.2 to §4.5: quote depth by `>`, one space stuffed, `-- ` never flows
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open = { depth: -1, text: '', flows: false };
  for (const raw of text.split('\n')) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    const line = raw.slice(depth).replace(/^ /, '');
    const isSeparator = line === '-- ';
    const flows = line.endsWith(' ') && !isSeparator;
    const piece = flows && deleteSpace ? line.slice(0, -1) : line;
    const continues = open.flows && open.depth === depth && !isSeparator;
    if (!continues && open.depth >= 0) out.push(quoted(open));
    open = { depth, text: continues ? open.text + piece : piece, flows };
  }
  if (open.depth >= 0) out.push(quoted(open));
  return out.join('\n');
}

const quoted = ({ depth, text }: { depth: number; text: string }): string =>
  depth === 0 ? text : `${'>'.repeat(depth)} ${text}`;
