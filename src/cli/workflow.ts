import { type CliCommand, exitCodes } from './command.ts';
import { drawWorkflow } from './workflow-draw.ts';
import { listWorkflows } from './workflow-list.ts';

/** The support processes: which there are, and a picture of one. */
export const workflow: CliCommand = {
  name: 'workflow',
  args: '<action> [name] [file]',
  summary: 'lists the support processes, or draws one: `workflow list`, `workflow draw quote-first quote-first.svg`',
  flags: [
    ['--svg', 'draw: an SVG picture; what it is unless told otherwise'],
    ['--mermaid', 'draw: Mermaid text; also where the file ends in .mmd'],
    ['--language <tag>', 'the language of its words; that of the desk unless told'],
  ],
  async run(invocation) {
    const [action = '', name] = invocation.args;
    if (action === 'list' && name === undefined) return listWorkflows(invocation);
    if (action === 'draw' && name !== undefined) return drawWorkflow(invocation, name);
    invocation.terminal.err(`maildesk workflow ${action}: expected list, or draw with the name of a process`);
    return exitCodes.usage;
  },
};
