const frames = [...document.querySelectorAll('iframe')];

/** As high as the mail in it; nothing of a mail runs, so the page measures. */
function fitHeight(frame) {
  const root = frame.contentDocument?.documentElement;
  if (!root || frame.clientWidth === 0) return;
  frame.style.blockSize = '0';
  frame.style.blockSize = `${root.scrollHeight + 2}px`;
}

function take(frame) {
  const inside = frame.contentDocument;
  // A link would leave the page for a mail program; what was sent by one already is shown.
  inside.addEventListener('click', (event) => event.target.closest('a') && event.preventDefault());
  inside.addEventListener('toggle', () => fitHeight(frame), true);
  inside.addEventListener('keydown', (event) => step(event, frame));
  for (const image of inside.images) image.addEventListener('load', () => fitHeight(frame));
  fitHeight(frame);
}

/** J and K lead from mail to mail while one of them, or the thread, has the focus. */
function step(event, here) {
  const way = { j: 1, k: -1 }[event.key];
  if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const mails = [...document.querySelectorAll('article')];
  const at = mails.indexOf(here.closest('article'));
  const next = mails[at < 0 ? 0 : at + way];
  if (next === undefined) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'start' });
}

for (const frame of frames) {
  frame.addEventListener('load', () => take(frame));
  if (frame.contentDocument?.readyState === 'complete') take(frame);
}
document.querySelector('main').addEventListener('keydown', (event) => step(event, event.target));
for (const twin of document.querySelectorAll('details.twin'))
  twin.addEventListener('toggle', () => fitHeight(twin.querySelector('iframe')));
new ResizeObserver(() => frames.forEach(fitHeight)).observe(document.querySelector('main'));
