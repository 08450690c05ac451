/** Mail domains anybody can get an address at; the larger ones by public counts, with their national forms below. */
const exact = new Set(
  `aol.com bigpond.com btinternet.com comcast.net cox.net duck.com fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at
  gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.com hushmail.com icloud.com inbox.lv laposte.net libero.it live.com mac.com
  mail.com mail.de mail.ru me.com msn.com naver.com orange.fr outlook.com pm.me posteo.de proton.me protonmail.com qq.com rediffmail.com
  rocketmail.com sbcglobal.net seznam.cz sina.com sky.com t-online.de tutanota.com tuta.io tuta.com verizon.net virgilio.it wanadoo.fr web.de
  wp.pl yahoo.com yandex.com yandex.ru ymail.com zoho.com 126.com 163.com`.split(/\s+/),
);

/** `yahoo.co.uk`, `hotmail.fr`, `outlook.de`, `live.nl`. */
const national = /^(yahoo|hotmail|outlook|live|gmx|yandex)\.(com?\.)?[a-z]{2}$/;

/** Whether anybody can get an address at a domain, so that it proves no membership. */
export const isPublicMailDomain = (domain: string): boolean => exact.has(domain) || national.test(domain);
