import type { Settings, TrustedSource } from '../settings.ts';
import type { Witness } from './verdict.ts';

/** Google's inner hops write themselves as addresses of this network. */
export const google: TrustedSource = { id: 'mx.google.com', border: ['mx.google.com', '2002:a05::/32'], instances: 1 };

/** Exchange Online: every hop within, up to the one that took the mail from the world. */
export const m365: TrustedSource = {
  id: 'Microsoft 365',
  border: ['.outlook.com', '.outlook.office365.com', '.exchangelabs.com'],
  instances: 1,
  mode: 'm365',
};

/** Every border that this desk believes in any mailbox. */
export function allSources({ authentication: { trusted }, mailboxes }: Bordered): readonly TrustedSource[] {
  const isImplied = mailboxes.some(({ mode }) => mode === 'm365') && !trusted.some(({ mode }) => mode === 'm365');
  return isImplied ? [...trusted, m365] : trusted;
}

type Bordered = Pick<Settings, 'mailboxes'> & { authentication: Pick<Settings['authentication'], 'trusted'> };

/** Whether the desk tests its borders by itself: with mail that really travels. */
export const isProbing = (settings: Pick<Settings, 'authentication' | 'mailboxes' | 'outgoing'>): boolean =>
  settings.authentication.probe !== 'never' && isMailSent(settings) && allSources(settings).length > 0;

/** A test mail that stays on this machine shows nothing of a border. */
export const isMailSent = ({ outgoing }: Pick<Settings, 'outgoing'>): boolean => outgoing.transport.kind === 'smtp';

type Circumstances = Pick<Witness, 'settings'> & { arrival: Pick<Witness['arrival'], 'source'> };

/**
 * The borders whose headers count for this mail. A listener's peer writes any header it likes, unless the admin said that
 * only borders of ours reach it (8601-1). Microsoft 365 is believed in a mailbox that the admin says lies there.
 */
export function sourcesOf({ arrival: { source }, settings }: Circumstances): readonly TrustedSource[] {
  const { listen, authentication, mailboxes } = settings;
  if ((source.kind === 'smtp' || source.kind === 'lmtp') && listen[source.kind]?.border !== true) return [];
  const isThere = mailboxes.some(({ name, mode }) => mode === 'm365' && name === source.mailbox);
  const areAllThere = source.mailbox === null && mailboxes.length > 0 && mailboxes.every(({ mode }) => mode === 'm365');
  const isNamed = authentication.trusted.some(({ mode }) => mode === 'm365');
  return (isThere || areAllThere) && !isNamed ? [...authentication.trusted, m365] : authentication.trusted;
}
