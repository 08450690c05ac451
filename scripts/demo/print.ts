import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pc from 'picocolors';
import type { Desk } from './desk.ts';
import type { Left } from './what-is-left.ts';

type Shown = { from: string; to: string; subject: string; text: string };

/** Lines of a mail that are shown, and letters of a line. */
const mostLines = 9;
const widest = 88;
/** Milliseconds a person needs for a line more. */
const perLine = 60;

export type Printer = ReturnType<typeof printer>;

/** Tells the story: each mail with who writes to whom, the subject, the first lines. @param pace milliseconds a mail stays */
export function printer(pace: number, out: NodeJS.WriteStream) {
  const { bold, cyan, dim, green } = pc.createColors(out.isTTY === true && !process.env['NO_COLOR']);
  const say = (text = ''): void => void out.write(`${text}\n`);
  let acts = 0;
  const rest = (lines: number) => (pace === 0 ? undefined : pause(pace + lines * perLine));
  const show = async ({ from, to, subject, text }: Shown, arrow: string, indent: string, paint: (text: string) => string) => {
    const lines = firstLines(text);
    say(`${indent}${paint(arrow)} ${bold(from)} to ${bold(to)}`);
    say(`${indent}  ${paint(subject)}`);
    for (const line of lines) say(`${indent}  ${dim('│')} ${line}`.trimEnd());
    say();
    await rest(lines.length);
  };
  return {
    opening({ port, dir }: Desk) {
      say(bold('\nA support story, played through a desk at work.'));
      say(dim(`Mail goes in by SMTP on 127.0.0.1:${port}; what the desk sends is left in ${dir}/data/outgoing.`));
    },
    async act(title: string) {
      acts++;
      say(`\n${bold(`${acts}  ${title}`)}\n`);
      await rest(2);
    },
    mail: (mail: Shown) => show(mail, '→', '   ', cyan),
    answer: (mail: Shown) => show(mail, '←', '      ', green),
    aside: (text: string) => say(`      ${dim(text)}\n`),
    closing({ tickets, ticket, look }: Left, page: string) {
      say(bold('\nWhat is left\n'));
      say(tickets);
      say(`\n${ticket}`);
      say(`\n${bold('Look around:')}\n${look.map((line) => `    ${line}`).join('\n')}`);
      say(`\n${bold('The whole thread, as both sides saw it: open')}\n    ${cyan(pathToFileURL(page).href)}\n`);
    },
  };
}

/** The text as a phone would show its beginning: no blank line at the ends, long ones cut. */
function firstLines(text: string): string[] {
  const lines = text.trim().split('\n');
  const shown = lines.slice(0, mostLines).map((line) => (line.length > widest ? `${line.slice(0, widest - 1)}…` : line));
  return lines.length > mostLines ? [...shown.slice(0, -1), '…'] : shown;
}
