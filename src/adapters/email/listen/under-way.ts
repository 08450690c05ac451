import type { SMTPServer } from 'smtp-server';

/** Sessions whose mail is on its way in. */
export type UnderWay = { begin(session: string): void; end(session: string): void };

/** Ends a server so that no mail is broken off: idle clients go at once, the others once their mail is in. */
export function closer(): { underWay: UnderWay; close(server: SMTPServer): Promise<void> } {
  const busy = new Set<string>();
  let dismiss = (_session: string): void => {};
  return {
    underWay: {
      begin: (session) => void busy.add(session),
      end(session) {
        busy.delete(session);
        dismiss(session);
      },
    },
    async close(server) {
      dismiss = (session) => sayGoodbye(server, (id) => id === session);
      await new Promise<void>((done) => {
        server.close(done);
        sayGoodbye(server, (id) => !busy.has(id));
      });
    },
  };
}

/** 421 ends a session in the library too. */
function sayGoodbye(server: SMTPServer, whom: (session: string) => boolean): void {
  for (const client of [...server.connections]) if (whom(client.id)) client.send(421, 'Closing for now, please come back');
}
