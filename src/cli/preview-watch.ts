import type { LoadedSettings } from '../app/compose.ts';
import type { Wanted } from '../app/preview/collect-mails.ts';
import { previewOf } from '../app/preview/preview-of.ts';
import type { Settings } from '../domain/settings.ts';
import { exitCodes, type Invocation } from './command.ts';
import { firstSignal } from './signals.ts';
import { paint } from './table.ts';

/**
 * Serves the page on loopback and shows every change of configuration and templates as it is saved. What is broken is
 * told on the page, beside the mails of the last configuration that was whole.
 */
export async function watchMails(invocation: Invocation, first: Settings, wanted: Wanted): Promise<number> {
  const { adapters, common, terminal, options } = invocation;
  const port = portOf(options['port']);
  if (port === null) {
    terminal.err(`maildesk preview --port ${String(options['port'])}: expected a port, 1 to 65535`);
    return exitCodes.usage;
  }
  let settings = first;
  let whole = await previewOf(adapters, first, wanted);
  const served = await adapters.servePreview(whole, port);
  if (served.kind === 'refused') {
    terminal.err(`maildesk preview: ${served.text}`);
    return exitCodes.failed;
  }
  const show = async (loaded: LoadedSettings): Promise<void> => {
    if (loaded.kind === 'ok') settings = loaded.settings;
    const wrong = loaded.kind === 'ok' ? [] : loaded.complaints;
    const now = await previewOf(adapters, settings, wanted, wrong);
    if (now.mails.length > 0) whole = now;
    served.show({ ...whole, complaints: now.complaints });
    terminal.out(`shown anew${now.complaints.length === 0 ? '' : `; to look at:\n${now.complaints.join('\n')}`}`);
  };
  const trouble = (why: string): void => terminal.err(`maildesk preview: changes are not noticed: ${why}`);
  const watch = await adapters.watchTemplates(common.config, terminal.env, show, trouble);
  await watch.ready;
  const signal = firstSignal(() => void watch.reload());
  terminal.out(common.json ? JSON.stringify({ url: served.url }) : welcome(served.url, invocation, settings));
  await signal;
  await watch.close();
  await served.close();
  return exitCodes.done;
}

function portOf(given: unknown): number | null {
  if (given === undefined) return 0;
  const port = Number(given);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

function welcome(url: string, { common, terminal }: Invocation, { templatesDir }: Settings): string {
  const { bold, dim } = paint(terminal);
  const own = templatesDir ?? `${common.config}/templates (make it, and in it a file such as en/reply.hbs)`;
  return [`Mails at  ${bold(url)}`, `Watched:  ${own}`, dim('Ctrl-C ends it.')].join('\n');
}
