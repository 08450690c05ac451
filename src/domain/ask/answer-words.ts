import type { AnswerWord } from '../workflow/workflow.ts';

/** Answers that somebody gives by a word. */
export type SaidWord = Extract<AnswerWord, 'approve' | 'decline' | 'confirm' | 'reject' | 'validate' | 'accept'>;

/**
 * What a line must be, whole, to be an answer, in the languages of the shipped mails: the first of each is what our links
 * write. Without case, accents and the marks around it, none of which carries meaning here.
 */
const shipped: Readonly<Record<Language, Readonly<Record<SaidWord, readonly string[]>>>> = {
  en: {
    approve: ['approved', 'approve', 'i approve', 'we approve', 'i approve it', 'quote approved', 'agreed'],
    decline: ['declined', 'decline', 'i decline', 'we decline', 'refused', 'i refuse'],
    confirm: ['confirmed', 'confirm', 'i confirm', 'we confirm'],
    reject: ['rejected', 'reject', 'i reject', 'we reject'],
    validate: ['validated', 'validate', 'i validate', 'we validate'],
    accept: ['accepted', 'accept', 'i accept', 'we accept'],
  },
  es: {
    approve: ['aprobado', 'aprobada', 'aprobar', 'apruebo', 'aprobamos', 'lo apruebo', 'la apruebo', 'de acuerdo'],
    decline: ['declinado', 'declinada', 'declinar', 'declino', 'no acepto', 'no aceptamos'],
    confirm: ['confirmado', 'confirmada', 'confirmar', 'confirmo', 'confirmamos', 'lo confirmo'],
    reject: ['rechazado', 'rechazada', 'rechazar', 'rechazo', 'rechazamos', 'lo rechazo', 'la rechazo'],
    validate: ['validado', 'validada', 'validar', 'valido', 'validamos', 'lo valido'],
    accept: ['aceptado', 'aceptada', 'aceptar', 'acepto', 'aceptamos', 'lo acepto'],
  },
  de: {
    approve: ['genehmigt', 'genehmigen', 'ich genehmige', 'wir genehmigen', 'freigegeben', 'einverstanden'],
    decline: ['abgelehnt', 'ablehnen', 'ich lehne ab', 'wir lehnen ab'],
    confirm: ['bestätigt', 'bestätigen', 'ich bestätige', 'wir bestätigen'],
    reject: ['zurückgewiesen', 'zurückweisen', 'ich weise zurück', 'wir weisen zurück'],
    validate: ['abgenommen', 'abnehmen', 'ich nehme ab', 'wir nehmen ab', 'validiert', 'validieren', 'geprüft und abgenommen'],
    accept: ['angenommen', 'annehmen', 'ich nehme an', 'wir nehmen an', 'akzeptiert', 'zugesagt'],
  },
  fr: {
    approve: ['approuvé', 'approuvée', 'approuver', "j'approuve", 'nous approuvons', "d'accord", "je suis d'accord"],
    decline: ['décliné', 'déclinée', 'décliner', 'je décline', 'refusé', 'refusée', 'refuser', 'je refuse', 'nous refusons'],
    confirm: ['confirmé', 'confirmée', 'confirmer', 'je confirme', 'nous confirmons'],
    reject: ['rejeté', 'rejetée', 'rejeter', 'je rejette', 'nous rejetons'],
    validate: ['validé', 'validée', 'valider', 'je valide', 'nous validons'],
    accept: ['accepté', 'acceptée', 'accepter', "j'accepte", 'nous acceptons'],
  },
  pt: {
    approve: ['aprovado', 'aprovada', 'aprovar', 'aprovo', 'aprovamos', 'de acordo'],
    decline: ['recusado', 'recusada', 'recusar', 'recuso', 'recusamos', 'declinado', 'declinar', 'declino'],
    confirm: ['confirmado', 'confirmada', 'confirmar', 'confirmo', 'confirmamos'],
    reject: ['rejeitado', 'rejeitada', 'rejeitar', 'rejeito', 'rejeitamos'],
    validate: ['validado', 'validada', 'validar', 'valido', 'validamos'],
    accept: ['aceite', 'aceito', 'aceita', 'aceitar', 'aceitamos'],
  },
};

type Language = 'en' | 'es' | 'de' | 'fr' | 'pt';
const languages = Object.keys(shipped) as Language[];

