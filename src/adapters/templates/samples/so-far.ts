import type { Fact } from '../../../domain/answer/template-data.ts';
import { listed, say, valued } from '../../../domain/saying.ts';

/** What is known of a ticket that somebody takes up. */
export const soFar: readonly Fact[] = [
  { label: 'Opened', value: '3 Nov 2026, 09:14 (3 hours ago)' },
  { label: say('Until now'), value: say`${{ label: 'states.l1', process: 'support-levels' }}, for ${'3 hours'}` },
  { label: say('Written to the customer'), value: say`${2}, the last one on ${'3 Nov 2026, 11:02'}` },
  { label: say('Asked of the customer'), value: say`${2} put, ${1} answered` },
  { label: { label: 'fields.workaround', process: 'support-levels' }, value: 'print from the other queue' },
  { label: say('Hours worked'), value: listed([listed([valued('analysis'), '1.5 hr'], ' ')]) },
  { label: say('Files'), value: say`${listed(['printer.log (48 kB)', 'page.jpg (1.2 MB)'])} and ${3} more` },
  { label: say('Next due'), value: say`${say('resolution')}, ${'5 Nov 2026, 17:00'}` },
];
