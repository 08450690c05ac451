import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Milliseconds. Real servers on a busy two-core machine; a test that waits for less says so itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Conversations that share a desk run beside each other: none may wait for another's end.
    maxConcurrency: 40,
  },
});
