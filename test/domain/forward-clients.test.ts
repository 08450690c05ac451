import { describe, expect, test } from 'vitest';
import { printedDate } from '../../src/domain/forward/printed-date.ts';
import { readForward } from '../../src/domain/forward/read-forward.ts';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';
import { aMail } from './parts.ts';

const text = 'Tray 2 smokes.\n\nPlease send somebody.';

/** Headers of forwards as mail programs write them: program and language, the mail's subject, what it copied. */
const forwards: readonly (readonly [string, string, string])[] = [
  [
    'Gmail, en',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFrom: Jane Roe <jane@globex.example>\nDate: Mon, Mar 2, 2026 at 10:05 AM\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, en, bold name',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFrom: *Jane Roe* <jane@globex.example>\nDate: Mon, 2 Mar 2026 at 10:05\nSubject: Printer\nTo: Maria <maria@acme.example>, <bob@acme.example>\nCc: <a@b.example>\n\n',
  ],
  [
    'Gmail, de',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nVon: Jane Roe <jane@globex.example>\nDate: Mo., 2. März 2026 um 10:05 Uhr\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, fr',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nDe : Jane Roe <jane@globex.example>\nDate: lun. 2 mars 2026 à 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, es',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nDe: Jane Roe <jane@globex.example>\nDate: lun, 2 mar 2026 a las 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, pt-BR',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nDe: Jane Roe <jane@globex.example>\nDate: seg., 2 de mar. de 2026 às 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, it',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nDa: Jane Roe <jane@globex.example>\nDate: lun 2 mar 2026 alle ore 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, nl',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nVan: Jane Roe <jane@globex.example>\nDate: ma 2 mrt 2026 om 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, sv',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFrån: Jane Roe <jane@globex.example>\nDate: mån 2 mars 2026 kl 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, da',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFra: Jane Roe <jane@globex.example>\nDate: man. 2. mar. 2026 kl. 10.05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, fi',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nLähettäjä: Jane Roe <jane@globex.example>\nDate: ma 2. maalisk. 2026 klo 10.05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, pl',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nOd: Jane Roe <jane@globex.example>\nDate: pon., 2 mar 2026 o 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, cs',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nOd: Jane Roe <jane@globex.example>\nDate: po 2. 3. 2026 v 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, hu',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFeladó: Jane Roe <jane@globex.example>\nDate: 2026. márc. 2., H, 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, ro',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nDe la: Jane Roe <jane@globex.example>\nDate: lun., 2 mar. 2026 la 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, ru',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nОт: Jane Roe <jane@globex.example>\nDate: пн, 2 мар. 2026 г. в 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, uk',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nВід: Jane Roe <jane@globex.example>\nDate: пн, 2 бер. 2026 р. о 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, tr',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nGönderen: Jane Roe <jane@globex.example>\nDate: 2 Mar 2026 Pzt, 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, ja',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFrom: Jane Roe <jane@globex.example>\nDate: 2026年3月2日(月) 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, zh-CN',
    'Fwd: Printer',
    '---------- Forwarded message ---------\n发件人： Jane Roe <jane@globex.example>\nDate: 2026年3月2日周一 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, ko',
    'Fwd: Printer',
    '---------- Forwarded message ---------\n보낸사람: Jane Roe <jane@globex.example>\nDate: 2026년 3월 2일 (월) 오전 10:05\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, hi',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nFrom: Jane Roe <jane@globex.example>\nDate: सोम, 2 मार्च 2026, 10:05 am\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail, ar',
    'Fwd: Printer',
    '---------- Forwarded message ---------\nمن: \u202aJane Roe\u202c\u200f <\u202ajane@globex.example\u202c\u200f>\nDate: الاثنين، 2 مارس 2026 في 10:05 ص\nSubject: Printer\nTo: <maria@acme.example>\n\n',
  ],
  [
    'Gmail of old, es',
    'Fwd: Printer',
    '---------- Mensaje reenviado ----------\nDe: Jane Roe <jane@globex.example>\nFecha: 2 de marzo de 2026, 10:05\nAsunto: Printer\nPara: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, en',
    'Fwd: Printer',
    'Begin forwarded message:\n\nFrom: Jane Roe <jane@globex.example>\nSubject: Printer\nDate: 2 March 2026 at 10:05:00 GMT\nTo: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, en, quoted',
    'Fwd: Printer',
    '> Begin forwarded message:\n>\n> From: Jane Roe <jane@globex.example>\n> Subject: Printer\n> Date: 2 March 2026 at 10:05:00 UTC\n> To: maria@acme.example\n> Reply-To: x@y.example\n>\n',
  ],
  [
    'Apple Mail, en, text quoted',
    'Fwd: Printer',
    'Begin forwarded message:\n\n> From: Jane Roe <jane@globex.example>\n> Subject: Printer\n> Date: 2 March 2026 at 12:05:00 GMT+2\n> To: maria@acme.example\n>\n',
  ],
  [
    'Apple Mail, de',
    'Fwd: Printer',
    'Anfang der weitergeleiteten Nachricht:\n\nVon: Jane Roe <jane@globex.example>\nBetreff: Printer\nDatum: 2. März 2026 um 11:05:00 MEZ\nAn: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, fr',
    'Fwd: Printer',
    '> Début du message réexpédié :\n>\n> De: Jane Roe <jane@globex.example>\n> Objet: Printer\n> Date: 2 mars 2026 à 13:05:00 UTC+3\n> À: maria@acme.example\n>\n',
  ],
  [
    'iPhone, fr',
    'Fwd: Printer',
    'Début du message transféré :\n\nDe: Jane Roe <jane@globex.example>\nDate: 2 mars 2026 à 10:05:00 UTC\nÀ: maria@acme.example\nObjet: Printer\n\n',
  ],
  [
    'Apple Mail, es',
    'Fwd: Printer',
    'Inicio del mensaje reenviado:\n\nDe: Jane Roe <jane@globex.example>\nAsunto: Printer\nFecha: 2 de marzo de 2026, 10:05:00 GMT\nPara: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, pt-BR',
    'Fwd: Printer',
    'Início da mensagem encaminhada:\n\nDe: Jane Roe <jane@globex.example>\nAssunto: Printer\nData: 2 de março de 2026 10:05:00 GMT\nPara: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, it',
    'Fwd: Printer',
    'Inizio messaggio inoltrato:\n\nDa: Jane Roe <jane@globex.example>\nOggetto: Printer\nData: 2 marzo 2026 alle ore 11:05:00 CET\nA: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, nl',
    'Fwd: Printer',
    'Begin doorgestuurd bericht:\n\nVan: Jane Roe <jane@globex.example>\nOnderwerp: Printer\nDatum: 2 maart 2026 om 11:05:00 CET\nAan: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, sv',
    'Fwd: Printer',
    'Vidarebefordrat mejl:\n\nFrån: Jane Roe <jane@globex.example>\nÄmne: Printer\nDatum: 2 mars 2026 11:05:00 CET\nTill: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, da',
    'Fwd: Printer',
    '> Start på videresendt besked:\n>\n> Fra: Jane Roe <jane@globex.example>\n> Emne: Printer\n> Dato: 2. marts 2026 kl. 11.05.00 CET\n> Til: maria@acme.example\n>\n',
  ],
  [
    'Apple Mail, pl',
    'Fwd: Printer',
    'Początek przekazywanej wiadomości:\n\nOd: Jane Roe <jane@globex.example>\nTemat: Printer\nData: 2 marca 2026 o 11:05:00 CET\nDo: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, ru',
    'Fwd: Printer',
    '> Начало переадресованного сообщения:\n>\n> Отправитель: Jane Roe <jane@globex.example>\n> Тема: Printer\n> Дата: 2 марта 2026 г. в 13:05:00 GMT+3\n> Кому: maria@acme.example\n>\n',
  ],
  [
    'Apple Mail, tr',
    'Fwd: Printer',
    '> İleti başlangıcı:\n>\n> Kimden: Jane Roe <jane@globex.example>\n> Konu: Printer\n> Tarih: 2 Mart 2026 13:05:00 GMT+3\n> Kime: maria@acme.example\n>\n',
  ],
  [
    'Apple Mail, ja',
    'Fwd: Printer',
    '転送されたメッセージ:\n\n差出人: Jane Roe <jane@globex.example>\n件名: Printer\n日付: 2026年3月2日 19:05:00 JST\n宛先: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, zh-CN',
    'Fwd: Printer',
    '下面是被转发的邮件：\n\n发件人: Jane Roe <jane@globex.example>\n主题: Printer\n日期: 2026年3月2日 GMT+8 18:05:00\n收件人: maria@acme.example\n\n',
  ],
  [
    'Apple Mail, ar',
    'Fwd: Printer',
    'بدء الرسالة المعاد توجيهها:\n\nمن: Jane Roe <jane@globex.example>\nالموضوع: Printer\nالتاريخ: ٢ مارس ٢٠٢٦ ١٠:٠٥:٠٠ ص غرينتش\nإلى: maria@acme.example\n\n',
  ],
  [
    'Outlook, en',
    'FW: Printer',
    'From: Jane Roe <jane@globex.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria Lopez <maria@acme.example>\nSubject: Printer\n\n',
  ],
  [
    'Outlook on the web',
    'Fw: Printer',
    '________________________________\nFrom: Jane Roe <jane@globex.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria Lopez <maria@acme.example>\nSubject: Printer\n\n',
  ],
  [
    'Outlook, en, plain marks',
    'FW: Printer',
    '*From:* Jane Roe <jane@globex.example>\n*Sent:* Monday, March 2, 2026 10:05 AM\n*To:* Maria Lopez\n*Subject:* Printer\n\n',
  ],
  [
    'Outlook, mail address twice',
    'FW: Printer',
    'From: Jane Roe <jane@globex.example<mailto:jane@globex.example>>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria <maria@acme.example<mailto:maria@acme.example>>\nSubject: Printer\n\n',
  ],
  [
    'Outlook, de',
    'WG: Printer',
    'Von: Jane Roe <jane@globex.example>\nGesendet: Montag, 2. März 2026 10:05\nAn: Maria Lopez\nCc: Bob\nBetreff: Printer\n\n',
  ],
  [
    'Outlook, es',
    'RV: Printer',
    'De: Jane Roe <jane@globex.example>\nEnviado el: lunes, 2 de marzo de 2026 10:05\nPara: Maria Lopez\nAsunto: Printer\n\n',
  ],
  [
    'Outlook, fr',
    'TR: Printer',
    'De : Jane Roe <jane@globex.example>\nEnvoyé : lundi 2 mars 2026 10:05\nÀ : Maria Lopez\nObjet : Printer\n\n',
  ],
  [
    'Outlook, pt',
    'ENC: Printer',
    'De: Jane Roe <jane@globex.example>\nEnviada em: segunda-feira, 2 de março de 2026 10:05\nPara: Maria Lopez\nAssunto: Printer\n\n',
  ],
  [
    'Outlook, it',
    'I: Printer',
    'Da: Jane Roe <jane@globex.example>\nInviato: lunedì 2 marzo 2026 10:05\nA: Maria Lopez\nOggetto: Printer\n\n',
  ],
  [
    'Outlook, nl',
    'FW: Printer',
    'Van: Jane Roe <jane@globex.example>\nVerzonden: maandag 2 maart 2026 10:05\nAan: Maria Lopez\nOnderwerp: Printer\n\n',
  ],
  [
    'Outlook, sv',
    'VB: Printer',
    'Från: Jane Roe <jane@globex.example>\nSkickat: den 2 mars 2026 10:05\nTill: Maria Lopez\nÄmne: Printer\n\n',
  ],
  [
    'Outlook, fi',
    'VL: Printer',
    'Lähettäjä: Jane Roe <jane@globex.example>\nPäivämäärä: maanantai 2. maaliskuuta 2026 klo 10.05\nVastaanottaja: Maria Lopez\nAihe: Printer\n\n',
  ],
  [
    'Outlook, no',
    'Videresend: Printer',
    'Fra: Jane Roe <jane@globex.example>\nDato: mandag 2. mars 2026 kl. 10:05\nTil: Maria Lopez\nEmne: Printer\n\n',
  ],
  [
    'Outlook, pl',
    'PD: Printer',
    'Od: Jane Roe <jane@globex.example>\nWysłano: poniedziałek, 2 marca 2026 10:05\nDo: Maria Lopez\nTemat: Printer\n\n',
  ],
  [
    'Outlook, cs',
    'FW: Printer',
    'Od: Jane Roe <jane@globex.example>\nDatum: pondělí 2. března 2026 10:05\nKomu: Maria Lopez\nPředmět: Printer\n',
  ],
  [
    'new Outlook, hu, no blank',
    'FW: Printer',
    'Feladó: Jane Roe <jane@globex.example>\nDátum: hétfő, 2026. március 2. 10:05\nCímzett: Maria <maria@acme.example>\nMásolatot kap: Bob <b@b.example>\nTárgy: Printer\n',
  ],
  [
    'Outlook, ru',
    'FW: Printer',
    'От: Jane Roe <jane@globex.example>\nОтправлено: понедельник, 2 марта 2026 г. 10:05\nКому: Maria Lopez\nТема: Printer\n\n',
  ],
  [
    'Outlook, tr',
    'İLT: Printer',
    'Kimden: Jane Roe <jane@globex.example>\nGönderildi: 2 Mart 2026 Pazartesi 10:05\nKime: Maria Lopez\nKonu: Printer\n\n',
  ],
  [
    'Outlook, ja',
    'FW: Printer',
    '差出人: Jane Roe <jane@globex.example>\n送信日時: 2026年3月2日 10:05\n宛先: Maria Lopez\n件名: Printer\n\n',
  ],
  [
    'Outlook, zh-CN',
    '转发: Printer',
    '发件人: Jane Roe <jane@globex.example>\n发送时间: 2026年3月2日 10:05\n收件人: Maria Lopez\n主题: Printer\n\n',
  ],
  [
    'Outlook, zh-TW',
    '轉寄: Printer',
    '寄件者: Jane Roe <jane@globex.example>\n寄件日期: 2026年3月2日 上午 10:05\n收件者: Maria Lopez\n主旨: Printer\n\n',
  ],
  [
    'Outlook, hi',
    'FW: Printer',
    'प्रेषक: Jane Roe <jane@globex.example>\nभेजा गया: 2 मार्च 2026 10:05\nप्रति: Maria Lopez\nविषय: Printer\n\n',
  ],
  [
    'Outlook, ar',
    'FW: Printer',
    'من: Jane Roe <jane@globex.example>\nتم الإرسال: 02 مارس 2026 10:05 ص\nإلى: Maria Lopez\nالموضوع: Printer\n\n',
  ],
  ['Outlook for Mac, de', 'WG: Printer', 'Am 02/03/2026, 10:05 schrieb "Jane Roe" <jane@globex.example>:\n\n'],
  ['Outlook for Mac, en', 'FW: Printer', 'On 02/03/2026, 10:05, "Jane Roe" <jane@globex.example> wrote:\n\n'],
  ['Outlook for Mac, fi', 'FW: Printer', 'Jane Roe <jane@globex.example> kirjoitti 02/03/2026 10.05:\n\n'],
  ['Outlook for Mac, tr', 'FW: Printer', '"Jane Roe" <jane@globex.example>, 02/03/2026 10:05 tarihinde şunu yazdı:\n\n'],
  [
    'Thunderbird, en',
    'Fwd: Printer',
    '-------- Forwarded Message --------\nSubject: \tPrinter\nDate: \tMon, 2 Mar 2026 10:05:00 +0000\nFrom: \tJane Roe <jane@globex.example>\nTo: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, de',
    'Fwd: Printer',
    '-------- Weitergeleitete Nachricht --------\nBetreff: \tPrinter\nDatum: \tMon, 2 Mar 2026 11:05:00 +0100\nVon: \tJane Roe <jane@globex.example>\nAn: \tmaria@acme.example\nKopie (CC): \tBob <b@b.example>\n\n\n\n',
  ],
  [
    'Thunderbird, fr',
    'Fwd: Printer',
    '-------- Message transféré --------\nSujet : \tPrinter\nDate : \tMon, 2 Mar 2026 10:05:00 +0000\nDe : \tJane Roe <jane@globex.example>\nPour : \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, it',
    'Fwd: Printer',
    '-------- Messaggio Inoltrato --------\nOggetto: \tPrinter\nData: \tMon, 2 Mar 2026 10:05:00 +0000\nMittente: \tJane Roe <jane@globex.example>\nA: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, pl',
    'Fwd: Printer',
    '--- Treść przekazanej wiadomości ---\nTemat: \tPrinter\nData: \tMon, 2 Mar 2026 10:05:00 +0000\nNadawca: \tJane Roe <jane@globex.example>\nAdresat: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, fi',
    'Fwd: Printer',
    '-------- Välitetty viesti / Fwd.Msg --------\nAihe: \tPrinter\nPäiväys: \tMon, 2 Mar 2026 10:05:00 +0000\nLähettäjä: \tJane Roe <jane@globex.example>\nVastaanottaja: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, ru',
    'Fwd: Printer',
    '-------- Перенаправленное сообщение --------\nТема: \tPrinter\nДата: \tMon, 2 Mar 2026 10:05:00 +0000\nОт: \tJane Roe <jane@globex.example>\nКому: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, tr',
    'Fwd: Printer',
    '-------- İletilen İleti --------\nKonu: \tPrinter\nTarih: \tMon, 2 Mar 2026 10:05:00 +0000\nKimden: \tJane Roe <jane@globex.example>\nKime: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Thunderbird, zh',
    'Fwd: Printer',
    '-------- 转发的消息 --------\n主题: \tPrinter\n日期: \tMon, 2 Mar 2026 10:05:00 +0000\n发件人: \tJane Roe <jane@globex.example>\n收件人: \tmaria@acme.example\n\n\n\n',
  ],
  [
    'Yahoo, en',
    'Fw: Printer',
    '   ----- Forwarded Message ----- From: Jane Roe <jane@globex.example>To: "maria@acme.example" <maria@acme.example>Sent: Monday, March 2, 2026 at 10:05:00 AM GMTSubject: Printer\n ',
  ],
  [
    'Yahoo, de',
    'Fw: Printer',
    '   ----- Weitergeleitete Nachricht ----- Von: Jane Roe <jane@globex.example>An: "maria@acme.example" <maria@acme.example>CC: Bob <b@b.example>Gesendet: Montag, 2. März 2026, 11:05:00 MEZBetreff: Printer\n ',
  ],
  [
    'Yahoo, pl',
    'Fw: Printer',
    '   ----- Przekazana wiadomość ----- Od: Jane Roe <jane@globex.example>Do: "maria@acme.example" <maria@acme.example>Wysłano: poniedziałek, 2 marca 2026, 11:05:00 CETTemat: Printer\n ',
  ],
  [
    'Yahoo, tr',
    'Fw: Printer',
    '   ----- İletilmiş Mesaj ----- Kimden: Jane Roe <jane@globex.example>Kime: "maria@acme.example" <maria@acme.example>Gönderilen: 2 Mart 2026 Pazartesi 11:05:00 GMT+1Konu: Printer\n ',
  ],
  [
    'Yahoo, several lines',
    'Fw: Printer',
    '----- Forwarded Message -----\nFrom: Jane Roe <jane@globex.example>\nTo: "maria@acme.example" <maria@acme.example>\nSent: Monday, March 2, 2026 at 10:05:00 AM GMT\nSubject: Printer\n\n',
  ],
  [
    'HubSpot, ja',
    'Fwd: Printer',
    '---------- メッセージを転送 ---------\n送信元：Jane Roe <jane@globex.example>\n日付：2026年3月2日月曜日 10:05:00 +0000\n件名：Printer\n送信先：maria@acme.example\n\n',
  ],
  [
    'IONOS',
    'Fwd: Printer',
    '> ---------- Original Message ----------\n> From: Jane Roe <jane@globex.example>\n> To: "maria@acme.example" <maria@acme.example>\n> Date: 03/02/2026 10:05 AM GMT\n> Subject: Printer\n>  \n>  \n',
  ],
  [
    'MailMate',
    'Fwd: Printer',
    'Forwarded message:\n\n> From: Jane Roe <jane@globex.example>\n> To: maria@acme.example\n> Subject: Printer\n> Date: Mon, 2 Mar 2026 10:05:00 +0000\n>\n',
  ],
  [
    'Zoho',
    'Fwd: Printer',
    '============ Forwarded message ============\nFrom: Jane Roe <jane@globex.example>\nTo: "maria"<maria@acme.example>\nDate: Mon, 02 Mar 2026 10:05:00 +0000\nSubject: Printer\n============ Forwarded message ============\n\n',
  ],
  [
    'Proton',
    'Fw: Printer',
    '------- Forwarded Message -------\nFrom: Jane Roe <jane@globex.example>\nDate: On Monday, March 2nd, 2026 at 10:05 AM\nSubject: Printer\nTo: maria@acme.example\n\n\n> ',
  ],
  [
    'Notes',
    'Fw: Printer',
    '----- Forwarded by Maria Lopez/ACME on 03/03/2026 09:00 AM -----\n\nFrom:        Jane Roe <jane@globex.example>\nTo:        maria@acme.example\nDate:        03/02/2026 10:05 AM\nSubject:        Printer\n\n\n\n',
  ],
  [
    'Notes, de',
    'WG: Printer',
    '----- Weitergeleitet von Maria Lopez/ACME am 03.03.2026 09:00 -----\n\nVon:        Jane Roe <jane@globex.example>\nAn:        maria@acme.example\nDatum:        02.03.2026 10:05\nBetreff:        Printer\n\n\n\n',
  ],
  [
    'Samsung',
    'Fwd: Printer',
    '-------- Original message --------\nFrom: Jane Roe <jane@globex.example>\nDate: 02/03/2026 10:05 (GMT+00:00)\nTo: maria@acme.example\nSubject: Printer\n\n',
  ],
  [
    'QQ',
    '转发：Printer',
    '------------------ 原始邮件 ------------------\n发件人: "Jane Roe" <jane@globex.example>;\n发送时间: 2026年3月2日(星期一) 上午10:05\n收件人: "maria"<maria@acme.example>;\n主题: Printer\n\n',
  ],
  [
    '163',
    '转发：Printer',
    '-------- 转发邮件信息 --------\n发件人："Jane Roe" <jane@globex.example>\n发送日期：2026-03-02 10:05:00\n收件人：maria@acme.example\n主题：Printer\n',
  ],
  [
    'NetEase',
    'Fwd: Printer',
    '---- 转发的邮件 ----\n| 发件人 | Jane Roe<jane@globex.example> |\n| 日期 | 2026年03月02日 10:05 |\n| 收件人 | maria@acme.example |\n| 主题 | Printer |\n',
  ],
  [
    'Mail.ru',
    'Fwd: Printer',
    '-------- Пересылаемое сообщение --------\nОт: Jane Roe <jane@globex.example>\nКому: maria@acme.example\nДата: Понедельник, 2 марта 2026, 13:05 +03:00\nТема: Printer\n\n',
  ],
  [
    'Yandex',
    'Fwd: Printer',
    '-------- Пересылаемое сообщение --------\n02.03.2026, 10:05, "Jane Roe" <jane@globex.example>:\n\n',
  ],
  [
    'GMX',
    'Fw: Printer',
    'Gesendet: Montag, 02. März 2026 um 10:05 Uhr\nVon: "Jane Roe" <jane@globex.example>\nAn: maria@acme.example\nBetreff: Printer\n\n',
  ],
  [
    'Roundcube',
    'Fwd: Printer',
    '-------- Original Message --------\nSubject: Printer\nDate: 2026-03-02 10:05\nFrom: Jane Roe <jane@globex.example>\nTo: maria@acme.example\n\n',
  ],
];

