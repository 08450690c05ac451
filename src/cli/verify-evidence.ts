import { hashText } from '../app/bundle/collect-bundle.ts';
import { type BundleCheck, mailPath, reportIn, verifyBundle } from '../domain/bundle/verify-bundle.ts';
import { sha256 } from '../domain/ids.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { verifyDesk } from './verify-desk.ts';

/** Checks an exported ticket with nothing but itself: no desk, no network. */
export const verifyEvidence: CliCommand = {
  name: 'verify-evidence',
  args: '[folder]',
  summary:
    'checks an exported ticket offline: whether any byte was changed, and whether its answers stand in the chain; without a folder, the chain of the desk itself',
  flags: [['--head <sha256>', 'the end of the chain as the desk once mailed it: the chain must come by it']],
  async run(invocation) {
    const { adapters, args, options, terminal, common } = invocation;
    const [dir] = args;
    if (dir === undefined) return verifyDesk(invocation);
    const bundle = readable(adapters, dir);
    if (bundle === null) {
      terminal.err(`maildesk verify-evidence: ${dir}: no folder that can be read; a zip has to be unpacked first`);
      return exitCodes.failed;
    }
    const { head } = options;
    const checked = verifyBundle(bundle, hashText, typeof head === 'string' ? sha256(head) : null);
    const signatures = checked.kind === 'whole' ? await signaturesIn(invocation, bundle, checked.proofs) : [];
    const problems = [
      ...(checked.kind === 'altered' ? checked.problems : []),
      ...signatures
        .filter(({ passes }) => !passes)
        .map(({ said }) => `${said} passed when it came, and does not with the key that was kept`),
    ];
    if (common.json) terminal.out(JSON.stringify(shapeOf(checked, problems, signatures.length)));
    else if (checked.kind === 'altered' || problems.length > 0)
      for (const problem of problems) terminal.err(`${dir}: ${problem}`);
    else terminal.out(humanly(dir, checked, signatures.length));
    return problems.length > 0 ? exitCodes.failed : exitCodes.done;
  },
};

type Folder = ReturnType<Invocation['adapters']['readBundle']>;

function readable({ readBundle }: Invocation['adapters'], dir: string): Folder | null {
  try {
    return readBundle(dir);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

type Whole = Extract<BundleCheck, { kind: 'whole' }>;

/** Signatures of the mails that answers rest on, checked anew with the keys that DNS gave then. */
async function signaturesIn({ adapters }: Invocation, bundle: Folder, proofs: Whole['proofs']) {
  const found: { said: string; passes: boolean }[] = [];
  for (const { raw, report, at, name } of proofs) {
    if (raw === null || report === null || !bundle.files.has(mailPath(raw))) continue;
    const { verification } = reportIn(bundle, report);
    if (verification === null) continue;
    for (const { domain, passes } of await adapters.verifyAgain(bundle.bytes(mailPath(raw)), verification, at))
      found.push({ said: `the signature of ${domain} on the answer to “${name}”`, passes });
  }
  return found;
}

const shapeOf = (checked: BundleCheck, problems: readonly string[], signatures: number): object => ({
  ok: problems.length === 0,
  problems,
  ...(checked.kind === 'whole'
    ? {
        ticket: checked.manifest.ticket,
        exported: checked.manifest.exported,
        head: checked.head,
        answers: checked.proofs,
        signatures,
      }
    : {}),
});

function humanly(dir: string, { manifest, proofs, head }: Whole, signatures: number): string {
  const { ticket, desk, exported, files } = manifest;
  return [
    `${dir}: ${ticket} of ${desk}, exported ${exported}: all ${files.length} files are as they were`,
    ...proofs.map(
      ({ at, name, answer, decision, by, via, level }) =>
        `  ${new Date(at).toISOString()}  ${name}: ${answer} by ${by} (${via}, ${level}): ${decision}`,
    ),
    ...(signatures > 0 ? [`  ${signatures} signatures checked anew with the keys that were kept`] : []),
    head === null ? 'no answer was ever recorded' : `the chain of evidence ends with ${head}`,
  ].join('\n');
}
