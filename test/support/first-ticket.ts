import type { SinkMail } from './smtp-mail.ts';
import type { World } from './world.ts';

/** HD-1001, opened by Jane; everybody has read of it. @returns the notice that Maria got */
export async function withTicket(world: World, subject = 'Printer on fire'): Promise<SinkMail> {
  await world.jane.writes(subject, 'Tray 2 smokes.');
  await world.jane.receives('[HD-1001]');
  const notice = await world.maria.receives('[HD-1001]');
  await world.ravi.receives('[HD-1001]');
  await world.desk.settles();
  return notice;
}

/** What an associate's words wait has passed, and all that was due has gone. */
export async function later(world: World, duration = '5m'): Promise<void> {
  await world.desk.settles();
  world.desk.passes(duration);
  await world.desk.settles();
}
