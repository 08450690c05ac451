import type { JobParts } from '../jobs/job.ts';
import { sendAlarms } from './send-alarms.ts';
import { takeDue } from './take-due.ts';
import { tellAttention } from './tell-attention.ts';

/** What each minute brings: what is due on tickets, then word of it to each of us. A ticket that fails keeps nobody from hearing. */
export async function passMinute(parts: JobParts): Promise<void> {
  try {
    await takeDue(parts);
  } finally {
    await tellAttention(parts);
    await sendAlarms(parts);
  }
}
