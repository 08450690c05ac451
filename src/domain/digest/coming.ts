import type { Letter } from '../answer/outgoing.ts';
import type { Action, TemplateName } from '../answer/template-data.ts';
import type { DigestName } from './digest.ts';

/** What a mail that comes again and again has beside its words: it stands on no ticket, and says how it ends. */
export const comesAgain = (name: DigestName): Pick<Letter<TemplateName>, 'ticket' | 'automatic' | 'digest'> => ({
  ticket: null,
  automatic: 'auto-generated',
  digest: { command: endOf(name), oneClick: null },
});

/** The link that ends it, for its last line. */
export const endingLink = (name: DigestName): Action => ({ label: 'digest-off', href: '', command: endOf(name), subject: '' });

const endOf = (name: DigestName): string => `digest ${name} off`;
