import { contrast, mix, readableText, standingOut } from './colour.ts';

/** How what leaves the house looks: on letters, charts and mails alike. */
export type Brand = {
  name: string;
  /** `#rrggbb`; used as it is for areas, and darkened or lightened until readable where it is text. */
  colour: string;
  /** PNG, JPEG or GIF; null: the name stands for it. */
  logo: Uint8Array | null;
  /** As they stand on a letterhead. */
  address: readonly string[];
  /** Of letters. */
  paper: Paper;
};

export type Paper = 'A4' | 'Letter';

/** What HTML mails call the logo that goes with them (RFC 2392). */
export const logoId = 'logo@brand';

/** The media type of a logo, by its first byte. */
export const pictureType = ([first]: Uint8Array): string =>
  first === 0x89 ? 'image/png' : first === 0x47 ? 'image/gif' : 'image/jpeg';

/** What is used where an admin says nothing. */
export const plainBrand = (name: string): Brand => ({ name, colour: '#1d4ed8', logo: null, address: [], paper: 'A4' });

/** Colours of mails in a brand's colour: text and its ground always differ enough, in light and dark. */
export type MailColours = {
  brand: string;
  onBrand: string;
  tint: string;
  darkBrand: string;
  onDarkBrand: string;
  darkTint: string;
};

const page = { light: '#ffffff', dark: '#15191e' };
const words = { light: '#1f2933', dark: '#e7eaee' };
const ink = '#10151b';

/** @param colour `#rrggbb` */
export function mailColours(colour: string): MailColours {
  const tint = ground(mix(page.light, colour, 0.08), page.light, words.light);
  const darkTint = ground(mix(page.dark, colour, 0.22), page.dark, words.dark);
  const brand = standingOut(standingOut(colour, page.light, readableText), tint, readableText);
  const darkBrand = standingOut(standingOut(colour, page.dark, readableText), darkTint, readableText);
  return { brand, onBrand: page.light, tint, darkBrand, onDarkBrand: ink, darkTint };
}

/** A surface that words can be read on; the page's own where its tint swallows them. */
const ground = (tint: string, plain: string, text: string): string => (contrast(text, tint) >= readableText ? tint : plain);
