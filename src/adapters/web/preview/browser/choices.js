import { languageName } from './card.js';
import { element } from './elements.js';

const form = document.getElementById('choices');

/** What the reader chose: kept in the address, so that a reload, a bookmark and the way back find it again. */
export const choices = () => Object.fromEntries(new FormData(form));

/** Offers the languages there are, then takes up what the address says. */
export function offer(languages, first) {
  const all = element('option', { value: '' }, 'All languages');
  const options = languages.map((language) => element('option', { value: language }, `${languageName(language)} (${language})`));
  form.elements.language.replaceChildren(...options, all);
  const given = new URLSearchParams(location.hash.slice(1));
  form.elements.language.value = first;
  for (const name of ['words', 'language', 'colours', 'width']) if (given.has(name)) form.elements[name].value = given.get(name);
  if (form.elements.language.selectedIndex < 0) form.elements.language.value = first;
}

/** Calls back with the choices and the name of what was changed. */
export function onChoice(changed) {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => {
    history.replaceState(null, '', `#${new URLSearchParams(choices())}`);
    changed(target.name);
  });
}
