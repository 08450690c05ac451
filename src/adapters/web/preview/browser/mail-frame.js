import { element } from './elements.js';

/**
 * The mail as a program shows it that follows its rules for light and dark: what the media query would ask of the
 * reader's system is answered here, in the style sheets alone.
 */
export function inColours(html, dark) {
  const answer = (wanted) => (wanted === (dark ? 'dark' : 'light') ? '(min-width: 0)' : '(max-width: 0)');
  const scheme = dark ? 'dark' : 'light';
  return html
    .replace(/<style[^>]*>[\s\S]*?<\/style>/gi, (sheet) =>
      sheet
        .replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi, (_, wanted) => answer(wanted.toLowerCase()))
        .replace(/color-scheme\s*:\s*light dark/gi, `color-scheme: ${scheme}`),
    )
    .replace(/(<meta name="color-scheme" content=")[^"]*/i, `$1${scheme}`);
}

/**
 * A frame that shows a mail once it comes near the screen. It runs no script; that it is of this page's origin lets the
 * page measure it, and no more.
 */
export function mailFrame(html, title) {
  const frame = element('iframe', { title, sandbox: 'allow-same-origin' });
  mails.set(frame, html);
  frame.addEventListener('load', () => {
    // A link would leave the page; what it does is listed below the mail.
    frame.contentDocument.addEventListener('click', (event) => event.target.closest('a') && event.preventDefault());
    fitHeight(frame);
    for (const image of frame.contentDocument.images) image.addEventListener('load', () => fitHeight(frame));
  });
  nearby.observe(frame);
  return frame;
}

/** Shows those that are shown already in other colours. */
export function recolour(frames, dark) {
  colours.dark = dark;
  for (const frame of frames) if (frame.srcdoc !== '') load(frame);
}

/** Makes each as high as its mail. */
export function fitAll(frames) {
  for (const frame of frames) if (frame.srcdoc !== '') fitHeight(frame);
}

/** What goes with the mails: its name in them, and what shows it here. */
export const pictures = [];

const mails = new WeakMap();
const colours = { dark: false };

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting && target.srcdoc === '') load(target);
  },
  { rootMargin: '800px' },
);

/** `<base target>`: where scripts of the page cannot hold a link back, the sandbox does, which opens no windows. */
function load(frame) {
  const html = pictures.reduce((whole, [name, picture]) => whole.replaceAll(name, picture), mails.get(frame));
  frame.srcdoc = inColours(html, colours.dark).replace(/<head>/i, '<head><base target="_blank">');
}

function fitHeight(frame) {
  const root = frame.contentDocument?.documentElement;
  if (root === undefined || root === null || frame.clientWidth === 0) return;
  frame.style.blockSize = '0';
  frame.style.blockSize = `${root.scrollHeight + 2}px`;
}
