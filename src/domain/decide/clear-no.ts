/** Whole phrases that say no to "did you call us?", in the languages of the shipped mails; without apostrophes. */
const refusing = [
  ...['no', 'nope', 'no i did not', 'no i didnt', 'i did not', 'i didnt', 'i did not call', 'i didnt call', 'i did not call you'],
  ...['i didnt call you', 'i never called', 'i never called you', 'not me', 'it was not me', 'it wasnt me', 'that was not me'],
  ...['that wasnt me', 'this was not me', 'this wasnt me', 'wasnt me'],
  ...['no fui yo', 'yo no fui', 'no he sido yo', 'no llamé', 'yo no llamé', 'no he llamado', 'yo no he llamado', 'no les llamé'],
  ...['nein', 'nee', 'ich nicht', 'das war ich nicht', 'ich war es nicht', 'ich war das nicht', 'ich habe nicht angerufen'],
  ...['ich habe sie nicht angerufen', 'ich habe nicht bei ihnen angerufen', 'nicht von mir'],
  ...[
    'non',
    'pas moi',
    'ce nest pas moi',
    'cétait pas moi',
    'ce nétait pas moi',
    'je nai pas appelé',
    'je ne vous ai pas appelé',
  ],
  ...['je ne vous ai pas appelés'],
  ...['não', 'nao', 'não fui eu', 'nao fui eu', 'não liguei', 'eu não liguei', 'não telefonei', 'não fui', 'eu não'],
] as const;

/** What may stand beside it and changes nothing. */
const polite = [
  ...['hi', 'hello', 'dear team', 'sorry', 'thanks', 'thank you', 'regards', 'best regards', 'kind regards', 'best', 'cheers'],
  ...['hola', 'buenos días', 'lo siento', 'gracias', 'saludos', 'un saludo'],
  ...[
    'hallo',
    'guten tag',
    'danke',
    'vielen dank',
    'tut mir leid',
    'grüße',
    'viele grüße',
    'mit freundlichen grüßen',
    'mfg',
    'lg',
  ],
  ...['bonjour', 'désolé', 'désolée', 'merci', 'cordialement', 'bien cordialement'],
  ...['olá', 'bom dia', 'boa tarde', 'desculpe', 'obrigado', 'obrigada', 'atenciosamente', 'abraço', 'abraços'],
] as const;

const saysNo: ReadonlySet<string> = new Set(refusing);
const saysNothing: ReadonlySet<string> = new Set(polite);

/** Whether a mail says no and nothing else, but for a greeting and its writer's name. Whatever else it says is for a person. */
export function isClearNo(text: string, name: string): boolean {
  const phrases = text
    .split(/[\n.,;:!?–—]+/)
    .map(bare)
    .filter((phrase) => phrase !== '');
  const names = new Set(bare(name).split(' '));
  const isName = (phrase: string): boolean => phrase.split(' ').every((word) => names.has(word));
  return (
    phrases.some((phrase) => saysNo.has(phrase)) &&
    phrases.every((phrase) => saysNo.has(phrase) || saysNothing.has(phrase) || isName(phrase))
  );
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
