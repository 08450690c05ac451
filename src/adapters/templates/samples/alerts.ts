import { brokenConfig } from '../../../domain/answer/desk-alerts.ts';
import { mailboxAlert } from '../../../domain/answer/mailbox-alerts.ts';
import type { Alert } from '../../../domain/answer/tell-admins.ts';
import type { TemplateData } from '../../../domain/answer/template-data.ts';
import { listed, say } from '../../../domain/saying.ts';
import { deskName } from './parts.ts';

/** Alerts as admins get them: with details and without. */
export const alertSamples: readonly [TemplateData['admin-alert'], ...TemplateData['admin-alert'][]] = [
  sample(brokenConfig(['config/helpdesk.yaml:14:3: desk.adress: unknown key; did you mean "address"?'])),
  sample(mailboxAlert('support', { news: 'back', text: '' })),
];

function sample({ title, happened, todo, details }: Alert): TemplateData['admin-alert'] {
  const noticed = say`Noticed: ${'3 Nov 2026, 09:14'}.`;
  return { deskName, title, happened: listed([happened, noticed], ' '), todo, details };
}
