import { z } from 'zod';
import { optional, secretFile, secretValue } from './shapes.ts';
import { count, host, port, text } from './words.ts';

const url = z.url({ protocol: /^https?$/, error: 'expected a web address such as https://login.example/token' });

/** How a program proves itself where passwords are no longer taken (Microsoft 365, Google). */
const oauth2 = z
  .strictObject({
    issuer: optional(url).describe('Where the provider describes itself (OpenID discovery); or give token_endpoint'),
    token_endpoint: optional(url).describe('Where tokens are asked for; or give issuer'),
    client_id: text.describe('The id of the application, as registered with the provider'),
    client_secret: secretValue('The secret of the application'),
    client_secret_file: secretFile('The secret of the application'),
    refresh_token: secretValue('The refresh token of the account; without one, client credentials are used'),
    refresh_token_file: secretFile('The refresh token of the account'),
    scope: optional(text).describe('What is asked for, such as https://outlook.office365.com/.default'),
  })
  .optional();

const login = {
  password: secretValue('The password of the account'),
  password_file: secretFile('The password of the account'),
  oauth2: oauth2.describe('OAuth 2 instead of a password'),
  reject_unauthorized: z.boolean().default(true).describe('Refuse certificates that do not verify; false only for a test server'),
};

export const imapAccount = z.strictObject({
  host: host.describe('The name or address of the IMAP server'),
  port: port.optional().describe('Default: 993, or 143 with secure: false'),
  secure: z.boolean().optional().describe('TLS from the first byte (default; false on port 143); false: STARTTLS where offered'),
  user: text.describe('The account, often the whole e-mail address'),
  ...login,
});

export const smtpAccount = z.strictObject({
  host: host.describe('The name or address of the server that takes outgoing mail'),
  port: port.optional().describe('Default: 587, or 465 with secure: true'),
  secure: z.boolean().optional().describe('TLS from the first byte (default on port 465); false: STARTTLS where offered'),
  user: text.optional().describe('The account; leave it out where the server asks for none'),
  ...login,
  connections: count.default(5).describe('Connections kept open, each carrying mail after mail'),
});

export type ImapInput = z.output<typeof imapAccount>;
export type SmtpInput = z.output<typeof smtpAccount>;
export type OAuth2Input = NonNullable<z.output<typeof oauth2>>;
