/** How out-of-office answers begin, by language. */
const beginnings = [
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
].join('|');

/** What people write above their absence notes by themselves, by language. */
const absences = [
  'auto(?:matic)? ?:',
  'away\\b',
  '[^:]{0,60}\\b(?:is|am|will be|currently) (?:currently |now )?(?:out of (?:the |my )?office|on (?:vacation|holiday|leave|pto)|away)\\b',
  '(?:on )?(?:vacation|holiday|annual leave|parental leave|maternity leave)\\b',
  '(?:estoy )?(?:de vacaciones|ausente)|ausencia',
  '(?:im|ich bin im) urlaub|urlaubs?(?:abwesenheit|meldung|notiz)?\\b',
  "(?:je suis )?(?:en (?:vacances|cong[eé]s?)|absente?\\b)|message d[’']absence",
  '(?:estou )?(?:de|em) f[eé]rias|aus[eê]ncia',
  '(?:sono )?in ferie|assente|assenza',
  'op vakantie|met vakantie|afwezig',
  'semester|p[åa] ferie|lomalla|poissa',
  '(?:jestem )?na urlopie|nieobecno[sś][cć]',
  '(?:я )?в отпуске|отсутств|у відпустці',
  'izin(?:li|de)yim|tatildeyim|yıllık izin',
  '休假|我在休假|外出|休暇|不在|휴가|إجازة|خارج المكتب|छुट्टी|αδεια|απουσία|dovolen[aá]|szabadság',
].join('|');

const replyMarks = '(?:(?:re|aw|sv|vs|antw|odp|res|ynt|回复|答复|返信)\\s?[:：]\\s*)*';
const automatic = new RegExp(`^${replyMarks}(?:${beginnings}|${absences})`, 'iu');
const programs = new RegExp(`^(?:${beginnings})[^:：]{0,30}[:：]`, 'iu');

/** Whether a subject is one that an absence note bears. Proof only of a mail without return path. */
export const isAutomaticSubject = (subject: string): boolean => automatic.test(subject.slice(0, 200));

/** Whether a subject is as a program writes it, "Automatic reply: …": not about such answers, nor an answer to one. */
export const isProgramSubject = (subject: string): boolean => programs.test(subject.slice(0, 200));

const challenge =
  /(?:confirm|verify) your (?:e-?mail|message)|your (?:e-?mail|message) (?:to .{1,60} )?(?:requires|needs) (?:confirmation|verification)|please confirm your message|antispam uol|confirma[cç][aã]o do e-?mail|sender verification|boxtrapper|anfrage zur (?:absender)?best[aä]tigung/iu;

const asking =
  /only (?:accept|allow|receive)[^.]{0,60} from (?:senders|people) (?:I|who)|senders I have approved|(?:verify|prove|confirm)(?:ing)? (?:that )?you are (?:a |not )|verify that you are|held because[^.]{0,60} not (?:been )?(?:verified|confirmed)|(?:click|follow|reply)[^.]{0,60} (?:to|and) (?:verify|confirm|release|be added to)/iu;

/** Whether an automatic mail's text asks that. */
export const isChallengeText = (text: string): boolean => asking.test(text.slice(0, 3_000));

/** Whether a subject asks the sender to prove that a person wrote. */
export const isChallengeSubject = (subject: string): boolean => challenge.test(subject.slice(0, 200));
