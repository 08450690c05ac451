/** Words before the day somebody is back; they count before those of an end, which may be the last day away. */
export const back = new RegExp(
  `(?<!\\p{L})(?:${[
    // en
    "date of return|return date|(?:my )?return\\s?:|(?:i(?:'ll|’ll| will| shall)? (?:be )?|am |be |we(?:'ll|’ll| will)? (?:be )?|will |and )?(?:back|returning|return|available again|resume work|reachable again)(?: in(?:to)? (?:the )?office| at work| to (?:the )?office| to work)?",
    // de
    'zurück|zurueck|wieder (?:da|erreichbar|im (?:büro|haus|dienst)|für sie da|zu erreichen|persönlich erreichbar)|rückkehr',
    // es
    'vuelvo|volver[ée]|regreso|regresar[ée]|estar[ée] de (?:vuelta|regreso)|me reincorpor(?:o|aré|are)|reincorporaci[óo]n|de vuelta',
    // fr
    'de retour|serai de retour|reviens|retour|je reviendrai',
    // pt
    'volto|voltarei|regresso|regressarei|retorno|retornarei|estarei de volta|de volta',
    // it
    'rientro|rientrer[òo]|torno|torner[òo]|sar[òo] di ritorno|di nuovo (?:disponibile|in ufficio)',
    // nl
    'terug|weer (?:aanwezig|bereikbaar|op kantoor)',
    // sv, no, da, fi
    'tillbaka|åter(?:kommer)?|tilbage|tilbake|palaan|takaisin',
    // pl, cs
    'wracam|wrócę|powr[óo]t|vrátím se|vracím se|zpět',
    // ru, uk
    'вернусь|верн[её]мся|возвращаюсь|выйду на работу|буду (?:на работе|в офисе|на связи)|повернуся|повернусь',
    // tr, el, ro, hu
    'dönüş(?: tarihi)?|επιστρέφω|θα επιστρέψω|revin|mă întorc|visszatérek',
  ].join('|')})`,
  'giu',
);

/** Words before the last day away. */
export const until = new RegExp(
  `(?<!\\p{L})(?:${[
    'until|through|up to and including',
    'bis(?: einschließlich| einschl\\.?| inkl\\.?| zum| incl\\.?)*',
    "hasta|jusqu['’]?(?:au| à| en)?|até|fino|sino|tot(?: en met)?|t/m|tm",
    '(?:fram )?till? (?:och|og) med|t\\.?o\\.?m|fram till|till?|do(?: dnia| dne)?|до|μέχρι|έως|până (?:la|pe|în)|עד|حتى',
  ].join('|')})(?=[\\s.:])|至|直到|截至`,
  'giu',
);

/** "from … to …", "vom … bis …", "del … al …": the second day. */
export const range =
  /(?<!\p{L})(?:from|between|vom|von|desde|del|du|dal|dall['’]|de|do|van|vanaf|från|fra|od|с|з)\s[^\n.!?;]{0,4}?\d[^\n!?;]{0,28}?\s(?:(?:to|and|bis(?: zum)?|al|au|tot(?: en met)?|t\/m|a|ao|à|até|till?(?: (?:och|og) med)?|do|по|до|-|–)\s|all['’])/giu;

/** Words behind the day somebody is back: "Ab dem 12. März bin ich wieder erreichbar". */
export const backBehind =
  /[ \t,]+(?:(?:bin ich|sind wir|ist sie|ist er)[^.!?\n]{0,30}(?:wieder|zurück)|wieder (?:da|erreichbar|im (?:büro|haus|hause|dienst)|für sie da|zu erreichen)|zurück|(?:ben ik|zijn wij|zijn we)[^.!?\n]{0,30}(?:weer|terug)|weer (?:aanwezig|bereikbaar|terug)|terug|(?:estar[ée] |estarei )?(?:de vuelta|de volta)|tarihinde[^.!?\n]{0,30}(?:ofis|iş|dön)|(?:tarihinden )?itibaren)|(?:\s?[(（].[)）])?\s?(?:より|から)[^。\n]{0,20}(?:出社|出勤|復帰|対応|業務)|\s?(?:返回|回到|回来|回來|上班|恢复|復工)|\s?에?\s?(?:복귀|출근)/giu;

