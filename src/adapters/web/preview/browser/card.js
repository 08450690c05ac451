import { counted, element } from './elements.js';
import { mailFrame } from './mail-frame.js';

/** One mail: what it is, its HTML and its text side by side, and what its links do. */
export function card(mail) {
  const { shown, template, language, sample } = mail;
  const name = `${template}, ${language}, sample ${sample.at}`;
  const isWhole = shown.kind === 'mail';
  const article = element('article', { lang: 'en' }, element('h3', {}, ...heading(mail)), facts(mail));
  if (!isWhole) article.append(element('p', { className: 'broken' }, shown.problem));
  else
    article.append(
      element(
        'div',
        { className: 'panes' },
        element('div', { className: 'mail' }, mailFrame(shown.html, `HTML of ${name}`)),
        element('pre', { className: 'text', lang: shown.written, dir: 'auto' }, shown.text),
      ),
      links(shown.html),
    );
  return article;
}

const heading = ({ shown, template }) =>
  shown.kind === 'mail'
    ? [element('span', { lang: shown.written, dir: 'auto' }, shown.subject)]
    : [`${template} cannot be filled`];

function facts({ shown, template, language, sample, place, own }) {
  const which = sample.of === 1 ? 'the only one' : `${sample.at} of ${sample.of}`;
  const rows = [
    ['Mail', `${template}, ${languageName(language)}`],
    ['Sample', sample.differs === '' ? which : `${which}: ${sample.differs}`],
    ['File', [element('code', {}, place), own ? ' (your own)' : ' (as shipped)']],
  ];
  if (shown.kind === 'mail') {
    rows.push(['First words', [element('span', { lang: shown.written, dir: 'auto' }, shown.firstWords)]]);
    rows.push(['Size', `${(shown.bytes / 1024).toFixed(1)} KB of HTML`]);
    rows.push(['Checks', shown.faults.length === 0 ? 'all hold' : [findings(shown.faults)]]);
    if (shown.written !== language)
      rows.push(['Missing', [note(`not written in ${languageName(language)} yet: goes out in ${languageName(shown.written)}`)]]);
  }
  return element('dl', {}, ...rows.flatMap(([term, what]) => [element('dt', {}, term), element('dd', {}, ...[what].flat())]));
}

/** What the checks of the mails found. */
const findings = (faults) =>
  element('ul', { className: 'findings' }, ...faults.map(({ check, fault }) => element('li', {}, `${check}: ${fault}`)));

const note = (text) => element('span', { className: 'note' }, text);

const names = new Intl.DisplayNames('en', { type: 'language' });

/** `Spanish` for `es`. */
export const languageName = (language) => names.of(language) ?? language;

/** What a click would do, in words; read from the mail once somebody asks. */
function links(html) {
  const count = html.match(/<a\s[^>]*href=/gi)?.length ?? 0;
  if (count === 0) return '';
  const list = element('ul');
  const details = element('details', {}, element('summary', {}, counted(count, 'link')), list);
  details.addEventListener('toggle', () => list.replaceChildren(...deeds(html)), { once: true });
  return details;
}

const deeds = (html) =>
  [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a[href]')].map((anchor) =>
    element(
      'li',
      {},
      element('strong', { dir: 'auto' }, anchor.textContent.trim()),
      ' ',
      element('span', { className: 'to' }, deed(anchor.getAttribute('href'))),
    ),
  );

function deed(href) {
  if (!href.startsWith('mailto:')) return `leads to ${href}`;
  const [to, query = ''] = href.slice('mailto:'.length).split('?');
  const fields = query
    .split('&')
    .filter(Boolean)
    .map((field) => field.split('=').map(decoded));
  const said = fields.map(([name, value]) => `${name} “${value}”`);
  return [`begins a mail to ${to === '' ? 'nobody yet' : decoded(to)}`, ...said].join(', ');
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
