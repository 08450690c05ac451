import { ImapFlow } from 'imapflow';

/** A person's own mail program on the same account: what it does, the desk must bear. */
export async function mailClient(port: number, user: string, folder = 'INBOX'): Promise<ImapFlow & AsyncDisposable> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: 'secret' },
    logger: false,
    disableAutoIdle: true,
  });
  client.on('error', () => {});
  await client.connect();
  await client.mailboxOpen(folder);
  return client;
}
