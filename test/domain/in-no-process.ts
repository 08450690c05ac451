import { noRecords } from '../../src/domain/workflow/records.ts';
import { simple } from '../../src/domain/workflow/simple.ts';

/** What commands look at on a ticket that is just a ticket. */
export const inNoProcess = { workflow: simple, records: noRecords, requester: null };
