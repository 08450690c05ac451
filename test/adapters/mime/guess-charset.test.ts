import { describe, expect, test } from 'vitest';
import { decodeBytes } from '../../../src/adapters/email/mime/charset.ts';

/** Bytes of a text in a charset of one or two bytes a character, by trying all of them. */
function encoded(text: string, label: string): Buffer {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) {
      const char = decoder.decode(Buffer.from([high, low]));
      if ([...char].length === 1 && !codes.has(char)) codes.set(char, [high, low]);
    }
  for (let byte = 0; byte < 256; byte++) codes.set(decoder.decode(Buffer.from([byte])), [byte]);
  return Buffer.from([...text].flatMap((char) => codes.get(char) ?? [63]));
}

const texts: readonly (readonly [string, string])[] = [
  ['windows-1251', 'Здравствуйте! Принтер на третьем этаже не печатает, помогите пожалуйста.'],
  ['windows-1251', 'Привет'],
  ['koi8-r', 'Здравствуйте! Принтер на третьем этаже не печатает, помогите пожалуйста.'],
  ['koi8-r', 'Спасибо'],
  ['windows-1253', 'Καλημέρα σας, ο εκτυπωτής στον τρίτο όροφο δεν λειτουργεί.'],
  ['windows-1255', 'שלום רב, המדפסת בקומה השלישית לא עובדת מהבוקר. אנא עזרו לנו.'],
  ['windows-1256', 'مرحبا، الطابعة في الطابق الثالث لا تعمل منذ الصباح. نرجو المساعدة.'],
  ['windows-1252', 'Guten Tag, der Drucker läuft nicht mehr. Grüße aus München – ß'],
  ['windows-1252', 'Bonjour, l’imprimante du troisième étage ne marche plus à cause d’une panne.'],
  ['windows-1252', 'Olá, a impressora não está a funcionar. Obrigação já!'],
  ['shift_jis', '三階のプリンターが動きません。よろしくお願いします。'],
  ['euc-jp', '三階のプリンターが動きません。よろしくお願いします。'],
  ['gb18030', '您好，三楼的打印机不能用了，请帮我们看一下。'],
  ['big5', '您好，三樓的印表機不能用了，請幫我們看一下。'],
  ['euc-kr', '안녕하세요. 3층 프린터가 작동하지 않습니다. 확인 부탁드립니다.'],
];

describe('a text whose charset nobody names', () => {
  test.each(texts)('%s: %s', (label, text) => {
    expect(decodeBytes(encoded(text, label), null)).toBe(text);
  });

  test('UTF-8 that is cut inside a character', () => {
    expect(decodeBytes(Buffer.from('Grüße und Ä').subarray(0, -1), null)).toBe('Grüße und \ufffd');
  });

  test('a short word of what was declared is not doubted', () => {
    expect(decodeBytes(Buffer.from([0xe0]), 'iso-8859-1')).toBe('à');
    expect(decodeBytes(Buffer.from('\xd6l', 'latin1'), 'windows-1252')).toBe('Öl');
  });
});
