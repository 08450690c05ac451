import { rules } from '../../src/domain/authenticate/rules.ts';
import { type Command, insiders } from '../../src/domain/decide/commands/command.ts';
import { commands } from '../../src/domain/decide/commands/index.ts';
import { inEnglish } from '../../src/domain/saying.ts';

/** `docs/commands.md`, from the declarations of the commands. */
export const commandsPage = (): string => `# The commands by mail

<!-- Made by \`npm run docs\` from src/domain/decide/commands; changes here are lost. -->

Associates (the people of \`people.yaml\`) work on tickets from their mail client. \`[help]\` as the subject of a mail to the
desk mails this list; \`npx maildesk help commands\` prints it.

## Where to write them

1. **In the subject, in square brackets after the ticket's tag**: \`Re: [HD-1042] Printer on fire [assign maria; note]\`
2. **In place of the title**, written out in full: \`Re: [HD-1042] take\`
3. **On top of the mail, one a line, each with a \`!\`**: \`!assign maria\`. The first other line ends them, and so does \`!end\`.

\`;\` goes between two commands; \`"…"\` keeps words together; case does not count. A name may be shortened to any beginning
that no other command has, in any language below (not in place 2). A \`!\` after a name says *I know*: \`take!\` takes a ticket
over from a colleague. A bracket that stood in an earlier subject of the ticket is not applied again.

All commands of a mail are applied in order, all or none. If one is wrong, nothing is applied and nothing goes out; the
sender is told what was not understood. Otherwise one receipt says what changed, and who gets which mail and when.

The rest of the mail is a **reply** to the customer, or an internal **note**: replies of associates and leads go to the
customer, those of engineers are notes, unless \`[note]\` or \`[reply]\` says otherwise. Quoted history and signature are left
out. What goes to customers waits \`desk.delay\` first.

## The commands

${commands.map(sectionOf).join('\n\n')}

## Who may

A command counts only where the sender is proved: see [Who is believed](handbook.md#who-is-believed). Each command has a class
by the harm a forged mail could do, and each class needs a level of proof:

| class | needs | commands |
| --- | --- | --- |
${classRows().join('\n')}

A mail with too little proof is held: nothing of it is applied, and those who work on the ticket are told.
`;

function sectionOf({ name, args, help, class: danger, roles, translations }: Command): string {
  const names = Object.entries(translations).map(([language, list]) => `${list.map(code).join(', ')} (${language})`);
  const who = roles.length === insiders.length ? 'everybody inside' : roles.join(', ');
  return [
    `### ${name}${args === '' ? '' : ` ${code(args)}`}`,
    '',
    inEnglish(help),
    '',
    `Also ${names.join(', ')}. For ${who}; class ${danger}.`,
  ].join('\n');
}

function classRows(): string[] {
  return rules.flatMap(({ class: danger, needs }) => {
    const members = commands.filter((command) => command.class === danger).map(({ name }) => code(name));
    return members.length === 0 ? [] : [`| ${danger} | ${needs} | ${members.join(', ')} |`];
  });
}

const code = (text: string): string => `\`${text}\``;
