import { card, languageName } from './card.js';
import { choices, offer, onChoice } from './choices.js';
import { counted, element } from './elements.js';
import { fitAll, pictures, recolour } from './mail-frame.js';

const main = document.getElementById('mails');
const frames = () => main.querySelectorAll('iframe');

/** The mails with their cards, which are made when first shown. */
let rows = [];
let sections = [];
let purposes = {};

/** A template's name leads here too: `#reply` would be taken for choices. */
const idOf = (template) => `mail-${template}`;

/** Only what changed is made anew: a frame that is moved would load again, and the page jump. */
function take(preview) {
  const { mails, complaints } = preview;
  purposes = preview.purposes;
  pictures.splice(0, pictures.length, ...Object.entries(preview.pictures));
  complain(complaints);
  const isSame = mails.length === rows.length && mails.every((mail, at) => keyOf(mail) === keyOf(rows[at].mail));
  if (isSame) for (const [at, mail] of mails.entries()) renew(rows[at], mail);
  else rows = mails.map(rowOf);
  return isSame;
}

const keyOf = ({ template, language, sample }) => [template, language, sample.at].join(' ');
const rowOf = (mail) => ({ mail, json: JSON.stringify(mail), words: wordsOf(mail), card: null });

function renew(row, mail) {
  const { json, card: old } = row;
  Object.assign(row, rowOf(mail));
  if (row.json === json || old === null) row.card = old;
  else {
    row.card = card(mail);
    const height = old.querySelector('iframe')?.style.blockSize;
    const frame = row.card.querySelector('iframe');
    if (frame !== null && height !== undefined) frame.style.blockSize = height;
    old.replaceWith(row.card);
  }
}

/** What a search looks at. */
function wordsOf({ template, language, sample, place, shown }) {
  const said =
    shown.kind === 'mail'
      ? [shown.subject, shown.firstWords, shown.text, ...shown.faults.map(({ check }) => `fails ${check}`)]
      : [shown.problem];
  return [template, purposes[template] ?? '', language, languageName(language), sample.differs, place, ...said]
    .join('\n')
    .toLowerCase();
}

/** Lays out the mails of the chosen language, a section a template. */
function lay() {
  const { language } = choices();
  const wanted = rows.filter(({ mail }) => language === '' || mail.language === language);
  const templates = Map.groupBy(wanted, ({ mail }) => mail.template);
  sections = [...templates].map(([template, group]) => section(template, group));
  main.replaceChildren(...sections.map(({ node }) => node));
  document.getElementById('templates').replaceChildren(...sections.map(({ link }) => link));
  sift();
}

function section(template, group) {
  for (const row of group) row.card ??= card(row.mail);
  const heading = element('h2', { id: idOf(template), tabIndex: -1 }, template);
  const purpose = element('p', {}, ...purposeOf(template));
  const node = element('section', { 'aria-labelledby': heading.id }, heading, purpose, ...group.map((row) => row.card));
  const anchor = element('a', { href: `#${heading.id}` }, template);
  anchor.addEventListener('click', (event) => {
    event.preventDefault(); // the address keeps the choices
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  });
  const many = element('span');
  return { node, group, many, link: element('li', {}, anchor, ' ', many) };
}

/** What is typed stands in backticks. */
const purposeOf = (template) =>
  (purposes[template] ?? '').split('`').map((words, at) => (at % 2 === 1 ? element('code', {}, words) : words));

/** Hides what the search does not find. */
function sift() {
  const words = choices().words.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { node, group, link, many } of sections) {
    for (const row of group) row.card.hidden = !words.every((word) => row.words.includes(word));
    const here = group.filter((row) => !row.card.hidden).length;
    node.hidden = here === 0;
    link.hidden = here === 0;
    many.textContent = String(here);
    found += here;
  }
  document.getElementById('count').value = found === 0 ? 'No mail has all these words' : counted(found, 'mail');
  fitAll(frames());
}

function complain(complaints) {
  const place = document.getElementById('complaints');
  place.hidden = complaints.length === 0;
  place.querySelector('h2').textContent = `${counted(complaints.length, 'thing')} to look at`;
  place.querySelector('ul').replaceChildren(...complaints.map((line) => element('li', {}, element('code', {}, line))));
}

function dress() {
  const { colours, width } = choices();
  const isOther = main.classList.contains('dark') !== (colours === 'dark');
  main.className = `${colours} ${width}`;
  if (isOther) recolour(frames(), colours === 'dark');
  fitAll(frames());
}

/** Follows the files on disk, where `maildesk preview --watch` stands behind the page. */
function follow() {
  const status = document.getElementById('live');
  const say = (text) => {
    status.hidden = false;
    status.textContent = text;
  };
  const events = new EventSource('/events');
  events.addEventListener('open', () => say('Live: a change of a template shows here by itself.'));
  events.addEventListener('error', () => say('Not live any more: maildesk preview --watch has ended.'));
  events.addEventListener('changed', async () => {
    const isSame = take(await (await fetch('/mails.json')).json());
    if (isSame) sift();
    else lay();
    say(`Live: shown anew at ${new Date().toLocaleTimeString()}.`);
  });
}

const data = JSON.parse(document.getElementById('data').textContent);
offer([...new Set(data.mails.map(({ language }) => language))], data.language);
take(data);
dress();
lay();
onChoice((name) => ({ words: sift, language: lay, colours: dress, width: dress })[name]?.());
if (data.live) follow();
