import { Command, CommanderError } from 'commander';
import { fixedClock, systemClock } from '../app/clock.ts';
import { adapters } from '../app/compose.ts';
import type { Clock } from '../domain/ports.ts';
import { type CliCommand, type CommonOptions, exitCodes, type Invocation, type Terminal } from './command.ts';
import { harmless } from './harmless.ts';
import { commands } from './index.ts';

/** Runs one command. Errors are one readable line; a stack trace only with MAILDESK_DEBUG, for a report of our bug. */
export async function runCli(argv: readonly string[], process: NodeJS.Process): Promise<number> {
  process.umask(0o077); // what a desk writes is for its own user: mails of customers
  const terminal = terminalOf(process);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosed);
  const isDeliver = argv.includes('deliver');
  let code: number = exitCodes.done;
  const program = programOf(terminal, (called, common) => run(called, common, terminal).then((done) => (code = done)));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : isDeliver ? exitCodes.tryAgain : exitCodes.usage;
    terminal.err(`maildesk: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env['MAILDESK_DEBUG'] !== undefined && error instanceof Error) terminal.err(error.stack ?? '');
    return isDeliver ? exitCodes.tryAgain : exitCodes.failed;
  }
}

/** `maildesk outbox | head` closes the pipe when it has read enough. */
function ignoreClosed(error: Error): void {
  if (!('code' in error && error.code === 'EPIPE')) throw error;
}

type Called = Pick<Invocation, 'args' | 'options' | 'usage'> & { command: CliCommand };
type Action = (called: Called, common: CommonOptions) => Promise<unknown>;

function programOf(terminal: Terminal, act: Action): Command {
  const program = new Command('maildesk').description('An e-mail-first helpdesk: every mail a numbered ticket.');
  program
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) });
  program.showHelpAfterError('(maildesk help lists the commands)').helpCommand(false);
  for (const command of commands) {
    const sub = program.command(`${command.name} ${command.args}`.trim()).description(command.summary);
    for (const [flags, help] of command.flags) sub.option(flags, help);
    common(sub).action(async (...given: unknown[]) => {
      const options = sub.opts();
      await act({ command, args: sub.args, options, usage: usageOf(program) }, options as CommonOptions);
      void given;
    });
  }
  return program;
}

const common = (command: Command): Command =>
  command
    .option('--config <dir>', 'folder of the YAML files', 'config')
    .option('--data <dir>', 'folder of database, mails and keys', 'data')
    .option('--json', 'one JSON document, or one a line', false)
    .option('--now <ISO-8601>', 'act as of that moment');

const usageOf =
  (program: Command): NonNullable<Invocation['usage']> =>
  (name) => {
    const found = name === null ? program : program.commands.find((sub) => sub.name() === name);
    return found?.helpInformation().trimEnd() ?? null;
  };

async function run({ command, ...called }: Called, given: CommonOptions, terminal: Terminal): Promise<number> {
  const clock = clockFor(command, given.now);
  if (clock === null) {
    terminal.err(`maildesk: --now ${given.now}: expected a moment such as 2026-03-02T09:00:00Z`);
    return command.name === 'deliver' ? exitCodes.tryAgain : exitCodes.usage;
  }
  return command.run({ ...called, terminal, adapters, clock, common: given });
}

/** The daemon's clock goes on from `--now`; a one-shot command's stands there. */
function clockFor({ name }: CliCommand, now: string | undefined): Clock | null {
  if (now === undefined) return systemClock();
  const at = Date.parse(now);
  if (Number.isNaN(at)) return null;
  return name === 'start' ? systemClock(at - Date.now()) : fixedClock(at);
}

function terminalOf(process: NodeJS.Process): Terminal {
  const isTerminal = process.stdout.isTTY === true;
  const isErrTerminal = process.stderr.isTTY === true;
  return {
    out: (text) => void process.stdout.write(`${isTerminal ? harmless(text) : text}\n`),
    err: (text) => void process.stderr.write(`${isErrTerminal ? harmless(text) : text}\n`),
    isTerminal,
    isErrTerminal,
    ...(isTerminal ? { columns: process.stdout.columns } : {}),
    colours: isTerminal && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb',
    stdin: process.stdin,
    env: process.env,
  };
}
