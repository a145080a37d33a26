import 'server-only';
import { autoconfigCandidates, autoconfigUrls } from '@/lib/discovery/autoconfig';
import type { Candidate } from '@/lib/discovery/candidate';
import type { RouteOutcome } from '@/lib/discovery/events';
import { guessCandidate, guessedNames } from '@/lib/discovery/guess';
import { inOrder, isNullMx } from '@/lib/discovery/mx';
import type { Route } from '@/lib/discovery/rank';
import { isNotOffered, srvCandidates, submissionServices, type Answered } from '@/lib/discovery/srv';
import type { Failure } from '@/lib/smtp/outcome';
import { readAutoconfig } from './autoconfig-xml';
import { vettedAddresses, type DiscoveryRun, type DomainQuestions } from './discovery-run';
import { ConversationFailed, NotAdmitted } from './failure-thrown';
import { fetchDocument } from './fetch-document';
import { resolverFailure } from './resolve';
import { RouteEnded } from './route-ended';

/** Each way to find servers. It gives what it found, best first, or throws how it ended. */
type Find = (run: DiscoveryRun) => Promise<readonly Candidate[]>;

const silent: Failure = { stage: 'resolve', secured: false, kind: 'resolver-failed', cause: 'silent' };

/** One question for records; who is not answered before the end was met with silence. */
async function askRecords<Answer>(
  run: DiscoveryRun,
  ask: (dns: DomainQuestions['dns']) => Promise<Answer>,
): Promise<Answer> {
  const { dns } = run.questions();
  let onAbort: () => void = () => undefined;
  const ending = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new ConversationFailed(silent));
    run.signal.addEventListener('abort', onAbort, { once: true });
    if (run.signal.aborted) onAbort();
  });
  try {
    return await Promise.race([ask(dns), ending]);
  } catch (error) {
    throw error instanceof ConversationFailed ? error : new ConversationFailed(resolverFailure(error), error);
  } finally {
    run.signal.removeEventListener('abort', onAbort);
    dns.cancel();
  }
}

const ended = (outcome: RouteOutcome) => new RouteEnded(outcome);

const lookInTable: Find = ({ domain, known }) => {
  const found = known.ofDomain(domain);
  return found === undefined ? Promise.reject(ended({ result: 'not-known' })) : Promise.resolve([found]);
};

const readDocument =
  (place: 'autoconfig' | 'well-known'): Find =>
  async (run) => {
    const { domain, address, known } = run;
    const { bytes, url } = await fetchDocument(autoconfigUrls(domain, address)[place], run);
    const reading = readAutoconfig(bytes);
    if ('problem' in reading) throw ended({ result: 'document-refused', problem: reading.problem });
    // The address stays out of what is shown and shared.
    const shown = url.replace(/\?.*$/, '');
    const found = autoconfigCandidates(domain, shown, reading.servers, known);
    if (found.length === 0) throw ended({ result: 'document-refused', problem: 'no-encrypted-server' });
    return found;
  };

/** Nobody is shown where a name leads that strangers may not reach. */
async function reachable(candidates: readonly Candidate[], run: DiscoveryRun): Promise<readonly Candidate[]> {
  if (run.mode === 'local') return candidates;
  const checked = await Promise.allSettled(candidates.map(({ host }) => vettedAddresses(host, run)));
  const admitted = candidates.filter((_candidate, index) => checked[index]?.status === 'fulfilled');
  if (admitted.length === 0) throw new NotAdmitted();
  return admitted;
}

const askForServices: Find = async (run) => {
  const { domain, known } = run;
  const asked = await Promise.allSettled(
    submissionServices.map(async (service): Promise<Answered> => {
      const records = await askRecords(run, (dns) => dns.resolveSrv(`${service.service}.${domain}`));
      return { ...service, records };
    }),
  );
  const answered = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  const found = srvCandidates(domain, answered, known);
  if (found.length > 0) return reachable(found, run);
  if (answered.some(({ records }) => isNotOffered(records))) throw ended({ result: 'not-offered' });
  const failures = asked.flatMap(({ status, ...answer }) => ('reason' in answer ? [answer.reason as unknown] : []));
  const isAbsence = (error: unknown) => error instanceof ConversationFailed && error.failure.kind === 'name-not-found';
  const fault = failures.find((error) => !isAbsence(error));
  throw fault instanceof Error ? fault : ended({ result: 'no-record' });
};

const askWhoReceives: Find = async (run) => {
  const { domain, known, mode } = run;
  const records = await askRecords(run, (dns) => dns.resolveMx(domain));
  if (isNullMx(records)) throw ended({ result: 'null-mx' });
  const found = known.ofMx(domain, records);
  if (found !== undefined) return [found];
  const hosts = inOrder(records).map(({ exchange }) => exchange.toLowerCase());
  throw ended({ result: 'unknown-servers', hosts: mode === 'hosted' ? [] : hosts.slice(0, 3) });
};

const tryUsualNames: Find = async (run) => {
  const names = guessedNames(run.domain);
  const looked = await Promise.allSettled(names.map((name) => vettedAddresses(name, run)));
  const found = names.filter((_name, index) => looked[index]?.status === 'fulfilled');
  if (found.length > 0) return found.map((name) => guessCandidate(name, run.domain));
  // The domain's own name speaks for all.
  const last = looked.at(-1);
  throw last?.status === 'rejected' ? last.reason : ended({ result: 'no-such-name' });
};

export const findBy: Readonly<Record<Route, Find>> = {
  table: lookInTable,
  autoconfig: readDocument('autoconfig'),
  'well-known': readDocument('well-known'),
  srv: askForServices,
  mx: askWhoReceives,
  guess: tryUsualNames,
};
