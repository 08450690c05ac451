/** Years in which days that come again are written out, the last included: far enough for any ticket's clock. */
export const firstYear = 2020;
export const lastYear = 2049;
