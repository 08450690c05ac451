import { htmlToText } from '../../src/adapters/email/mime/html-text.ts';
import { inlineForward } from '../../src/domain/forward/inline-forward.ts';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';

/** Characters of each text: what A14 counts with. */
const LENGTH = 1_000_000;

/** Texts made to cost time: much that begins like history and never is, or is it again and again. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['attributions that never end', 'On Mon, 2 Mar 2026 at 10:05 a@b.example\n'],
  ['attributions without a date', 'On Mon 10:05 Jane wrote x:\n'],
  ['short lines that may begin and end one', 'On 5 x:\n'],
  ['names and addresses', 'Jane Roe <jane@globex.example>\n'],
  ['names, addresses and colons', 'Jane Roe <jane@globex.example>:\n'],
  ['numbers and colons', '2 Mar 10:\n'],
  ['one long line', 'On Mon 10:00 wrote: '],
  ['lines of 490 characters', `On 2 Mar 2026 ${'wrote a@b '.repeat(47)}\n`],
  ['colons', 'a:\n'],
  ['header names', 'From: x\n\n\n\n\n\n\n\n'],
  ['one field again and again', 'To: jane@globex.example\n'],
  ['fields in tables', '| From | x\n'],
  ['quotes and gaps', '> a\nx\n'],
  ['wrapped links', '> (https://x\ny)\n'],
  ['dashes', `${'-'.repeat(190)}\n`],
  ['dashes and words', '-- a b c --\n'],
  ['blank lines', '\n'],
  ['blanks', ' '],
  ['footers', 'Sent from my iPhone\n'],
  ['almost footers', 'Sent from my iPhone, please.\n\n'],
  ['contact lines', 'Tel: +49 30 123456\n'],
  ['closings', 'Best regards,\n\n'],
  ['addresses', `${'a'.repeat(99)}@`],
  ['open brackets', '2 Mar 2026 10:00 <\n'],
  ['marks of direction', '\u202b\u200f2 \n'],
  ['confidential', 'confidential e-mail privileged '],
];

/** The same for HTML. */
export const hostileHtml: readonly (readonly [string, string])[] = [
  ['quote containers inside each other', '<div class="gmail_quote">'],
  ['quotations', '<blockquote type="cite">x</blockquote>'],
  ['rules', '<hr tabindex="-1">x<br>'],
  ['styles', '<div style="border:none;border-top:solid #zzz 1.0pt;padding:3.0pt 0">x</div>'],
  ['signatures', '<div class="gmail_signature">x</div>y<br>'],
  ['tables', '<table><tr><td>From:</td><td>x</td></tr></table>'],
];

/** Prints the processor's time that each takes, best of three, in milliseconds: another's work beside it counts little. */
export function measureVisibleText(print: (line: string) => void): void {
  const row = (name: string, work: () => unknown): void => print(`${bestOf(3, work).toFixed(0).padStart(6)} ms  ${name}`);
  for (const [name, piece] of hostileTexts) {
    const text = piece.repeat(LENGTH / piece.length);
    row(`${name}: visible text`, () => visibleText(text));
    row(`${name}: forward`, () => inlineForward(text));
  }
  for (const [name, piece] of hostileHtml) {
    const html = piece.repeat(LENGTH / piece.length);
    row(`${name}: HTML`, () => visibleText(htmlToText(html).unquoted));
  }
}

function bestOf(times: number, work: () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...taken);
}

if (import.meta.main) measureVisibleText((line) => process.stdout.write(`${line}\n`));
