import { readFile } from 'node:fs/promises';
import Handlebars from 'handlebars';
import { pagePolicy } from '../../../src/adapters/web/page-policy.ts';
import { inClient } from './in-client.ts';
import type { Thread, ThreadMail } from './thread.ts';

/** The thread as one HTML file that needs nothing else and asks nothing of any network. */
export async function threadPage(thread: Thread): Promise<string> {
  const [page, style, script] = await Promise.all([read('page.hbs'), read('page.css'), read('page.js')]);
  const acts = thread.map((act) => ({ ...act, mails: act.mails.map((mail) => card(mail, rowOf(mail, act.mails))) }));
  const count = acts.flatMap(({ mails }) => mails).length;
  const fill = Handlebars.compile(page, { strict: true });
  return fill({ acts, count, style, script, policy: pagePolicy(script, "'none'") });
}

/** Below the act's title (1) stands what was written, alone (2); what came of it stands below, on each side from 3. */
function rowOf({ side, number }: ThreadMail, [written, ...brought]: readonly ThreadMail[]): number {
  if (number === written?.number) return 2;
  return 3 + brought.filter((other) => other.side === side && other.number < number).length;
}

const card = ({ at, html, ...mail }: ThreadMail, row: number) => ({
  ...{ ...mail, row },
  moment: at.toISOString(),
  time: at.toISOString().slice(11, 16),
  day: at.toISOString().slice(0, 10),
  html: inClient(html),
});

const read = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');
