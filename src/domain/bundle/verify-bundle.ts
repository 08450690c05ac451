import type { EvidenceRow } from '../authenticate/evidence.ts';
import { chainFaults, checkChain, type HashText, type Link } from '../evidence-chain.ts';
import { type Sha256, sha256 } from '../ids.ts';
import { type Manifest, manifestPath, unsealed } from './manifest.ts';

/** A bundle as it lies there: a file's hash and size by its path, and the text of those that are to be read. */
export type Bundle = {
  files: ReadonlyMap<string, { size: number; sha256: Sha256 }>;
  text(path: string): string;
};

/** `counts`: answers that the chain vouches for, by what was decided about them. */
export type BundleCheck =
  | { kind: 'whole'; manifest: Manifest; head: Sha256 | null; proofs: readonly NonNullable<Link['proof']>[] }
  | { kind: 'altered'; problems: readonly string[] };

/** Where in a bundle the chain and the findings about senders stand. */
export const chainPath = 'evidence/chain.json';
export const reportPath = (report: Sha256): string => `evidence/reports/${report}.json`;
export const mailPath = (raw: Sha256): string => `mails/${raw}.eml`;
export const sentPath = (copy: Sha256): string => `sent/${copy}.eml`;
export const offerPath = (hash: string): string => `quotes/${hash}.json`;

/**
 * Whether every byte of an exported ticket is as it was exported, and its chain of evidence whole (RELIABILITY 5.3).
 *
 * @param head the end of the chain as it is known from elsewhere (the desk mails it daily); null where it is not
 */
export function verifyBundle(bundle: Bundle, hash: HashText, head: Sha256 | null = null): BundleCheck {
  if (!bundle.files.has(manifestPath)) return altered([`there is no ${manifestPath}: this is no exported ticket`]);
  const manifest = unsealed(bundle.text(manifestPath), hash);
  if (manifest === null) return altered([`${manifestPath} was changed: it does not fit its own seal`]);
  const strange = filesThatDiffer(bundle.files, manifest);
  if (strange.length > 0) return altered(strange);
  const chain: readonly Link[] = JSON.parse(bundle.text(chainPath));
  const checked = checkChain(chain, hash, manifest.head);
  if (checked.kind === 'broken') return altered([`${chainPath}: link ${checked.at + 1}: ${chainFaults[checked.why]}`]);
  if (head !== null && !chain.some((link) => link.hash === head))
    return altered([`${chainPath}: the chain does not come by ${head}, which is known from elsewhere`]);
  const proofs = chain.flatMap(({ proof }) => proof ?? []);
  const missing = proofs.flatMap((proof) => missingOf(proof, bundle.files, manifest));
  return missing.length > 0 ? altered(missing) : { kind: 'whole', manifest, head: manifest.head, proofs };
}

/** What a report tells of a mail's sender. */
export const reportIn = (bundle: Bundle, report: Sha256): EvidenceRow => JSON.parse(bundle.text(reportPath(report)));

const altered = (problems: readonly string[]): BundleCheck => ({ kind: 'altered', problems });

function filesThatDiffer(files: Bundle['files'], { files: known }: Manifest): string[] {
  const told = known.flatMap(({ path, size, sha256 }) => {
    const found = files.get(path);
    if (found === undefined) return [`${path} is missing`];
    return found.sha256 === sha256 && found.size === size ? [] : [`${path} was changed`];
  });
  const paths = new Set(known.map(({ path }) => path));
  const more = [...files.keys()].filter((path) => path !== manifestPath && !paths.has(path));
  return [...told, ...more.map((path) => `${path} was added`)];
}

/** The hash of the offer that an answer is about; null where it is about none. */
export function answeredOffer(proof: Link['proof']): Sha256 | null {
  const about = proof?.about ?? null;
  return about?.kind === 'quote' || about?.kind === 'fee' ? sha256(about.hash) : null;
}

/** The mail, the report and the offer that a proof rests on must lie here, unless they had to be erased. */
function missingOf(proof: NonNullable<Link['proof']>, files: Bundle['files'], { erased }: Manifest): string[] {
  const { raw, report, name } = proof;
  const rests = [
    { what: 'mail that answers', hash: raw, path: mailPath },
    { what: 'report on the answer to', hash: report, path: reportPath },
    { what: 'offer that was answered by', hash: answeredOffer(proof), path: offerPath },
  ];
  return rests.flatMap(({ what, hash, path }) =>
    hash === null || erased.includes(hash) || files.get(path(hash))?.sha256 === hash ? [] : [`the ${what} “${name}” is missing`],
  );
}