/** Words behind the last day away. */
export const untilBehind = /[ \t]+(?:(?:tarihine )?kadar|तक|asti|saakka|-ig)|(?:\s?[(（].[)）])?\s?(?:まで|까지)/giu;

/** What may stand between such words and the day. */
export const filler =
  /^[\s,:(]*(?:(?:the office|a la oficina|al trabajo|au bureau|au travail|à partir du|ao trabalho|ao escritório|a partir de|in ufficio|al lavoro|op kantoor|im büro|im hause|ab dem|on|the|in|wieder|am|ab|dem|den|der|zum|el|la|a la|oficina|día|dia|próximo|proximo|le|du|au|lendemain|em|no|na|o|ao|il|al|dal|giorno|op|de|per|vanaf|from|next|nächsten|kommenden|el próximo|prochain|again|inclusive|einschließlich|incluso|compris|på kontoret|på jobbet|på arbejde|på|igen|igjen|w dniu|dnia|do pracy|do biura|с|з|на работу|в офис|dne|v práci|od|στις|την|pe|la birou)[\s,]+|all['’]\s?)*/iu;

export const weekdays: readonly RegExp[] = [
  /^(?:sunday|sun|sonntag|so|domingo|dom|dimanche|dim|domenica|zondag|zo|söndag|søndag|niedzielę|воскресенье)(?!\p{L})/iu,
  /^(?:monday|mon|montag|mo|lunes|lun|lundi|segunda(?:-feira)?|lunedì|lunedi|maandag|ma|måndag|mandag|poniedziałek|понедельник)(?!\p{L})/iu,
  /^(?:tuesday|tue|tues|dienstag|di|martes|mardi|terça(?:-feira)?|martedì|martedi|dinsdag|tisdag|tirsdag|wtorek|вторник)(?!\p{L})/iu,
  /^(?:wednesday|wed|mittwoch|mi|miércoles|miercoles|mié|mercredi|mer|quarta(?:-feira)?|mercoledì|mercoledi|woensdag|wo|onsdag|środę|среду)(?!\p{L})/iu,
  /^(?:thursday|thu|thur|thurs|donnerstag|do|jueves|jue|jeudi|jeu|quinta(?:-feira)?|giovedì|giovedi|donderdag|torsdag|czwartek|четверг)(?!\p{L})/iu,
  /^(?:friday|fri|freitag|fr|viernes|vie|vendredi|ven|sexta(?:-feira)?|venerdì|venerdi|vrijdag|vr|fredag|piątek|пятницу)(?!\p{L})/iu,
  /^(?:saturday|sat|samstag|sonnabend|sa|sábado|sabado|sáb|samedi|sam|sabato|zaterdag|za|lördag|lørdag|sobotę|субботу)(?!\p{L})/iu,
];

export const tomorrow = /^(?:tomorrow|mañana|demain|amanhã|domani|i ?morgon|i ?morgen|jutro|завтра|yarın|明天|明日)(?!\p{L})/iu;

/** Beginnings of months that clients do not print, by month. */
const months: readonly string[] = [
  'січ led tammi ian ינו',
  'лют úno helmi פבר φεβ',
  'бер bře maalis már מרץ',
  'кві dub huhti ápr אפר απρ',
  'тра kvě touko máj מאי',
  'чер červn kesä jún יוני iun ιουν',
  'лип červenc heinä júl יולי iul ιουλ',
  'сер srp elo אוג αυγ',
  'вер zář syys szept ספט σεπ',
  'жов říj loka אוק οκτ',
  'лис lis marras נוב noi νοε',
  'гру pro joulu דצמ δεκ',
];

/** The number of a month by its name in such a language. */
export const rarerMonth = (word: string): number | undefined => {
  const at = months.findIndex((names) => names.split(' ').some((name) => word.startsWith(name)));
  return at === -1 ? undefined : at + 1;
};
