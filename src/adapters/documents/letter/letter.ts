import PDFDocument from 'pdfkit';
import type { Brand } from '../../../domain/brand.ts';
import type { Letter, LetterDocument } from '../../../domain/document.ts';
import { slicesOf } from './blocks/blocks.ts';
import { cleanText } from './clean-text.ts';
import { registerFaces } from './faces.ts';
import { letterhead } from './letterhead.ts';
import { logoOf } from './logo.ts';
import { markPages } from './page-marks.ts';
import { paginate } from './paginate.ts';
import { paletteOf } from './palette.ts';
import type { Pdf, Pen } from './pen.ts';
import { sheetOf } from './sheet.ts';

/**
 * Sets a document as a PDF with its fonts embedded, tagged for screen readers.
 *
 * @see ISO 32000-1, 14.8 (tagged PDF), 14.9.4 (ActualText)
 */
export async function letter(document: LetterDocument, brand: Brand): Promise<Letter> {
  const pdf = open(document, brand);
  const bytes = collected(pdf);
  const logo = await logoOf(pdf, brand.logo);
  const pen = await penFor(pdf, brand);
  const slices = [...letterhead(pen, document, brand, logo), ...document.blocks.flatMap((block) => slicesOf(pen, block))];
  paginate(pen, slices, pen.sheet.top);
  const pages = markPages(pen, `${brand.name} · ${document.title}`, document.footer);
  pen.outline.end();
  pdf.end();
  return { pdf: await bytes, pages, missing: [...pen.missing], logo: logo.kind };
}

function open({ title, language, created }: LetterDocument, brand: Brand): Pdf {
  const { width, height } = sheetOf(brand.paper);
  return new PDFDocument({
    size: [width, height],
    margin: 0,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: language,
    displayTitle: true,
    info: {
      Title: cleanText(title).replaceAll('\n', ' '),
      Author: cleanText(brand.name),
      Creator: 'Maildesk',
      Producer: 'Maildesk',
      CreationDate: new Date(created),
    },
  });
}

async function penFor(pdf: Pdf, brand: Brand): Promise<Pen> {
  const outline = pdf.struct('Document');
  pdf.addStructure(outline);
  const has = await registerFaces(pdf);
  return { pdf, sheet: sheetOf(brand.paper), palette: paletteOf(brand.colour), has, missing: new Set(), outline };
}

async function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk);
  return Buffer.concat(chunks);
}