/** Yes to the end of a ticket in so many words: it counts where more than one question is open. */
const closing: Readonly<Record<Language, readonly string[]>> = {
  en: ['close it', 'close', 'close the ticket', 'please close', 'confirm closing', 'i confirm the closing'],
  es: ['cerrar', 'cierre confirmado', 'confirmo el cierre', 'confirmar cierre', 'confirmar el cierre', 'pueden cerrar'],
  de: ['schließen', 'abschließen', 'bitte schließen', 'abschluss bestätigt', 'ich bestätige den abschluss'],
  fr: ['clore', 'clôturer', 'fermer', 'clôture confirmée', 'je confirme la clôture'],
  pt: ['fechar', 'encerrar', 'encerramento confirmado', 'confirmo o encerramento', 'podem fechar'],
};

/** An answer to one question that is plain to see; what it says yes or no to depends on that. */
const yesses = ['yes', 'sí', 'ja', 'oui', 'sim'] as const;
const noes = ['no', 'nein', 'non', 'não'] as const;

/** Whoever is asked to approve may well say that they accept; the question tells what was meant. */
const alike: Readonly<Record<SaidWord, readonly SaidWord[]>> = {
  approve: ['approve', 'accept'],
  accept: ['accept', 'approve'],
  validate: ['validate', 'approve', 'accept'],
  confirm: ['confirm'],
  decline: ['decline', 'reject'],
  reject: ['reject', 'decline'],
};

/** Whether the answer says no: one of them is enough, and a forged one does no harm that cannot be undone. */
export const isNo = (answer: AnswerWord): boolean => answer === 'decline' || answer === 'reject';

/** As lines are compared. */
export const bareLine = (line: string): string =>
  line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘´`]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/^[\s.,;:!¡…*_"“”„«»()[\]–—-]+|[\s.,;:!¡…*_"“”„«»()[\]–—-]+$/g, '')
    .replace(/\s+/g, ' ');

const everyWord = (of: (language: Language) => readonly string[]): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => of(language).map(bareLine)));

const words = Object.fromEntries(
  Object.entries(alike).map(([word, said]) => [word, everyWord((language) => said.flatMap((one) => shipped[language][one]))]),
) as Readonly<Record<SaidWord, ReadonlySet<string>>>;
const closes = everyWord((language) => closing[language]);
const yes: ReadonlySet<string> = new Set(yesses.map(bareLine));
const no: ReadonlySet<string> = new Set(noes.map(bareLine));

/** How a line was meant that is such a word: `plain` ones need a question that is certain. */
export type Meant = { answer: SaidWord; plain: boolean };

/**
 * Which of the answers that were offered a line gives; null where it is not exactly a word for one of them.
 *
 * @param ends whether yes is yes to the end of the ticket
 */
export function meantBy(line: string, offered: readonly AnswerWord[], ends: boolean): Meant | null {
  const said = bareLine(line);
  const open = offered.filter((one): one is SaidWord => one in words);
  if (ends && open.includes('confirm') && closes.has(said)) return { answer: 'confirm', plain: false };
  const named = open.filter((one) => words[one].has(said));
  const [only] = named.length > 0 ? named : open.filter((one) => (isNo(one) ? no : yes).has(said));
  const isCertain = named.length === 1 || (named.length === 0 && only !== undefined && open.filter(sameSide(only)).length === 1);
  if (only === undefined || !isCertain) return null;
  return { answer: only, plain: named.length === 0 || (ends && only === 'confirm') };
}

const sameSide =
  (one: SaidWord) =>
  (other: SaidWord): boolean =>
    isNo(one) === isNo(other);

/** Whether a text has such a word anywhere: its writer may believe that they answered. */
export function hasAnswerWord(text: string): boolean {
  const said = ` ${bareLine(text.replace(/[^\p{L}\p{M}'’]+/gu, ' '))} `;
  return [...Object.values(words), closes].some((set) => [...set].some((word) => said.includes(` ${word} `)));
}

/** Whether a line is such a word, whatever it would answer. */
export function isAnswerWord(line: string): boolean {
  const said = bareLine(line);
  return yes.has(said) || closes.has(said) || Object.values(words).some((set) => set.has(said));
}

/** What a link of ours writes as the first line. */
export function keywordFor(answer: SaidWord, language: string, ends: boolean): string {
  const known = languages.find((one) => one === language) ?? 'en';
  const [word] = ends && answer === 'confirm' ? closing[known] : shipped[known][answer];
  return word ?? answer;
}
