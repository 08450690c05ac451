import { assign } from './assign.ts';
import { close } from './close.ts';
import type { Command } from './command.ts';
import { drop } from './drop.ts';
import { help } from './help.ts';
import { note } from './note.ts';
import { receipts } from './receipts.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { send } from './send.ts';
import { status } from './status.ts';
import { take } from './take.ts';
import { undo } from './undo.ts';

/** Every command by mail. The order is the order of the help mail. */
export const commands: readonly Command[] = [take, assign, reply, note, close, reopen, status, undo, send, drop, receipts, help];
