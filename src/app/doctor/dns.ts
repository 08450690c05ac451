import { splitAddress } from '../../domain/authenticate/reply-address.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Adapters } from '../compose.ts';
import { type Finding, look, well } from './finding.ts';

/** What receivers ask DNS before they believe our mails. Only of a desk that sends any. */
export async function dnsFindings(adapters: Adapters, settings: Settings): Promise<Finding[]> {
  if (settings.outgoing.transport.kind !== 'smtp') return [];
  const [, domain] = splitAddress(settings.desk.address);
  const record = adapters.dkimRecord(settings);
  const asked = await Promise.all([
    ask(
      adapters,
      'SPF',
      domain,
      (text) => /^v=spf1\b/i.test(text),
      'publish which servers send for the domain, as your provider says',
    ),
    ask(
      adapters,
      'DMARC',
      `_dmarc.${domain}`,
      (text) => /^v=DMARC1\b/i.test(text),
      'publish a policy; without one nobody can be proved by the domain',
    ),
    ...(record === null
      ? []
      : [ask(adapters, 'DKIM', record.name, (text) => keyIn(text) === keyIn(record.text), 'publish what maildesk check prints')]),
  ]);
  return asked;
}

async function ask(
  { dnsTexts }: Adapters,
  what: string,
  name: string,
  isIt: (text: string) => boolean,
  todo: string,
): Promise<Finding> {
  try {
    const text = (await dnsTexts(name)).find(isIt);
    return text === undefined
      ? look('dns', `no ${what} record at ${name}`, todo)
      : well('dns', `${what} at ${name}: ${text.slice(0, 80)}`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOTFOUND' || code === 'ENODATA') return look('dns', `no ${what} record at ${name}`, todo);
    return look(
      'dns',
      `${what} at ${name}: no name server answers (${code || String(error)})`,
      'nothing, where this machine is not to ask any',
    );
  }
}

const keyIn = (text: string): string => (/\bp=([^;]*)/.exec(text)?.[1] ?? '').replace(/\s+/g, '');
