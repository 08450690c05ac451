/** RFC 3676 §4.3, with the blank that many programs drop, and the rules that lists and some programs use instead. */
export const isSignatureMark = (line: string): boolean =>
  /^(?:-- ?|--\s+|__|_{5,}|—)$/.test(line) || /^--\s?$/.test(line.trimEnd());

/** Words of the devices and programs that sign for their owner. */
const device = '(?:my |mein|mi |mon |ma |meu |minha |mijn |min |the |a |an |our )?';
const footers: readonly RegExp[] = [
  new RegExp(`^(?:sent|posted|written) (?:from|via|by|using|with|on) ${device}[^,.;!?]{2,50}$`, 'iu'),
  /^(?:sent|écrit|enviado|gesendet) (?:from|de|mit|von|desde) [^,.;!?]{0,40}\b(?:iphone|ipad|android|blackberry|mobile|handy|smartphone|galaxy|samsung|huawei|outlook|gmail|yahoo|proton ?mail)\b[^,;!?]{0,40}$/iu,
  /^(?:get|obtenga|obtén|obtener|télécharger|téléchargez|scarica|ottieni|holen sie sich|hol dir|download|hämta|pobierz|obter|obtenha|скачать|outlook for) .{0,12}outlook\b.{0,60}$/iu,
  /^(?:von|aus) (?:meinem|unserem|meiner|der) .{2,40} (?:gesendet|geschickt|verschickt)\b.{0,3}$/iu,
  /^(?:gesendet|verschickt|versendet) (?:mit|von|aus|über) .{2,50}$/iu,
  /^(?:diese nachricht wurde von|dieses e-?mail wurde von) .{2,40}gesendet\.?$/iu,
  /^(?:envoyé|expédié|transmis) (?:de|depuis|à partir|avec|par|via) .{2,50}$/iu,
  /^(?:enviado|enviada|enviado desde) (?:desde|de|do|da|por|con|com|pelo|pela|a partir) .{2,50}$/iu,
  /^(?:inviato|spedito) (?:da|dal|dall'|con|tramite) ?.{2,50}$/iu,
  /^(?:verstuurd|verzonden) (?:vanaf|via|met|vanuit) .{2,50}$/iu,
  /^(?:skickat|sendt|lähetetty|skickades) (?:från|fra|via|med|fra min)? ?.{2,40}$/iu,
  /^(?:wysłane|wysłano|odesláno) (?:z|ze|za pomocą) .{2,40}$/iu,
  /^(?:отправлено|послано) (?:с|из|через) .{2,40}$/iu,
  /^.{2,30}(?:dan|den|umdan|ımdan|imden|ndan|nden) gönderildi\.?$/iu,
  /^.{2,30}(?:から送信|より送信|から送信されました)$/u,
  /^(?:发自|從我的|从我的|發自|来自我的|我的).{1,25}(?:iphone|ipad|华为|手机|發送|发送|邮箱)?.{0,12}$/iu,
  /^.{0,20}से भेजा गया.{0,3}$/u,
  /^(?:أُرسلت|أرسلت|مرسل|تم الإرسال|ارسلت) من .{1,40}$/u,
];

/** A line that a phone or mail program put under the text. */
export function isFooter(line: string): boolean {
  const text = line
    .trim()
    .replace(/[<[(]\s*https?:[^\s>\])]*[>\])]?/g, '')
    .replace(/^[*_]+|[*_]+$/g, '')
    .trim();
  return text.length >= 4 && text.length <= 90 && footers.some((footer) => footer.test(text));
}
