/** What a mail was written on or with; regex source. Without one of these, few lines say only that they were sent. */
export const devices = [
  'i-?phon\\p{L}*|i-?pad|i-?pod|i-?os|айфон\\p{L}*|אייפון|android\\p{L}*|black ?berry|galaxy|samsung|huawei|honor|xiaomi|redmi|oneplus|pixel|nokia|htc|lumia|motorola|windows(?: phone)?|mac',
  'outlook\\p{L}*|gmail|yahoo!?|aol|proton ?mail|mail\\.ru|yandex|яндекс|gmx|web\\.de|telekom|orange|libero|qq|网易|邮箱|邮件|zoho|airmail|spark|spike|canary|boxer|superhuman|blue ?mail|typeapp|nine|k-9|thunderbird|mailbird|newton',
  'smart-?phone\\p{L}*|smartfon\\p{L}*|mobil\\p{L}*|handy|cell(?:ular)?|celular|móvil|phone|tablet|téléphone|appareil|dispositi[vt]o\\p{L}*|toestel|telefon\\p{L}*|gerät|cihaz\\p{L}*',
  'почт\\p{L}*|телефон\\p{L}*|смартфон\\p{L}*|手机|手機|华为|小米|携帯|スマートフォン|هاتف\\p{L}*|جهازي|הטלפון|correo|courrier|posta|email para|e-?mail app|mail app|mail for|mail für|mail voor|mail orange|yahoo!?メール',
].join('|');

/** "Sent from", where it begins such a line. */
export const sentBefore = [
  'sent|posted|written|gesendet|verschickt|versendet|geschrieben|enviado|enviada|envoyé|expédié|écrit|inviato|spedito|scritto|verstuurd|verzonden|geschreven',
  'skickat|skickades|sendt|lähetetty|wysłane|wysłano|odesláno|odoslané|elküldve|trimis|poslano|отправлено|послано|надіслано|відправлено|στάλθηκε|εστάλη',
  '发自|發自|发送自|來自|来自|从我的|從我的|أُرسلت|أرسلت|ارسلت|مرسل|مُرسل|تم الإرسال|ارسال|נשלח|gửi từ|dikirim|ส่งจาก|von|aus|från|fra',
].join('|');

/** The same, where it ends one. */
export const sentBehind =
  'gesendet|verschickt|geschickt|gönderildi|gönderilmiştir|から送信|より送信|から送信されました|发送|發送|传送|傳送|寄出|से भेजा गया|에서 보냄|에서 보냈습니다';

/** "Get Outlook for …". */
export const get = [
  'get|download|try|install|holen sie sich|hol dir|laden sie|herunterladen|obtenga|obtén|obtener|consigue|descargar|obtenir|téléchargez|télécharger',
  'obter o|obter|obtenha|baixe|ottieni|scarica|downloaden|hämta|skaffa|hent|få|hanki|lataa|pobierz aplikację|pobierz|získejte|stáhnout|letöltés|obțineți|скачать|получить|завантажити',
  'edinin|indirin|入手する|を入手|入手|获取|獲取|取得|下载|下載|다운로드|प्राप्त करें|احصل على|הורד את|λήψη|αποκτήστε',
].join('|');

/** Why there may be mistakes in it. */
export const excuse =
  '(?:(?:so )?(?:please |pls )?(?:excuse|pardon|forgive|ignore)|sorry for|apologies for|(?:bitte )?entschuldig|disculp|perd[oó]n|désolé|excusez|desculp|scus[ai]|przepraszam|извините|простите)';
