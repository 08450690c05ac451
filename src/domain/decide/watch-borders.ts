import { tellAdmins } from '../answer/tell-admins.ts';
import { trustAlert } from '../answer/trust-alerts.ts';
import { isWrittenOn, readProbe } from '../authenticate/probe.ts';
import { afterMail, afterProbe, type Trust, trustNews } from '../authenticate/trust.ts';
import type { Effect } from '../effect.ts';
import type { TrustedSource } from '../settings.ts';
import type { Facts } from './facts.ts';

type Border = { source: TrustedSource; trust: Trust; counts: boolean };

/** The borders that a mail may have come through, whether their word counts for it, and what is known of each. */
export type Watched = {
  borders: readonly Border[];
  /** The mail is this test mail of ours. */
  probe: number | null;
  /** Whether we send such. */
  probing: boolean;
};

/** What a mail says of the borders it came through (8601-4): noted with its decision, and told where it changes their worth. */
export function watchBorders(facts: Facts): Effect[] {
  const { borders, probe } = facts.watched;
  if (probe !== null) return borders.flatMap((border) => (border.trust.probe.number === probe ? ofProbe(facts, border) : []));
  return isNews(facts) ? ofMail(facts) : [];
}

/** A mail that came before, by hand or from ourselves says nothing of what the border does now. */
const isNews = ({ arrival, lift, duplicateOf, classification }: Facts): boolean =>
  !arrival.imported && lift === null && duplicateOf === null && classification.kind !== 'loop';

/** Once a probe is back its copies change nothing, unless one of them came through forged after all. */
function ofProbe(facts: Facts, { source, trust, counts }: Border): Effect[] {
  const found = counts ? readProbe(facts.mail.headers, source) : null;
  if (trust.probe.back !== null && found?.forged !== true) return [];
  return noted(facts, trust, afterProbe(trust, found, facts.now), found?.line ?? '');
}

/** A mail that came by one border says nothing of the others. */
function ofMail(facts: Facts): Effect[] {
  const { borders, probing } = facts.watched;
  const counting = borders.filter(({ counts }) => counts);
  const wrote = counting.filter(({ source }) => isWrittenOn(facts.mail.headers, source));
  return (wrote.length > 0 ? wrote : counting).flatMap(({ trust }) =>
    noted(facts, trust, afterMail(trust, wrote.length > 0, facts.now, probing), ''),
  );
}

function noted(facts: Facts, before: Trust, after: Trust, line: string): Effect[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const news = trustNews(before, after);
  const keep: Effect = { act: 'keep-trust', trust: after };
  if (news === null) return [keep];
  const journal: Effect = {
    act: 'journal',
    ticket: null,
    actor: { kind: 'desk' },
    event: `border-${news}`,
    data: { source: after.source },
  };
  return [keep, journal, ...tellAdmins(facts, trustAlert(news, after, { line, probing: facts.watched.probing }))];
}
