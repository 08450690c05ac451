/** How out-of-office answers begin, by language; compared at the start, behind reply marks. */
const automatic = new RegExp(
  `^(?:(?:re|aw|sv|vs|antw|odp|res|ynt)\\s?:\\s*)*(?:${[
    'auto(?:matic|mated)?[ -]?(?:reply|response|answer)',
    'auto[ -]?(?:respuesta|resposta|risposta)',
    'out of (?:the )?office',
    'vacation (?:reply|notice|response)',
    'away from (?:my|the) (?:mail|desk|office)',
    'respuesta autom[aá]tica',
    'fuera de (?:la )?oficina',
    'automatische antwort',
    '(?:automatische )?abwesenheits(?:notiz|nachricht|assistent|meldung)',
    'abwesend',
    'r[eé]ponse automatique',
    'absence du bureau',
    'absent(?:e)? du bureau',
    'resposta autom[aá]tica',
    'fora do (?:escrit[oó]rio)',
    'risposta automatica',
    'fuori sede',
    'automatisch antwoord',
    'automatische (?:beantwoording|reactie)',
    'niet aanwezig',
    'afwezigheids(?:bericht|assistent)',
    'automatiskt svar',
    'autosvar',
    'automatisk svar',
    'frånvaro',
    'automaattinen vastaus',
    'odpowied[zź] automatyczna',
    'automatyczna odpowied[zź]',
    'автоматический ответ',
    'автоответ',
    'автоматична відповідь',
    'otomatik (?:yanıt|cevap)',
    'ofis dışında',
    '自動回覆|自动回复|自動答覆|自动答复',
    '自動応答|自動返信|不在通知',
    '자동 ?회신|부재 ?중',
    'स्वचालित (?:उत्तर|जवाब)',
    'الرد التلقائي|رد تلقائي',
    'automatick[aá] odpov[eě][dď]',
    'automatikus válasz',
    'r[aă]spuns automat',
    'αυτόματη απάντηση',
    'מענה אוטומטי|תשובה אוטומטית',
  ].join('|')})`,
  'iu',
);

/** Whether a subject is one that an out-of-office program gives. Proof only together with another mark. */
export const isAutomaticSubject = (subject: string): boolean => automatic.test(subject.slice(0, 200));

const challenge =
  /(?:confirm|verify) your (?:e-?mail|message)|your (?:e-?mail|message) (?:to .{1,60} )?(?:requires|needs) (?:confirmation|verification)|please confirm your message|antispam uol|confirma[cç][aã]o do e-?mail|sender verification|boxtrapper|anfrage zur (?:absender)?best[aä]tigung/iu;

/** Whether a subject asks the sender to prove that a person wrote. */
export const isChallengeSubject = (subject: string): boolean => challenge.test(subject.slice(0, 200));
