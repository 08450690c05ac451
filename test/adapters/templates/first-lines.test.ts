import { describe, expect, test } from 'vitest';
import { sampleNames, samples } from '../../../src/adapters/templates/samples/samples.ts';
import { languages, shippedTemplates } from './support.ts';

const templates = await shippedTemplates();

const oneOf = (...words: readonly string[]): RegExp => new RegExp(words.join('|'), 'i');

const turns = oneOf(
  'your turn|team’s turn|customer’s turn|waits for nobody',
  'te toca a ti|le toca al|no espera a nadie',
  '(?:du bist|team ist|kunde ist) dran|wartet auf niemanden',
  'c’est (?:à vous|à l’équipe|au client) d’agir|personne n’a à agir',
  'é a sua vez|é a vez d[ao] (?:equipe|cliente)|ninguém precisa agir',
);
const plain = oneOf(
  'plain reply (?:goes|is kept)',
  'una respuesta normal',
  'einfache antwort',
  'une simple réponse (?:part|est gardée)',
  'uma resposta comum (?:vai|fica)',
);
const neverAsked = oneOf(
  'If you did not (?:write to|call) us',
  'Si no nos ha (?:escrito|llamado)',
  'Wenn Sie uns nicht (?:geschrieben|angerufen) haben',
  'Si vous ne nous avez pas (?:écrit|appelés)',
  'Se você não (?:nos escreveu|ligou para nós)',
);
const statedAsFact = oneOf(
  'you called us on',
  'nos llam(?:aste|ó) el',
  'Sie haben uns',
  'vous nous avez',
  'você (?:nos )?ligou (?:para nós )?em',
);
const notices = sampleNames.filter((name) => name.startsWith('notify-'));

/** Mails that go to whomever a stranger, or a caller, named. */
const uninvited = ['acknowledge', 'acknowledge-short', 'confirm-call'] as const;

describe('who never asked for it', () => {
  test.each(uninvited.flatMap((name) => languages.map((language) => [language, name] as const)))(
    '%s/%s says what to do then, in both parts, and states nothing about them as fact',
    (language, name) => {
      const { text, html } = templates.render(name, language, samples[name][0]);
      const said = [text, html].map((part) => part.replace(/\s+/g, ' '));
      for (const part of said) expect(part).toMatch(neverAsked);
      for (const part of said) expect(part).not.toMatch(statedAsFact);
    },
  );
});

describe('the first lines of a notification', () => {
  const rows = notices.flatMap((name) =>
    languages.flatMap((language) => samples[name].map((data, at) => [language, name, at, data] as const)),
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
