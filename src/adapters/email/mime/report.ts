import type { DeliveryReport, Header } from '../../../domain/mail.ts';
import type { Part } from './parts.ts';

/** The delivery report that a mail is, or null. */
export function readReport(_headers: readonly Header[], _root: Part, _text: string): DeliveryReport | null {
  return null;
}
