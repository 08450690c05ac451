/** A picture of the product for README. */
export type Picture = {
  file: string;
  /** The demo's thread, or `maildesk preview`, with the choices in its address. */
  page: 'thread.html' | `mails.html#${string}`;
  screen: keyof typeof screens;
  colours: 'light' | 'dark';
  /** What of the page is shown: an element, the first with these words in it where some are given. */
  shows: { element: string; words?: string };
  /** Where it ends before the element does: with another, or after so many CSS pixels. */
  until?: string | number;
};

/** CSS pixels, and how many of the picture's stand for one. */
export const screens = {
  desktop: { viewport: { width: 1160, height: 900 }, deviceScaleFactor: 1.5 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
} as const;

const onDesktop = { page: 'thread.html', screen: 'desktop', colours: 'light' } as const;
const onPhone = { page: 'thread.html', screen: 'phone', colours: 'light' } as const;

const mail = (words: string): Pick<Picture, 'shows'> => ({ shows: { element: 'article', words } });

/** A sample of a mail that the story has no use for; it is long. */
const sample = (template: string): Picture => ({
  file: `${template}.png`,
  page: `mails.html#words=en/${template}.hbs&language=en&width=phone`,
  ...{ screen: 'phone', colours: 'light', shows: { element: 'iframe' }, until: 760 },
});

export const pictures: readonly Picture[] = [
  { file: 'thread.png', ...onDesktop, shows: { element: 'body' }, until: '#act-1' },
  { file: 'answer.png', ...onDesktop, shows: { element: '#act-2' } },
  { file: 'acknowledgement.png', ...onPhone, ...mail('We have your message') },
  { file: 'acknowledgement-dark.png', ...onPhone, ...mail('We have your message'), colours: 'dark' },
  { file: 'notification.png', ...onPhone, ...mail('New ticket HD-1001') },
  { file: 'receipt.png', ...onPhone, ...mail('Done on HD-1001: maria') },
  { file: 'error.png', ...onPhone, ...mail('Nothing was applied') },
  sample('list'),
  sample('help'),
];
