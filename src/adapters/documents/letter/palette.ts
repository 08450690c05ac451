import { mix, readableText, standingOut } from '../../../domain/colour.ts';

export type Palette = {
  brand: string;
  ink: string;
  quiet: string;
  rule: string;
  calm: string;
  warning: string;
  warningFill: string;
};

/** All from the brand's one colour; text in any of them is readable on white and on its own ground (AA). */
export function paletteOf(colour: string): Palette {
  const calm = mix(colour, '#ffffff', 0.92);
  return {
    brand: standingOut(standingOut(colour, '#ffffff', readableText), calm, readableText),
    ink: '#1f2933',
    quiet: '#5b6672',
    rule: '#d9dee4',
    calm,
    warning: '#b45309',
    warningFill: '#fef5e7',
  };
}
