import type { Trust } from '../authenticate/trust.ts';
import type { Alert } from './tell-admins.ts';

type News = 'forged' | 'silent' | 'well';

/** What the texts need beside the standing: the forged line as it came back, and whether the desk tests by itself. */
type Circumstances = { line: string; probing: boolean };

/** What admins are told of a border of theirs: once when it is no longer believed, once when it is again. */
export const trustAlert = (news: News, trust: Trust, circumstances: Circumstances): Alert => alerts[news](trust, circumstances);

const alerts: Readonly<Record<News, (trust: Trust, circumstances: Circumstances) => Alert>> = {
  forged: ({ source, probe }, { line, probing }) => ({
    title: `${source} lets forged proofs through, so it is not believed for now`,
    happened:
      `The desk sent itself a test mail with a forged Authentication-Results line of ${source}. The line came back where the desk ` +
      `believes it: anybody could write to the desk in the name of one of you. ${meanwhile}`,
    todo:
      'Let the server that takes your mail remove such lines from whatever comes in, also from what its own users send, where they ' +
      'bear its name (docs/handbook.md, “Who is believed”, has the lines for Postfix). Then run: maildesk doctor. ' +
      `${probing ? 'The desk also tests again every hour by itself. ' : ''}You get a mail when ` +
      `${source} is believed again.`,
    details: [`The test mail left at ${minuteOf(probe.sent)} and came back with:`, `Authentication-Results: ${line}`],
  }),
  silent: ({ source, wrote, lacking }) => ({
    title: `${source} ${wrote === null ? 'says of no mail' : 'has stopped saying'} who is proved`,
    happened:
      `The last ${lacking} mails came without an Authentication-Results line of ${source}. A server that writes none may not remove ` +
      `forged ones either, so for now the desk believes none that bears this name. ${meanwhile}`,
    todo:
      'Look whether the program that writes the line runs on that server, and whether authentication.trusted names the server exactly ' +
      'as it names itself there (maildesk explain FILE shows the lines of a mail). Once its line stands on new mails, the desk makes ' +
      'sure that nobody forged it and believes it again by itself; maildesk doctor does so at once. You get a mail then.',
    details: [wrote === null ? 'No mail so far bore its line.' : `The last mail with its line came about ${minuteOf(wrote)}.`],
  }),
  well: ({ source }) => ({
    title: `${source} is believed again`,
    happened: `Its Authentication-Results lines are in order again: what it says about senders counts from now on.`,
    todo: 'Mails that were held meanwhile stay held until their sender confirms them, or one of you lets them in: maildesk held',
    details: [],
  }),
};

const meanwhile =
  'Until that is mended, commands and answers of associates that only this server proves are held, and each sender is asked to confirm them. Tickets of customers go on.';

const minuteOf = (at: number | null): string => `${new Date(at ?? 0).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
