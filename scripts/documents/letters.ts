import type { LetterDocument } from '../../src/domain/document.ts';
import { localMoney, percentOf, sumMoney } from '../../src/domain/money.ts';

/** Epoch ms: a day of the story, so that the samples stay the same. */
export const day = Date.UTC(2026, 2, 2, 9, 30);

const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** A quote in German: sums, terms, room to sign. */
export function quote(): LetterDocument {
  const lines = [
    { text: 'Analyse der Ursache des Papierstaus (Fach 2)', hours: '1,50', rate: eur(9500), cost: eur(14250) },
    { text: 'Einzugsrolle tauschen, vor Ort, mit Anfahrt', hours: '2,00', rate: eur(11000), cost: eur(22000) },
    { text: 'Einzugsrolle Kit RM2-5452, Festpreis', hours: '', rate: null, cost: eur(4990) },
  ];
  const net = sumMoney(
    lines.map(({ cost }) => cost),
    'EUR',
  );
  const tax = percentOf(net, '19');
  const money = (amount: number) => localMoney(eur(amount), 'de');
  return {
    title: 'Angebot Q-1042-2',
    language: 'de',
    recipient: ['Globex GmbH', 'z. Hd. Frau Jana Müller', 'Ringstraße 5', '10115 Berlin'],
    facts: [
      { label: 'Nummer', value: 'Q-1042-2 (Fassung 2)' },
      { label: 'Datum', value: '2. März 2026' },
      { label: 'Gültig bis', value: '16. März 2026' },
      { label: 'Vorgang', value: 'HD-1042 Drucker staut Papier' },
    ],
    blocks: [
      {
        kind: 'paragraph',
        text: 'Guten Tag Frau Müller,\nwir haben den Drucker geprüft. Die Einzugsrolle ist verschlissen; mit einer neuen läuft er wieder. Das kostet:',
      },
      {
        kind: 'table',
        columns: [
          { title: 'Leistung', align: 'start' },
          { title: 'Stunden', align: 'end' },
          { title: 'Satz', align: 'end' },
          { title: 'Betrag', align: 'end' },
        ],
        rows: lines.map(({ text, hours, rate, cost }) => [text, hours, rate ? money(rate.amount) : '', money(cost.amount)]),
        totals: [
          { label: 'Summe netto', value: money(net.amount) },
          { label: 'Umsatzsteuer 19 %', value: money(tax.amount) },
          { label: 'Gesamt', value: money(sumMoney([net, tax], 'EUR').amount), grand: true },
        ],
      },
      {
        kind: 'callout',
        tone: 'calm',
        title: 'Sie sind dran',
        text: 'Antworten Sie auf unsere E-Mail mit „angenommen“ oder „abgelehnt“. Ohne Ihr Ja beginnen wir nicht.',
      },
      { kind: 'heading', text: 'Bedingungen' },
      {
        kind: 'list',
        items: [
          'Fertig innerhalb von 3 Arbeitstagen nach Ihrer Zusage.',
          'Zahlbar innerhalb von 14 Tagen ohne Abzug.',
          'Mehraufwand nur nach einem weiteren Angebot.',
        ],
      },
      {
        kind: 'signature',
        parties: [
          { party: 'Für Globex GmbH', lines: ['Name', 'Datum und Unterschrift'] },
          { party: 'Für Initech GmbH', lines: ['Name', 'Datum und Unterschrift'] },
        ],
      },
    ],
    footer: 'Initech GmbH · Amtsgericht München HRB 12345 · USt-IdNr. DE123456789',
    created: day,
  };
}

/** A closing record in English that goes on over pages, with words of many scripts. */
export function record(): LetterDocument {
  const events = Array.from({ length: 48 }, (_, at) => [
    `${1 + Math.floor(at / 2)} Mar 2026, ${String(9 + (at % 8)).padStart(2, '0')}:${at % 2 === 0 ? '05' : '40'}`,
    ['Asha Rao', 'Ravi Kumar', 'Jane Doe', 'Initech Support'][at % 4] ?? '',
    [
      'Mail from the customer',
      'Reply to the customer',
      'Internal note',
      'Analysis: the roller of tray 2 is worn, jams come with every tenth sheet; a new one was ordered and fitted on site',
    ][(at * 7) % 4] ?? '',
    at % 3 === 0 ? '0:15' : '',
  ]);
  return {
    title: 'Closing record of HD-1042',
    language: 'en',
    recipient: ['Globex Corporation', 'Jane Doe'],
    facts: [
      { label: 'Ticket', value: 'HD-1042' },
      { label: 'Opened', value: '2 March 2026' },
      { label: 'Closed', value: '25 March 2026' },
      { label: 'Contract', value: 'AMC-2026-07' },
    ],
    blocks: [
      { kind: 'heading', text: 'Summary' },
      {
        kind: 'facts',
        facts: [
          { label: 'Underlying issue', value: 'Worn pick-up roller in tray 2' },
          { label: 'Actions', value: 'Roller kit RM2-5452 fitted on site; 200 sheets printed without a jam' },
          { label: 'Impact', value: 'One printer of the second floor, 14 working hours' },
        ],
      },
      { kind: 'heading', text: 'Timeline' },
      {
        kind: 'table',
        columns: [
          { title: 'When', align: 'start' },
          { title: 'Who', align: 'start' },
          { title: 'What', align: 'start' },
          { title: 'Hours', align: 'end' },
        ],
        rows: events,
        totals: [{ label: 'Hours', value: '4:00', grand: true }],
      },
      { kind: 'heading', text: 'In other words' },
      {
        kind: 'paragraph',
        text: 'Español: la impresora vuelve a funcionar. Français : l’imprimante marche à nouveau, c’était l’été dernier. Português: a impressora já não está avariada. Ελληνικά: ο εκτυπωτής λειτουργεί ξανά. Русский: принтер снова работает.',
      },
      {
        kind: 'paragraph',
        text: 'हिन्दी: प्रिंटर फिर से काम कर रहा है। तकनीकी समस्या का समाधान हो गया है। धन्यवाद, श्री राष्ट्रपति कर्मचारी।',
      },
      {
        kind: 'paragraph',
        text: 'No font here has these, and each shows as a mark: 漢字, שלום, 🙂. A name that never ends: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzendenstellvertreterinnenversammlung.',
      },
      { kind: 'callout', tone: 'warning', title: 'Not covered', text: 'The toner was not part of the contract.' },
      { kind: 'paragraph', text: 'This record was made by the desk from its journal.', quiet: true },
    ],
    footer:
      'Initech Support · support@initech.example · An unusually long footer that says everything about the company, its registration, its bank and its opening hours, goes on to a second line and ends where there is no more room for it at all, whatever follows',
    created: day,
  };
}