/** Clients that print no zone mean their own; those of this table with one other than GMT say the same instant. */
const instant = Date.UTC(2026, 2, 2, 10, 5);

describe('forwards', () => {
  test.each(forwards)('%s: %s', (client, subject, copied) => {
    for (const comment of ['Please look at this.\n\nThanks, Maria', '']) {
      const body = copied.startsWith('> ') ? `> ${text.replaceAll('\n', '\n> ')}` : text;
      const whole = comment === '' ? `${copied}${body}` : `${comment}\n\n${copied}${body}`;
      const mail = aMail({ subject, text: whole, visibleText: visibleText(whole, true) });
      const forward = readForward(mail, printedDate);
      expect(forward, client).toMatchObject({
        kind: 'forward',
        by: 'inline',
        comment,
        original: { from: { name: 'Jane Roe', address: 'jane@globex.example' }, subject: 'Printer' },
      });
      if (forward.kind !== 'forward') return;
      expect(forward.original.text.replace(/^> ?/gm, '')).toBe(text);
      expect(forward.original.date, client).toBe(instant);
    }
  });

  test.each(forwards)('a customer’s stays in view: %s', (_, __, copied) => {
    expect(visibleText(`Please look.\n\n${copied}${text}`, true)).toContain('Tray 2 smokes.');
  });
});

