/** What shows nothing: widths of zero, marks that turn the direction of writing, soft hyphens. Joiners are part of words. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** The same signs as wide as an East Asian letter, as keyboards of there write them. */
const wide: Readonly<Record<string, string>> = { '［': '[', '］': ']', '！': '!', '；': ';' };

/**
 * A line as its writer sees it: what cannot be seen, and how wide the signs of commands are, must not make a command a text
 * that goes out to a customer.
 */
export const legible = (line: string): string => line.replace(unseen, '').replace(/[［］！；]/g, (sign) => wide[sign] ?? sign);
