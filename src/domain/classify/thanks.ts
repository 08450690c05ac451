import type { Mail } from '../mail.ts';

/** Longer texts say more than thanks. */
const MAX_CHARACTERS = 200;
/** Words that no list below knows: names, mostly. */
const MAX_UNKNOWN = 2;

const thanking = new Set(
  (
    'thanks thank thx ty tysm thnx tks cheers appreciated appreciate grateful ' +
    'gracias agradecido agradecida agradezco ' +
    'danke dank dankeschön dankeschoen merci vielendank bedankt ' +
    'remercie remerciements ' +
    'obrigado obrigada obg valeu agradeço grato grata brigado brigada ' +
    'grazie ringrazio tack takk dziękuję dzięki dziekuje спасибо благодарю teşekkürler teşekkür sağolun'
  ).split(' '),
);

const filler = new Set(
  // en
  (
    'you very much so a lot again all for your the it its is are was works working worked fine now great perfect good super awesome excellent wonderful help helping quick fast reply response support time ' +
    'ok okay got received noted everything well done solved fixed resolved that this hi hello dear team many best kind regards sincerely have nice day weekend evening really ever so truly i we appreciate and to everyone guys both brilliant lovely amazing yes on in my our be can close ticket ' +
    // es
    'muchas mil muchísimas de por la el su tu ayuda todo bien ya funciona perfecto perfecta excelente genial hola buenos buenas días dias tardes noches saludos un saludo cordial cordiales respuesta rápida atención recibido vale equipo estimado estimados a ustedes usted está resuelto solucionado gran apoyo y muy lo le se les pronta ahora correctamente amable ' +
    // de
    'vielen herzlichen besten schönen ihnen dir euch für die schnelle hilfe rückmeldung antwort unterstützung es geht funktioniert jetzt wieder alles gut klar prima toll perfekt top hallo guten tag morgen abend liebe lieber grüße grüsse gruß gruss mit freundlichen freundliche viele schöne beste sehr und ist das hat geklappt läuft erledigt gelöst ich wir damen herren sehr geehrte geehrter mfg lg vg nochmals auch super ' +
    // fr
    'beaucoup mille pour votre ton aide réponse rapide bonjour bonsoir cordialement bien à vous toi tout est parfait parfaite super excellent ça marche fonctionne maintenant je nous reçu noté la le les cest c bonne journée soirée salut encore rapidité et très de résolu ' +
    // pt
    'muito muita pela o ajuda resposta rápida olá oi bom boa dia tarde noite tudo certo funcionou funcionando agora perfeito perfeita ótimo excelente atenciosamente abraços abraço att equipe recebido resolvido valeu mesmo suporte atenção e está ok'
  ).split(' '),
);

/** Words after which a thank-you is no longer all of it. */
const turning =
  /[?¿]|\b(?:but|still|however|not|doesn|isn|wasn|can't|cannot|unfortunately|pero|aún|aun|todavía|sin embargo|no|aber|leider|nicht|noch nicht|kein|mais|pas|toujours|malheureusement|mas|ainda|não|nao|infelizmente|ma|ancora|please|bitte|por favor|s'il)\b|\d{3,}/iu;

/**
 * Whether a mail says thanks and nothing else (en, es, de, fr, pt and a few words of others): it joins its ticket and disturbs nobody.
 * In doubt it does not: a question taken for thanks would be lost.
 */
export function isThanks(mail: Pick<Mail, 'visibleText' | 'attachments' | 'from'>): boolean {
  const text = mail.visibleText.trim();
  if (text.length === 0 || text.length > MAX_CHARACTERS || mail.attachments.some((attachment) => !attachment.inline))
    return false;
  if (turning.test(text)) return false;
  const own = new Set(wordsOf(mail.from.name));
  const phrases = text.split(/[.,;:!\n\r()–—-]+/).map((phrase) => wordsOf(phrase).filter((word) => !own.has(word)));
  const words = phrases.flat();
  const unknown = words.filter((word) => !isKnown(word));
  return (
    words.some((word) => thanking.has(word)) && unknown.length <= MAX_UNKNOWN && phrases.every(mayName) && isName(unknown, text)
  );
}

const isKnown = (word: string): boolean => thanking.has(word) || filler.has(word);

/** A name stands alone between its marks or follows a word; "Noon is fine" begins with no name. */
const mayName = (words: readonly string[]): boolean => words.every(isKnown) || !words.some(isKnown) || isKnown(words[0] ?? '');

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** Unknown words must be written as names are. */
const isName = (unknown: readonly string[], text: string): boolean =>
  unknown.every((word) => text.includes(word.charAt(0).toUpperCase() + word.slice(1)));
