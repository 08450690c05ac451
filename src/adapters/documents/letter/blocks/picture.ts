import type { Block } from '../../../../domain/document.ts';
import type { Pen } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import type { Slice } from '../slice.ts';

type Picture = Extract<Block, { kind: 'picture' }>;

/** As wide as asked, as the page at most; never taller than half a page. */
export function picture(pen: Pen, { png, width, alt }: Picture): Slice[] {
  const image = pen.pdf.openImage(Buffer.from(png));
  const wide = Math.min(width, roomOf(pen.sheet), ((pen.sheet.bottom - pen.sheet.top) / 2) * (image.width / image.height));
  const height = wide * (image.height / image.width);
  const element = pen.pdf.struct('Figure', { alt });
  pen.outline.add(element);
  const set = (y: number) => void element.add(() => pen.pdf.image(image, pen.sheet.left, y, { width: wide, height }));
  return [{ above: 12, height, keep: false, set }];
}
