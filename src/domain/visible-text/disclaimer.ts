const legal =
  /confiden[tc]i|vertraulich|riservat|vertrouwelijk|конфиденци|конфіденц|konfident|luottamuksel|poufn|důvěrn|dôvern|bizalmas|confidențial|fortrolig|gizli(?:dir)?(?!\p{L})|privileged|intended (?:solely|only)|εμπιστευτικ|機密|保密|机密|سري(?:ة|ه)?(?!\p{L})|محرمان|गोपनीय|기밀|סודי|bí mật|rahasia/iu;
const about =
  /e-?mail|message|communication|nachricht|mensaje|correo|mensagem|messaggio|courriel|bericht|письм|сообщени|повідомл|meddelande|meddelelse|melding|e-?post|viesti|wiadomoś|zpráv|správ|üzenet|levél|mesaj|ileti|μήνυμα|邮件|郵件|メール|رسالة|الرسالة|پیام|ईमेल|메일|הודעה|thư|pesan/iu;
const whom =
  /recipient|addressee|intended (?:solely|only|for)|destinat[aá]ri|destinataire|empfänger|adressat|geadresseerde|ontvanger|mottagare|mottaker|modtager|adresat|vastaanottaj|příjemc|címzett|destinatarul|получател|адресат|одержувач|alıcı|παραλήπτη|收件人|受信者|宛先|مرسل إليه|متلقي|प्राप्तकर्ता|수신인|수신자|הנמען|người nhận|penerima/iu;
const heading =
  /^[\s*_]*(?:confidentiality(?: notice)?|confidential|disclaimer|legal (?:notice|disclaimer)|privileged|important notice|aviso(?: legal| de confidenciali[dt]ade?)?|confidencial(?:idad|idade)?|cláusula de confidencialidad|advertencia legal|avertissement|confidentialité|haftungsausschluss|vertraulich(?:keitshinweis|keit)?|rechtlicher hinweis|wichtiger hinweis|avviso di riservatezza|riservatezza|nota di riservatezza|klauzula poufności|уведомление о конфиденциальности|yasal uyarı|gizlilik|免责声明|保密声明|重要声明|免責事項|إخلاء (?:ال)?مسؤولية|अस्वीकरण|면책 조항)[\s*_]*[:：.\n–-]/iu;

/** Sentences that nobody writes to a helpdesk. */
const notes: readonly RegExp[] = [
  /not the (?:intended|named|designated) (?:recipient|addressee)|(?:received|receive) this (?:e-?mail|message|communication|transmission).{0,30}(?:in error|by mistake)|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|(?:irrtümlich|versehentlich) erhalten haben.{0,80}(?:vernichten|löschen|absender)/iu,
  /ha(?:ya)? recibido (?:este|el) (?:mensaje|correo).{0,20}por error|(?:n'|n’)êtes pas le destinataire|reçu ce (?:message|courriel).{0,20}par erreur|recebeu esta mensagem.{0,20}por (?:engano|erro)|ricevuto (?:questo|il presente) messaggio.{0,20}per errore/iu,
  /consider the environment before print|think before you print|(?:umwelt|medio ?ambiente|environnement|meio ambiente|ambiente|milieu|miljön|środowisk|окружающ|çevre|环境|環境).{0,60}(?:druck|imprim|stamp|print|skriv|druk|печат|yazdır|打印|列印|印刷)|(?:imprimir|imprimer|stampare|imprimare|yazdır|打印|печат).{0,60}(?:medio ?ambiente|environnement|meio ambiente|ambiente|çevre|环境|окружающ)/iu,
  /virus-?free|virenfrei|libre de virus|garanti sans virus|privo di virus|livre de vírus|virusvrij|virus-?fri|без вирусов|virüs(?:süz| içermez)|absence de virus/iu,
  /(?:checked|scanned|geprüft|gescannt|analizado|comprobado|verificad[oa]|vérifié|analysé|controllat[oa]|gecontroleerd|kontrollerats|sprawdzon|проверен|taran).{0,60}(?:avast|avg|norton|mcafee|kaspersky|eset|sophos|mailscanner|v[ií]rus|вирус|virüs)|(?:virus|viren).{0,40}(?:checked|scanned|geprüft|gescannt|gecontroleerd|kontrollerats|sprawdzon)|(?:scanned|checked) by (?:avast|avg|norton|mailscanner)|this (?:e-?mail|message) has been (?:scanned|checked)/iu,
  /originated (?:from )?outside (?:of )?(?:the|your|our) organi[sz]ation|(?:stammt|kommt) von (?:einem )?(?:externen absender|außerhalb der organisation)/iu,
  /you (?:are receiving|received) this (?:because|message because|e-?mail because)|to unsubscribe/iu,
  /views.{0,60}(?:those of the (?:sender|author)|do not necessarily)/iu,
];

/** Whether a paragraph under a text is a firm's or a scanner's, not the writer's: secrecy, a message and whom it was meant for. */
export const isDisclaimer = (paragraph: string): boolean =>
  notes.some((note) => note.test(paragraph)) ||
  (about.test(paragraph) && (heading.test(paragraph) || (legal.test(paragraph) && whom.test(paragraph))));
