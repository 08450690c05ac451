// Loaded into a desk whose reaction is timed: tells the parent when its IMAP library hears of new mail.
import { ImapFlow } from 'imapflow';
import { instant } from './measure.ts';

const emit = ImapFlow.prototype.emit;

ImapFlow.prototype.emit = function (this: ImapFlow, name: string | symbol, ...args: unknown[]): boolean {
  if (name === 'exists') process.send?.(instant());
  return emit.call(this, name, ...args);
};
process.channel?.unref();
