/** A picture of the product for README. */
export type Picture = {
  file: string;
  /** The demo's thread, or `maildesk preview`, with the choices in its address. */
  page: 'thread.html' | `mails.html#${string}`;
  screen: keyof typeof screens;
  colours: 'light' | 'dark';
  /** What of the page is shown: the first such element. */
  shows: string;
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

/** A sample of a mail that the story has no use for. */
const sample = (template: string): Picture => ({
  file: `${template}.png`,
  page: `mails.html#words=en/${template}.hbs&language=en&width=phone`,
  ...{ screen: 'phone', colours: 'light', shows: 'iframe' },
});

export const pictures: readonly Picture[] = [
  { file: 'thread.png', ...onDesktop, shows: 'body', until: '#act-1' },
  { file: 'answer.png', ...onDesktop, shows: '#act-2' },
  { file: 'acknowledgement.png', ...onPhone, shows: '#act-1 article.customer:nth-of-type(2)' },
  { file: 'acknowledgement-dark.png', ...onPhone, shows: '#act-1 article.customer:nth-of-type(2)', colours: 'dark' },
  { file: 'notification.png', ...onPhone, shows: '#act-1 article.associate' },
  { file: 'receipt.png', ...onPhone, shows: '#act-5 article:last-of-type' },
  { file: 'error.png', ...onPhone, shows: '#act-4 article:last-of-type' },
  sample('list'),
  { ...sample('worklist'), until: 900 },
  { ...sample('report'), until: 690 },
  { ...sample('help'), until: 760 },
];
