/** Words that are frequent in one language and rare in the others. */
const words: Readonly<Record<string, string>> = {
  en: 'the and is are to of you your we have with for this that not please from our been was will can be it on hello thanks would could',
  es: 'el los las que de en una por con para del su no está es como más pero gracias hola usted nos favor este desde tenemos buenos puede',
  de: 'der die das und ist nicht ein eine ich wir sie mit für auf den dem zu von bitte haben kann sind noch auch wie bei vielen dank hallo seit unser',
  fr: 'le les des et est une pas vous nous je pour dans sur que qui avec votre merci bonjour du au ce ne cette mais depuis notre avons être',
  pt: 'o os as que de em uma não para com por do da você nós obrigado obrigada está olá mais mas seu nossa temos isso ao foi são bom dia favor',
  it: 'il lo gli che di una non per con del della è sono nel grazie ciao buongiorno vi ho abbiamo questo anche ma come più nostro alla dal salve',
  nl: 'de het een en van ik niet is dat wij met voor op te zijn aan u kunnen graag hallo bedankt maar ook naar deze sinds onze groet heeft',
  sv: 'och att det är inte en jag vi som på för med har av till kan hej tack den ni från men vår',
  pl: 'się nie jest na w z do że i proszę dziękuję mamy nasz od dzień dobry jak ale oraz może przez',
  tr: 've bir bu için ile de da çok var merhaba teşekkürler bizim değil ama olarak lütfen',
};

const index = new Map<string, string[]>();
for (const [language, list] of Object.entries(words))
  for (const word of list.split(' ')) index.set(word, [...(index.get(word) ?? []), language]);

/** Characters looked at. */
const SAMPLE = 1_000;
/** Telling words that a text must have at the least. */
const ENOUGH = 2;

/** The language of a text as ISO 639-1, '' where it is too short or too mixed to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  return byScript(sample) || byWords(sample);
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7a3]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0e00-\u0e7f]/g, 'th'],
];

function byScript(sample: string): string {
  if (!/[\u0370-\uffff]/.test(sample)) return '';
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const counts = scripts.map(([script, language]) => ({ language, count: sample.match(script)?.length ?? 0 }));
  // Japanese has more Han than kana, but Chinese has no kana at all.
  const kana = counts[0]?.count ?? 0;
  const found = kana > 0 && kana * 10 > letters ? counts[0] : counts.find(({ count }) => count * 3 > letters);
  if (found && found.count > 1) return found.language;
  const cyrillic = sample.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  if (cyrillic * 3 < letters || cyrillic < 4) return '';
  return /[іїєґ]/.test(sample) ? 'uk' : 'ru';
}

function byWords(sample: string): string {
  const scores = new Map<string, number>();
  for (const word of sample.split(/[^\p{L}]+/u)) {
    const languages = index.get(word);
    for (const language of languages ?? []) scores.set(language, (scores.get(language) ?? 0) + 1 / (languages?.length ?? 1));
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < ENOUGH) return '';
  return first[1] >= (second?.[1] ?? 0) * 1.2 ? first[0] : '';
}
