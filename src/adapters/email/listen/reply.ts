import type { SMTPServerError } from 'smtp-server';

/** A refusal as the library wants it: the code decides, the text is for the person who reads the bounce. */
export function reply(responseCode: number, text: string): SMTPServerError {
  return Object.assign(new Error(text), { responseCode });
}
