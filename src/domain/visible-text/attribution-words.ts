/** "wrote", as mail programs say it before or behind the name; regex source, longer forms before their beginnings. */
export const verbs = [
  'wrote as follows|wrote|writes|sent|said', // en
  'hat folgendes geschrieben|folgendes geschrieben|geschrieben|schrieben sie|schrieb', // de
  'ha escrito|escribió|escribio', // es
  'a écrit|a ecrit|écrit|écrivait|nous a dit', // fr
  'escreveu|escreveram', // pt
  'ha scritto|scrisse|scritto', // it
  'het volgende geschreven|geschreven|schreef', // nl
  'skrev følgende|skrev', // sv, da, no
  'napisał\\(a\\)|napisała|napisał|napisal|nadesłał|pisze', // pl
  'napsal\\(a\\)|napsala|napsal|napísal\\(a\\)|napísala|napísal', // cs, sk
  'ezt írta|írta', // hu
  'a scris', // ro
  'написал\\(а\\)|написала|написал|пишет|писал|писала', // ru
  'написав\\(ла\\)|написав|пише|написа', // uk, bg
  'napisao je|napisala je|je napisao|je napisala|je napisal', // hr, sr, sl
  'şunları yazdı|şunu yazdı|şöyle yazdı|yazdı', // tr
  'kirjoitti|kirjutas|rakstīja|rašė', // fi, et, lv, lt
  'έγραψε|đã viết|menulis', // el, vi, id
  'כתב/ה|כתבה|כתב', // he
  'تمت كتابة ما يلي بواسطة|كتبت|كتب|نوشت', // ar, fa
  'ने लिखा|लिखा|เขียนว่า', // hi, th
  '写道|寫道|撰写|书写', // zh
  'さんは書きました|が書きました|書きました|のメール|のメッセージ', // ja
  '님이 작성하였습니다|님이 작성|작성|님이 쓴 글', // ko
].join('|');

/** How such a line begins, before its date; regex source. */
export const openers = [
  'on|at|in message|posted by',
  'am|el|le|em|no dia|il giorno|il|in data|in data odierna|op|den|på',
  'w dniu|dnia|wiadomość napisana przez|dne|dňa|în|la data de|a\\(z\\)|na',
  'vào|pada tanggal|pada|missatge de|v|u',
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)',
  'в|на|στις|ο|בתאריך|ב',
  'بتاريخ|في|با|در تاریخ|ในวันที่',
  '在|于|於',
].join('|');

/** Who "wrote" in a sentence of one's own. */
export const pronouns =
  'i|you|he|she|we|they|it|who|ich|du|er|sie|wir|ihr|es|man|je|tu|il|elle|on|nous|vous|ils|elles|yo|él|ella|nosotros|ellos|usted|eu|ele|ela|nós|eles|você|lui|lei|io|noi|loro|ik|jij|hij|zij|we|wij|u|jag|han|hon|vi|de|ni|ja|on|ona|my|oni|я|он|она|мы|вы|они|ben|o|biz|siz|onlar';

/** What Horde and its like put before the quoted writer's name: no date, so marked lines must follow. */
export const quoting =
  'quoting|zitat von|citeren|citando|citando a|citation de|citation|en réponse à|mensaje citado por|mensagem citada de|citat från|cytowanie|cytat|citace|citování|citát|цитирую|цитата|ai citit';
