import { type CliCommand, exitCodes } from './command.ts';
import { adoptWorkflow } from './workflow-adopt.ts';
import { copyWorkflow } from './workflow-copy.ts';
import { drawWorkflow } from './workflow-draw.ts';
import { listWorkflows } from './workflow-list.ts';

/** The support processes: which there are, a picture of one, a copy to change, and open tickets that are to follow it. */
export const workflow: CliCommand = {
  name: 'workflow',
  args: '<action> [name] [file]',
  summary:
    'lists the support processes, draws or copies one, lets open tickets adopt it: `workflow list`, `workflow draw quote-first quote-first.svg`, `workflow copy quote-first our-quotes`, `workflow adopt our-quotes`',
  flags: [
    ['--svg', 'draw: an SVG picture; what it is unless told otherwise'],
    ['--mermaid', 'draw: Mermaid text; also where the file ends in .mmd'],
    ['--language <tag>', 'the language of its words; that of the desk unless told'],
    ['--ticket <number>', 'adopt: only this ticket, also one that follows another process'],
    ['--to <state>', 'adopt: where that ticket goes on'],
    ['--anyway', 'adopt: questions that lead nowhere are withdrawn, values that it does not know stay'],
    ['--dry-run', 'adopt: says what would become of the tickets, and changes nothing'],
  ],
  async run(invocation) {
    const [action = '', name, other] = invocation.args;
    if (action === 'list' && name === undefined) return listWorkflows(invocation);
    if (action === 'draw' && name !== undefined) return drawWorkflow(invocation, name);
    if (action === 'copy' && name !== undefined) return copyWorkflow(invocation, name, other ?? name);
    if (action === 'adopt' && name !== undefined && other === undefined) return adoptWorkflow(invocation, name);
    invocation.terminal.err(`maildesk workflow ${action}: expected list, or draw, copy or adopt with the name of a process`);
    return exitCodes.usage;
  },
};
