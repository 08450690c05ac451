import { describe, expect, test } from 'vitest';
import { loadTemplates } from '../../../src/adapters/templates/load-templates.ts';
import { sampleNames, samples } from '../../../src/adapters/templates/samples.ts';

const templates = await loadTemplates({
  shippedDir: new URL('../../../templates', import.meta.url).pathname,
  overrideDir: null,
  deskLanguage: 'en',
});

const turns = /your turn|team’s turn|customer’s turn|waits for nobody|te toca a ti|le toca al|no espera a nadie/i;
const plain = /plain reply (?:goes|is kept)|una respuesta normal/i;
const notices = sampleNames.filter((name) => name.startsWith('notify-'));

describe('the first lines of a notification', () => {
  const rows = notices.flatMap((name) =>
    ['en', 'es'].flatMap((language) => samples[name].map((data, at) => [language, name, at, data] as const)),
  );
  test.each(rows)('%s/%s (%d): which ticket, whose turn, what a plain reply does', (language, name, _at, data) => {
    const { text, html } = templates.render(name, language, data);
    if (!('tag' in data) || data.tag === '') return expect(text).not.toMatch(turns);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    expect(lines[0]).toContain(data.tag);
    const top = lines.slice(0, 5).join(' ');
    expect(top).toMatch(turns);
    expect(top).toMatch(plain);
    expect(html.slice(html.indexOf('<h1'), html.indexOf('<h1') + 3000)).toMatch(turns);
  });
});
