import type { Letter } from '../../../domain/document.ts';
import type { Pdf } from './pen.ts';

type Image = ReturnType<Pdf['openImage']>;
export type Logo = { kind: 'shown'; image: Image } | { kind: Exclude<Letter['logo'], 'shown'> };

/** A brand's picture, opened; an SVG is drawn first. What cannot be opened is left out, and said. */
export async function logoOf(pdf: Pdf, bytes: Uint8Array | null): Promise<Logo> {
  if (bytes === null) return { kind: 'none' };
  try {
    const picture = isSvg(bytes) ? await drawn(bytes) : bytes;
    return { kind: 'shown', image: pdf.openImage(Buffer.from(picture)) };
  } catch {
    return { kind: 'unreadable' }; // the vendors throw at what is no picture of theirs
  }
}

const isSvg = (bytes: Uint8Array): boolean =>
  /^(?:\ufeff)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)));

async function drawn(bytes: Uint8Array): Promise<Uint8Array> {
  const { drawSvg } = await import('../picture/draw-svg.ts');
  return drawSvg(new TextDecoder().decode(bytes), { width: 600 });
}
