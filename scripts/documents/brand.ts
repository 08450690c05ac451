import type { Brand } from '../../src/domain/brand.ts';

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80"><rect width="80" height="80" rx="16" fill="#0f766e"/>
<path d="M20 28h40v26H20z" fill="none" stroke="#fff" stroke-width="5"/><path d="M20 28l20 16 20-16" fill="none" stroke="#fff" stroke-width="5"/>
<text x="96" y="53" font-family="Noto Sans" font-weight="700" font-size="36" fill="#0f766e">Initech</text></svg>`;

/** A desk with a logo. */
export const brand: Brand = {
  name: 'Initech Support',
  colour: '#0f766e',
  logo: new TextEncoder().encode(mark),
  address: ['Initech GmbH', 'Hauptstraße 12', '80331 München', 'support@initech.example'],
  paper: 'A4',
};

/** The same desk before its admin gave it one. */
export const plainBrand: Brand = { ...brand, colour: '#1d4ed8', logo: null, paper: 'Letter' };
