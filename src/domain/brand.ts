/** How what leaves the house looks: on letters, charts and mails alike. */
export type Brand = {
  name: string;
  /** `#rrggbb`; used as it is for areas, and darkened or lightened until readable where it is text. */
  colour: string;
  /** PNG, JPEG or SVG; null: the name stands for it. */
  logo: Uint8Array | null;
  /** As they stand on a letterhead. */
  address: readonly string[];
};
