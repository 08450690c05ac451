import { fileURLToPath } from 'node:url';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The programs that are measured, and those that help. */
export const main = path('../../src/main.ts');
export const launcher = path('../../bin/maildesk.mjs');
export const launcherPreload = path('../../scripts/with-launcher.mjs');
export const sinkProcess = path('./sink-process.ts');
export const peakReport = path('./peak-report.mjs');
export const existsReport = path('./exists-report.ts');
