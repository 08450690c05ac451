/** What the cells of a column want: points on one line, and for their longest word. */
export type Wish = { most: number; least: number };

/**
 * Shares a width among columns. Those that want less than an even share get all they want, the others share what is left; none
 * gets less than its longest word needs, but where words are too long for all of these: then the longest are broken first. Room
 * that nobody wants goes to the first.
 */
export function columnWidths(wishes: readonly Wish[], width: number): number[] {
  const least = sum(wishes.map((one) => one.least));
  const most = sum(wishes.map((one) => one.most));
  if (least >= width)
    return columnWidths(
      wishes.map((one) => ({ most: one.least, least: 0 })),
      width - 0.001,
    );
  if (most <= width) return wishes.map((one, at) => one.most + (at === 0 ? width - most : 0));
  const level = fairLevel(wishes, width);
  return wishes.map((one) => widthAt(one, level));
}

const widthAt = ({ most, least }: Wish, level: number): number => Math.max(least, Math.min(most, level));

/** The level to which all columns may grow so that together they fill the width: halved until it is exact to a thousandth. */
function fairLevel(wishes: readonly Wish[], width: number): number {
  let [low, high] = [0, Math.max(...wishes.map((one) => one.most))];
  while (high - low > 0.001) {
    const level = (low + high) / 2;
    if (sum(wishes.map((one) => widthAt(one, level))) > width) high = level;
    else low = level;
  }
  return low;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
