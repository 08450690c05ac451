import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Templates } from '../app/compose.ts';
import { commands } from '../domain/decide/commands/index.ts';
import { likely } from '../domain/likely.ts';
import { drawSvg } from '../domain/workflow/draw/draw-svg.ts';
import { drawnOf } from '../domain/workflow/draw/drawn-of.ts';
import { mermaidOf } from '../domain/workflow/draw/mermaid.ts';
import type { Wording } from '../domain/workflow/draw/wording.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import { exitCodes, type Invocation } from './command.ts';

/** Draws one process, as SVG or Mermaid text, into a file or to the output. */
export async function drawWorkflow(invocation: Invocation, name: string): Promise<number> {
  const { adapters, common, terminal, options, args } = invocation;
  const loaded = await adapters.loadConfig(common.config, terminal.env);
  if (loaded.kind === 'broken') return refuse(invocation, loaded.complaints, exitCodes.failed);
  const { workflows, desk } = loaded.settings;
  const found = Object.hasOwn(workflows, name) ? workflows[name] : undefined;
  if (found === undefined) return refuse(invocation, [noSuch(name, Object.keys(workflows))], exitCodes.failed);
  if (options['svg'] === true && options['mermaid'] === true)
    return refuse(invocation, ['maildesk workflow draw: expected --svg or --mermaid, not both'], exitCodes.usage);

  const templates = await adapters.loadTemplates(loaded.settings);
  const language = typeof options['language'] === 'string' ? options['language'] : desk.language;
  const drawn = drawnOf(found, wordingOf(templates, found, language));
  const [, , file = '-'] = args;
  const isMermaid = options['mermaid'] === true || (options['svg'] !== true && /\.(mmd|mermaid)$/.test(file));
  return write(invocation, file, isMermaid ? mermaidOf(drawn) : drawSvg(drawn));
}

/** Verbs as whoever reads the language types them. */
const wordingOf = ({ print, processes }: Templates, { name }: Workflow, language: string): Wording => ({
  print: (said) => print(said, language),
  verb: (command) => {
    const builtIn = commands.find((one) => one.name === command)?.translations;
    const names = builtIn ? Object.entries(builtIn) : Object.entries(processes.namesOf(name, command));
    return names.find(([one]) => one === language)?.[1][0] ?? command;
  },
});

async function write({ terminal, common }: Invocation, file: string, text: string): Promise<number> {
  if (file === '-') terminal.out(text.trimEnd());
  else {
    await writeFile(file, text);
    const path = resolve(file);
    terminal.out(common.json ? JSON.stringify({ file: path }) : `Open in a browser:\n    ${pathToFileURL(path).href}`);
  }
  return exitCodes.done;
}

function noSuch(name: string, known: readonly string[]): string {
  const meant = likely(name, known);
  return `maildesk workflow draw: no process ${name}${meant === null ? `; known: ${known.join(', ')}` : `, did you mean ${meant}?`}`;
}

function refuse({ terminal }: Invocation, lines: readonly string[], code: number): number {
  for (const line of lines) terminal.err(line);
  return code;
}
