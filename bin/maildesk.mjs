#!/usr/bin/env node
// The command `maildesk`: brings what is missing, then runs the desk with a Node that is new enough: this one where it
// is, else the desk's own in a second process that gets this one's signals and gives its exit code.
import { fileURLToPath } from 'node:url';
import { endLike } from '../scripts/child.mjs';
import { keepCompiled } from '../scripts/compile-cache.mjs';
import { isFit } from '../scripts/runtime.mjs';
import { orExplain } from '../scripts/say.mjs';
import { runNode, setUp } from '../scripts/setup.mjs';

const args = process.argv.slice(2);
const program = new URL('../src/main.ts', import.meta.url);

/** A mail server that pipes a mail to us keeps it on 75, "temporary failure" (sysexits.h), and loses it on most others. */
const setUpFailed = args.includes('deliver') ? 75 : 1;

let isReady = false;
await orExplain(async () => {
  await setUp({ dev: false });
  isReady = true;
}, setUpFailed);

if (isReady && isFit()) {
  keepCompiled();
  await import(program.href);
} else if (isReady) endLike(await runNode([fileURLToPath(program), ...args]));
