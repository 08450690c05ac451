import { createReadStream } from 'node:fs';
import { type Explanation, explainMail } from '../app/explain.ts';
import { type CliCommand, exitCodes } from './command.ts';
import { evidenceLines } from './evidence-lines.ts';
import { toRead, withHouse } from './with-house.ts';

/** Walks mails through the house and says at each station what was found; changes nothing. */
export const explain: CliCommand = {
  name: 'explain',
  args: '<files...>',
  summary: 'shows how a message would be understood and why, changing nothing',
  flags: [],
  async run(invocation) {
    return withHouse(toRead(invocation), async (house) => {
      let code: number = exitCodes.done;
      const explain = (file: string) =>
        explainMail(house, { file, content: createReadStream(file) }).catch((error: Error) => error);
      for await (const [file, explained] of ahead(invocation.args, explain)) {
        if (explained instanceof Error) {
          invocation.terminal.err(`maildesk explain: ${file} cannot be read: ${explained.message}`);
          code = exitCodes.failed;
        } else invocation.terminal.out(invocation.common.json ? JSON.stringify(explained) : humanly(explained));
      }
      return code;
    });
  },
};

/** While one mail is judged, the next ones are read. */
const mostAhead = 32;

async function* ahead<T>(files: readonly string[], work: (file: string) => Promise<T>): AsyncGenerator<[string, T]> {
  const begun: Promise<T>[] = [];
  for (const [at, file] of files.entries()) {
    while (begun.length < Math.min(files.length, at + mostAhead)) begun.push(work(files[begun.length] as string));
    yield [file, (await begun[at]) as T];
  }
}

function humanly(mail: Explanation): string {
  const { authentication, match } = mail;
  const lines: readonly (readonly [string, string])[] = [
    ['from', `${mail.from.name} <${mail.from.address}>`.trim()],
    ['subject', mail.subject],
    ['kind', `${mail.kind}${mail.thanks ? ', thanks only' : ''}${mail.why.length > 0 ? ` (${mail.why.join('; ')})` : ''}`],
    ...evidenceLines(authentication),
    ['ticket', `${ticketOf(match)}${match.refused === null ? '' : `; refused: ${match.refused}`}`],
    ['commands', mail.commands.map(({ text }) => text).join('; ') || 'none'],
    ...mail.errors.map((error) => ['error', error] as const),
    ['attached', mail.attachments.map(({ filename, size }) => `${filename} (${size} bytes)`).join(', ') || 'nothing'],
    ['becomes', mail.outcome],
    ['text', mail.visibleText.replace(/\n/g, `\n${' '.repeat(12)}`)],
  ];
  return [mail.file, ...lines.map(([name, value]) => `  ${name.padEnd(10)}${value}`)].join('\n');
}

const ticketOf = ({ ticket, by }: Explanation['match']): string => (ticket === null ? 'a new one' : `${ticket}, by ${by}`);
