/**
 * Words of thanks, and what people write beside them, by language. Nothing that asks, refuses or tells of trouble stands
 * here: a word on none of these lists makes a mail more than thanks, unless it is written like a name.
 */
const setOf = (lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

export const thanking = setOf([
  'thanks thank thx ty tysm thnx tks tnx cheers appreciated appreciate grateful', // en
  'gracias agradecido agradecida agradezco agradecemos', // es
  'danke dank dankeschön dankeschoen merci vielendank', // de
  'remercie remercions remerciements', // fr
  'obrigado obrigada obg valeu agradeço agradecemos grato grata brigado brigada', // pt
  'grazie ringrazio ringraziamo', // it
  'bedankt dankjewel dankuwel', // nl
  'tack takk tak kiitos kiitoksia kiitti', // sv, no, da, fi
  'dziękuję dzięki dziekuje dzieki dziękujemy děkuji děkujeme díky diky ďakujem vďaka hvala', // pl, cs, sk, hr
  'спасибо благодарю благодарим спс дякую дякуємо', // ru, uk
  'köszönöm köszönjük köszi kösz mulțumesc multumesc mulțumim mersi', // hu, ro
  'teşekkürler teşekkür sağolun sağol tesekkurler tesekkur', // tr
  'ευχαριστώ ευχαριστούμε', // el
  'شكرا شكراً תודה धन्यवाद शुक्रिया', // ar, he, hi
  '감사합니다 고맙습니다 감사해요 고마워요 감사드립니다', // ko
]);

export const beside = setOf([
  // en
  'you very much so a lot bunch ton million again all for your the it its is are was works working worked fine now great perfect good super awesome excellent wonderful help helping quick fast prompt reply response support service time',
  'ok okay got received noted everything well done solved fixed resolved that this hi hello dear team many best kind regards sincerely have nice day weekend evening really ever so truly i we appreciate and to everyone guys both brilliant lovely amazing yes on in my our be can close ticket did trick job',
  // es
  'muchas mil muchísimas de por la el su tu ayuda todo bien ya funciona perfecto perfecta excelente genial hola buenos buenas días dias tardes noches saludos un saludo cordial cordiales respuesta rápida atención recibido vale equipo estimado estimados a ustedes usted está resuelto solucionado arreglado gran apoyo y muy lo le se les pronta ahora correctamente amable quedó pueden puede cerrar',
  // de
  'vielen herzlichen besten schönen schön ihnen dir euch für die schnelle hilfe rückmeldung antwort unterstützung es geht funktioniert jetzt wieder alles gut klar prima toll perfekt top hallo guten tag morgen abend liebe lieber grüße grüsse gruß gruss mit freundlichen freundliche viele schöne beste sehr und ist das hat sich geklappt läuft passt erledigt gelöst behoben ich wir damen herren sehr geehrte geehrter mfg lg vg nochmals auch super kann geschlossen werden',
  // fr
  'beaucoup mille pour votre ton aide réponse rapide bonjour bonsoir cordialement bien à vous toi tout toute est parfait parfaite super excellent ça marche fonctionne maintenant je nous reçu noté la le les cest c bon bonne journée soirée salut encore rapidité et très de résolu réglé équipe l d un grand',
  // pt
  'muito muita pela pelo o ajuda retorno resposta rápida olá oi bom boa dia tarde noite tudo certo deu funcionou funciona funcionando agora perfeito perfeita ótimo excelente atenciosamente abraços abraço att equipe recebido resolvido valeu mesmo suporte atenção e está ok',
  // it
  'mille molte tante per il vostro tuo aiuto tutto a posto ora adesso funziona perfetto perfetta ottimo risolto ricevuto ciao buongiorno buonasera buona giornata cordiali saluti della rapida risposta ancora',
  // nl
  'je jullie u wel hartelijk heel veel voor de het snelle hulp reactie werkt weer nu alles goed top prima opgelost groet groeten vriendelijke met fijn fijne dag en zeer',
  // sv, no, da, fi
  'så mycket det fungerar funkar nu för hjälpen hej allt bra löst för svar vänliga hälsningar tusen mange for hjelpen hjælpen fungerer virker nå alt løst hei hej hilsen mvh det bra fint avusta paljon toimii nyt kaikki kunnossa hyvin hei',
  // pl, cs
  'bardzo działa dziala już juz teraz wszystko jest w porządku ok za pomoc dobrze rozwiązane pozdrawiam serdecznie dzień dobry moc vše už teď funguje vyřešeno pomoc dobrý den pěkný',
  // ru, uk
  'большое огромное вам тебе за помощь все всё работает уже теперь решено помогло получилось отлично хорошо добрый день здравствуйте ваш ответ дуже щиро працює вже допомогу',
  // hu, ro, tr, el
  'szépen nagyon a segítséget működik már most minden rendben üdv üdvözlettel mult pentru ajutor çok ederim ederiz çalışıyor şimdi artık sağ olun tamam her şey yardımınız için iyi günler πολύ λειτουργεί τώρα όλα καλά για τη βοήθεια',
  // ar, he, hi
  'جزيلا جزيلاً لكم لك يعمل الآن تم الحل حل المشكلة רבה לכם לך עובד עכשיו על העזרה बहुत ठीक हो गया है काम कर रहा अब आपका आपकी मदद के लिए',
  // ko
  '정말 너무 대단히 해결되었습니다 해결됐습니다 해결되었어요 잘 됩니다 되네요 네 넵 확인했습니다 도움 빠른 답변 안녕하세요 수고하세요',
]);

/** Trouble, told to be over only where a word of the second list stands in the same phrase. */
export const trouble = setOf(['issue problem problema problème probleem проблема проблему sorun']);
export const over = setOf([
  'solved fixed resolved resuelto solucionado arreglado gelöst behoben erledigt résolu réglé resolvido risolto opgelost löst løst rozwiązany vyřešen решена решили çözüldü',
]);

/** Alone they are written like a name: "Thanks. Worse." */
export const refusing = setOf([
  'no not nope none nothing never worse broken failed fails failing fail error errors wrong urgent asap nein nicht fehler defekt kaputt non pas erreur panne não erro errore niet nee nej nei inte ikke ei nie не нет ні ne nem hayır değil yok لا לא नहीं 안 아직 δεν όχι',
]);

/** Words that ask where they begin what is said: "Help! Thanks". */
export const asking = setOf([
  'help support reply response ayuda apoyo hilfe unterstützung aide ajuda suporte aiuto hulp hjälp помощь допомога yardım',
]);

/** Languages without spaces: each phrase is thanks, or says that it works or that a mail came. */
export const unspaced: readonly (readonly [thanks: boolean, phrase: RegExp])[] = [
  [
    true,
    /^(?:どうも|本当に|誠に|大変|早速の?(?:ご?対応|ご?返信)?|ご?対応(?:いただき)?|ご?連絡(?:いただき)?)?(?:ありがとう|有難う|有り難う)(?:ございます|ございました|です)?$/u,
  ],
  [
    false,
    /^(?:無事に?|おかげさまで)?(?:解決|復旧)(?:し|いたし|でき)ました$|^(?:直り|動き|助かり|使え)ました$|^(?:了解|承知)(?:です|しました|いたしました)$/u,
  ],
  [false, /^(?:いつも)?お世話になって(?:い|お)ります$|^(?:今後とも)?よろしくお願い(?:します|いたします|致します)$/u],
  [
    true,
    /^(?:非常|十分|太|真的|万分|那)?(?:谢谢|感谢|謝謝|感謝|多谢|多謝)(?:你|您|你们|您们|大家|了|啦)?(?:的)?(?:帮助|幫助|支持|回复|回覆)?$/u,
  ],
  [
    false,
    /^(?:问题|問題)?(?:已经|已經|已)?(?:都)?(?:解决|解決|修好|恢复|搞定)(?:了)?$|^(?:现在|現在)?(?:可以|好|正常)了$|^(?:好的|收到|没问题了|您好|你好)$/u,
  ],
];
