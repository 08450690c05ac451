import { likely } from '../../../domain/likely.ts';
import { parseMoney } from '../schema/money.ts';
import { error, type Finding, find, type Place, type World } from './world.ts';

/** Finds prices of another currency, and the tax that nobody named. */
export function checkRates(world: World): Finding[] {
  return [...find(world, 'rates', 'hours.*').flatMap((hour) => otherCurrency(world, hour)), ...taxUnnamed(world)];
}

/** One offer has one sum. */
function otherCurrency(world: World, hour: Place): Finding[] {
  const wanted = find(world, 'rates', 'currency')[0]?.value ?? 'EUR';
  const currency = parseMoney(String(hour.value))?.currency ?? wanted;
  return currency === wanted ? [] : [error(hour, `expected ${wanted}, the currency of offers; got ${currency}`)];
}

function taxUnnamed(world: World): Finding[] {
  const taxes = find(world, 'rates', 'taxes.*');
  const known = [...taxes.map(({ path }) => String(path.at(-1))), 'none'];
  const [tax] = find(world, 'rates', 'tax');
  const [first] = find(world, 'rates', 'taxes');
  if (tax === undefined)
    return taxes.length > 0 && first
      ? [error(first, `tax is missing: which of ${known.join(', ')} do lines have that name none?`)]
      : [];
  if (known.includes(String(tax.value))) return [];
  const meant = likely(String(tax.value), known);
  return [
    error(
      tax,
      `no tax ${JSON.stringify(tax.value)} among taxes${meant === null ? ` (known: ${known.join(', ')})` : `, did you mean \`${meant}\`?`}`,
    ),
  ];
}
