import { type Labels, pointsOf, readSections } from '../sections.ts';
import type { Offer, QuoteLine } from './quote.ts';
import type { Rates } from './rates.ts';
import { type LineFault, readLine } from './read-line.ts';

/** What the text of a mail says of an offer. */
export type OfferBody = {
  lines: readonly QuoteLine[];
  scope: Offer['scope'];
  /** '' where the mail has none of its own. */
  terms: string;
  /** What is left: words for its reader. */
  message: string;
  /** Each with the line as it was written. */
  faults: readonly (LineFault & { written: string })[];
};

/**
 * Reads the lines, scope and terms of an offer out of a mail; the labels may be in any of our languages. A part under a label
 * goes on to the next label, or to a blank line that no point of a list follows.
 */
export function readOffer(text: string, rates: Rates): OfferBody {
  const { rest, sections } = readSections(
    text,
    offerLabels,
    (line) => !isPoint(line) || readLine(line, rates, false).kind === 'line',
  );
  const open = rest.map((written) => ({ written, read: readLine(written, rates, false) }));
  const listed = (sections.get('lines') ?? []).map((written) => ({ written, read: readLine(written, rates, true) }));
  const all = [...open, ...listed];
  return {
    lines: all.flatMap(({ read }) => (read.kind === 'line' ? [read.line] : [])),
    scope: { included: pointsOf(sections.get('included')), excluded: pointsOf(sections.get('excluded')) },
    terms: (sections.get('terms') ?? []).join('\n').trim(),
    message: proseOf(open.flatMap(({ written, read }) => (read.kind === 'text' ? [written] : []))),
    faults: all.flatMap(({ written, read }) => (read.kind === 'fault' ? [{ ...read, written: written.trim() }] : [])),
  };
}

const isPoint = (line: string): boolean => /^\s*(?:[-*•–—]|\d{1,2}[.)])\s/.test(line);

/** No more than one blank line between two. */
const proseOf = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n\s*\n(?:\s*\n)+/g, '\n\n')
    .trim();

/** The parts of an offer as en, es, de, fr and pt call them; small letters, no accents. */
export const offerLabels: Labels = {
  lines: [
    ...[
      'lines',
      'items',
      'prices',
      'price',
      'lineas',
      'conceptos',
      'precios',
      'precio',
      'positionen',
      'posten',
      'preise',
      'preis',
    ],
    ...['lignes', 'postes', 'prix', 'linhas', 'itens', 'precos', 'preco'],
  ],
  included: [
    ...['scope', 'in scope', 'included', 'includes', 'alcance', 'incluido', 'incluye', 'umfang', 'leistungsumfang', 'enthalten'],
    ...['leistungen', 'perimetre', 'inclus', 'compris', 'prestations', 'ambito', 'escopo', 'incluido no preco', 'inclui'],
  ],
  excluded: [
    ...['not included', 'out of scope', 'not in scope', 'excluded', 'excludes', 'no incluido', 'no incluye', 'fuera de alcance'],
    ...[
      'excluido',
      'nicht enthalten',
      'nicht im umfang',
      'ausgeschlossen',
      'non inclus',
      'non compris',
      'hors perimetre',
      'exclu',
    ],
    ...['nao incluido', 'nao inclui', 'fora do ambito', 'fora do escopo'],
  ],
  terms: [
    ...['terms', 'terms and conditions', 'conditions', 'condiciones', 'terminos', 'bedingungen', 'konditionen'],
    ...['modalites', 'condicoes', 'termos'],
  ],
};