describe('no forward', () => {
  const copied = 'From: Jane Roe <jane@globex.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria\nSubject: Printer';
  test.each([
    ['an answer', 'Re: Printer', `Done.\n\n${copied}\n\n${text}`],
    [
      'an answer with an attribution',
      'Re: Printer',
      `Done.\n\nOn Mon, Mar 2, 2026 at 10:05 AM Jane <jane@globex.example> wrote:\n> ${text}`,
    ],
    ['a sentence', 'Printer', 'The forwarded message says: it smokes.'],
    ['a list', 'Trip', 'From: Berlin\nTo: Munich\nDate: 3 March'],
  ])('%s', (_, subject, body) => {
    expect(readForward(aMail({ subject, text: body, visibleText: body }), printedDate)).toEqual({ kind: 'none' });
  });

  test.each([
    ['no address', 'FW: Printer', 'From: Jane Roe\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria\nSubject: Printer\n\nx'],
    [
      'a directory name',
      'FW: Printer',
      'From: /O=GLOBEX/CN=JANE\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria\nSubject: Printer\n\nx',
    ],
    ['no header', 'Fwd: Printer', '---------- Forwarded message ---------\n\nTray 2 smokes.'],
    ['nothing', 'Fwd: Printer', 'See the attachment.'],
    [
      'two writers',
      'Fwd: Printer',
      'From: Jane <jane@globex.example>, Bob <bob@initech.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Maria\nSubject: Printer\n\nx',
    ],
  ])('the associate is asked: %s', (_, subject, body) => {
    expect(readForward(aMail({ subject, text: body, visibleText: body }), printedDate)).toMatchObject({ kind: 'doubtful' });
  });
});
