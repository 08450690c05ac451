import { expect, test } from 'vitest';
import { samples } from '../../../scripts/documents/samples.ts';

test.each(samples)('npm run documents: $name', async ({ make }) => {
  expect((await make()).length).toBeGreaterThan(300);
});
