/** Names that mail programs use and the WHATWG list does not know. */
const aliases: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'utf8-sig': 'utf-8',
  'ansi_x3.4-1968': 'us-ascii',
  'iso646-us': 'us-ascii',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  gb2312: 'gb18030',
  'gb2312-80': 'gb18030',
  gbk: 'gb18030',
  gb_1988: 'gb18030',
  'euc-cn': 'gb18030',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-latin-1': 'windows-1252',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp51932: 'euc-jp',
  cp866: 'ibm866',
  cp874: 'windows-874',
  koi8: 'koi8-r',
  'hz-gb-2312': 'hz',
  hzgb2312: 'hz',
  mac: 'macintosh',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
  'x-mac-centraleurroman': 'x-mac-ce',
  'mac-centraleurope': 'x-mac-ce',
  macce: 'x-mac-ce',
  'x-mac-japanese': 'shift_jis',
  'x-mac-chinesesimp': 'gb18030',
  'x-mac-chinesetrad': 'big5',
  'x-mac-korean': 'euc-kr',
  'unicode-1-1-utf-7': 'utf-7',
  'ucs-2': 'utf-16',
  'iso-10646-ucs-2': 'utf-16',
};

/** Families whose members are written in many ways. */
const families: readonly (readonly [RegExp, (digits: string) => string])[] = [
  [/^(?:x-)?(?:cp|win|windows|ms|ansi)[-_ ]?(125[0-8]|874)$/, (digits) => `windows-${digits}`],
  [/^(?:x-)?(?:cp|ibm|dos|oem|pc|windows)[-_ ]?0*(\d{3})$/, (digits) => aliases[`cp${digits}`] ?? `cp${digits}`],
  [/^(?:x-)?(?:iso)?[-_ ]?8859[-_]?(\d{1,2}(?:-[ie])?)(?::\d{4})?$/, (digits) => `iso-8859-${digits}`],
  [/^utf[-_= ]?(7|8)\b/, (digits) => `utf-${digits}`],
  [/^(?:cs)?iso-?2022-?(jp|kr|cn)/, (language) => `iso-2022-${language}`],
];

/** A charset's name as programs write it, brought to the one that is known here. */
export function charsetLabel(declared: string): string {
  const label = declared
    .trim()
    .toLowerCase()
    .replace(/^["'\s]+|["'\s;,]+$/g, '')
    .replace(/^x-(?=sjis|gbk|euc)/, '');
  const alias = aliases[label];
  if (alias !== undefined) return alias;
  for (const [pattern, name] of families) {
    const found = pattern.exec(label)?.[1];
    if (found !== undefined) return name(found);
  }
  return label;
}
