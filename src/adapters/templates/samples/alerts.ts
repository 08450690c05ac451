import { brokenConfig } from '../../../domain/answer/desk-alerts.ts';
import { brokenChain, sealText } from '../../../domain/answer/evidence-head.ts';
import { mailboxAlert } from '../../../domain/answer/mailbox-alerts.ts';
import type { Alert } from '../../../domain/answer/tell-admins.ts';
import type { TemplateData } from '../../../domain/answer/template-data.ts';
import { sha256 } from '../../../domain/ids.ts';
import { listed, say } from '../../../domain/saying.ts';
import { deskName } from './parts.ts';

/** Alerts as admins get them: with details and without. */
export const alertSamples: readonly [TemplateData['admin-alert'], ...TemplateData['admin-alert'][]] = [
  sample(brokenConfig(['config/helpdesk.yaml:14:3: desk.adress: unknown key; did you mean "address"?'])),
  sample(mailboxAlert('support', { news: 'back', text: '' })),
  sample(brokenChain(7, 'link 7: what it says was changed')),
];

function sample({ title, happened, todo, details }: Alert): TemplateData['admin-alert'] {
  const noticed = say`Noticed: ${'3 Nov 2026, 09:14'}.`;
  return { deskName, title, happened: listed([happened, noticed], ' '), todo, details };
}

/** The end of the chain of evidence, for admins to keep elsewhere. */
export const sealSample: TemplateData['notice'] = {
  ...{ deskName, tickets: [], actions: [] },
  ...sealText(
    { head: sha256('3f9c'.repeat(16)), answers: 214, added: 3, last: 0 },
    (at) => (at === 0 ? 'Nov 22, 2026, 4:12 PM' : 'Nov 23, 2026, 7:00 AM'),
    1,
  ),
};
