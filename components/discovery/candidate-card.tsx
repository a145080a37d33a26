import { SourceLink } from '@/components/ui/source-link';
import type { Candidate } from '@/lib/discovery/candidate';
import { provenanceSentence } from '@/lib/discovery/provenance-words';
import type { Directory } from '@/lib/providers/directory';
import styles from './discovery.module.css';

type Props = {
  readonly candidate: Candidate;
  readonly domain: string;
  readonly directory: Directory;
  readonly isBest: boolean;
  readonly onTake: () => void;
};

/** One server that may be the right one, how it was found, and the press that takes it. */
export function CandidateCard({ candidate, domain, directory, isBest, onTake }: Props) {
  const { host, servers, provenance, thirdParty } = candidate;
  const provider = directory.find(({ id }) => id === candidate.provider?.id);
  const name = provider?.name ?? host;
  return (
    <li className={styles.candidate}>
      <h2>{name}</h2>
      {host !== '' && (
        <p>
          <code>{host}</code>
          {servers.length > 0 && `, port ${servers.map(({ port }) => port).join(', ')}`}
        </p>
      )}
      <ul className="hint">
        {provenance.map((way) => {
          const { text, source } = provenanceSentence(way);
          return (
            <li key={text}>
              {text} {source !== undefined && <SourceLink href={source} />}
            </li>
          );
        })}
      </ul>
      {thirdParty && (
        <p className="notice warning">
          <code>{host}</code> does not belong to {domain}, and what named it could have been forged on the way. Take it
          only if you know that your mail goes through it: your password would be sent there.
        </p>
      )}
      <button type="button" className={isBest && !thirdParty ? 'button-primary' : undefined} onClick={onTake}>
        {thirdParty ? `Yes, ${name} is my server` : `Use ${name}`}
      </button>
    </li>
  );
}
