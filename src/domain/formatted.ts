/** Words as safe HTML, and the Content-IDs of the pictures in them. */
export type Formatted = { html: string; cids: readonly string[] };

/** Finds words in the HTML that a mail came in. `mayShow`: whether a picture may stay; `edge`: it stands before or behind all words. */
export type Format = (words: string, mayShow: (cid: string, edge: boolean) => boolean) => Formatted;

/** Where there is no HTML, or it says something else than the words. */
export const plain: Formatted = { html: '', cids: [] };
