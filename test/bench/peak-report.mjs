// Loaded into a process that is measured: when it ends, writes the most memory it ever had (MB) to MAILDESK_PEAK_FILE.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env['MAILDESK_PEAK_FILE'];
  if (file !== undefined) writeFileSync(file, String(peak()));
});

/** VmHWM, not the maximum of getrusage, which on Linux begins with the parent's. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
