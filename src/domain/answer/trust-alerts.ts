import type { Trust } from '../authenticate/trust.ts';
import { listed, say } from '../saying.ts';
import type { Alert } from './tell-admins.ts';

type News = 'forged' | 'silent' | 'well';

/** What the texts need beside the standing: the forged line as it came back, and whether the desk tests by itself. */
type Circumstances = { line: string; probing: boolean };

/** What admins are told of a border of theirs: once when it is no longer believed, once when it is again. */
export const trustAlert = (news: News, trust: Trust, circumstances: Circumstances): Alert => alerts[news](trust, circumstances);

const alerts: Readonly<Record<News, (trust: Trust, circumstances: Circumstances) => Alert>> = {
  forged: ({ source, probe }, { line, probing }) => ({
    title: say`${source} lets forged proofs through, so it is not believed for now`,
    happened: listed(
      [
        say`The desk sent itself a test mail with a forged Authentication-Results line of ${source} (${minuteOf(probe.sent)}). The line came back where the desk believes it: anybody could write to the desk in the name of one of you.`,
        meanwhile,
      ],
      ' ',
    ),
    todo: listed(
      [
        say(
          'Let the server that takes your mail remove such lines from whatever comes in, also from what its own users send, where they bear its name (docs/handbook.md, “Who is believed”, has the lines for Postfix). Then run `maildesk doctor`.',
        ),
        ...(probing ? [say('The desk also tests again every hour by itself.')] : []),
        say`You get a mail when ${source} is believed again.`,
      ],
      ' ',
    ),
    details: [`Authentication-Results: ${line}`],
  }),
  silent: ({ source, wrote, lacking }) => ({
    title: wrote === null ? say`${source} says of no mail who is proved` : say`${source} has stopped saying who is proved`,
    happened: listed(
      [
        say`The last ${lacking} mails came without an Authentication-Results line of ${source}. A server that writes none may not remove forged ones either, so for now the desk believes none that bears this name.`,
        wrote === null ? say('No mail so far bore its line.') : say`The last mail with its line came about ${minuteOf(wrote)}.`,
        meanwhile,
      ],
      ' ',
    ),
    todo: say(
      'See whether the program that writes the line runs on that server, and whether `authentication.trusted` names the server exactly as it names itself there (`maildesk explain FILE` shows the lines of a mail). Once its line stands on new mails, the desk makes sure that nobody forged it and believes it again by itself; `maildesk doctor` does so at once. You get a mail then.',
    ),
    details: [],
  }),
  well: ({ source }) => ({
    title: say`${source} is believed again`,
    happened: say('Its Authentication-Results lines are in order again: what it says about senders counts from now on.'),
    todo: say(
      'Mails that were held meanwhile stay held until their sender confirms them, or one of you lets them in: `maildesk held`',
    ),
    details: [],
  }),
};

const meanwhile = say(
  'Until that is mended, commands and answers of associates that only this server proves are held, and each sender is asked to confirm them. Tickets of customers go on.',
);

const minuteOf = (at: number | null): string => `${new Date(at ?? 0).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
