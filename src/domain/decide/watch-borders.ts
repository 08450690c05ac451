import { type Alert, tellAdmins } from '../answer/tell-admins.ts';
import { trustAlert } from '../answer/trust-alerts.ts';
import { isWrittenOn, readProbe } from '../authenticate/probe.ts';
import { afterMail, afterProbe, type Trust, trustNews } from '../authenticate/trust.ts';
import type { Effect } from '../effect.ts';
import type { TrustedSource } from '../settings.ts';
import type { Facts } from './facts.ts';

/** The borders that a mail may have come through, whether their word counts for it, and what is known of each. */
export type Watched = {
  borders: readonly { source: TrustedSource; trust: Trust; counts: boolean }[];
  /** The mail is this test mail of ours. */
  probe: number | null;
  /** Whether we send such. */
  probing: boolean;
};

/** What a mail says of the borders it came through (8601-4): noted with its decision, and told where it changes their worth. */
export function watchBorders(facts: Facts): Effect[] {
  const { borders, probe } = facts.watched;
  return borders.flatMap(({ source, trust, counts }) => {
    if (probe === null) return counts && isNews(facts) ? noted(facts, trust, afterOne(facts, source, trust), '') : [];
    if (trust.probe.number !== probe || trust.probe.back !== null) return [];
    const found = counts ? readProbe(facts.mail.headers, source) : null;
    return noted(facts, trust, afterProbe(trust, found, facts.now), found?.line ?? '');
  });
}

/** A mail that came before, by hand or from ourselves says nothing of what the border does now. */
const isNews = ({ arrival, lift, duplicateOf, classification }: Facts): boolean =>
  !arrival.imported && lift === null && duplicateOf === null && classification.kind !== 'loop';

const afterOne = ({ mail, now, watched }: Facts, source: TrustedSource, trust: Trust): Trust =>
  afterMail(trust, isWrittenOn(mail.headers, source), now, watched.probing);

function noted(facts: Facts, before: Trust, after: Trust, line: string): Effect[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const news = trustNews(before, after);
  const alert: Alert | null = news === null ? null : trustAlert(news, after, { line, probing: facts.watched.probing });
  return [{ act: 'keep-trust', trust: after }, ...(alert === null ? [] : tellAdmins(facts, alert))];
}
