import { SourceLink } from '@/components/ui/source-link';
import { toldFirst, type Fact } from '@/lib/providers/fact';
import type { Provider } from '@/lib/providers/provider';
import styles from './good-to-know.module.css';

function FactList({ heading, facts }: { readonly heading: string; readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <ul>
        {facts.map(({ text, source }) => (
          <li key={text}>
            {text} {source !== undefined && <SourceLink href={source} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What else is known of a provider: its oddities, limits, and the DNS records that a sender's domain needs. */
export function GoodToKnow({ provider }: { readonly provider: Provider }) {
  const { shortName, quirks, limits, dns, docsUrl, checked } = provider;
  const records: readonly Fact[] = [
    ...(dns?.spfInclude === undefined
      ? []
      : [
          {
            text: `SPF: ${dns.spfInclude.confidence === 'documented' ? '' : 'usually '}include:${dns.spfInclude.host}. ${dns.spfInclude.note ?? ''}`,
            confidence: 'usual' as const,
          },
        ]),
    ...(dns?.dkim === undefined ? [] : [dns.dkim]),
    ...(dns?.others ?? []),
  ];
  return (
    <div className={styles.facts}>
      <FactList heading="Before you start" facts={quirks.filter(({ kind }) => !toldFirst.includes(kind))} />
      <FactList heading="Limits" facts={limits} />
      <FactList heading="DNS records for your domain" facts={records} />
      <p>
        <a href={docsUrl} rel="noreferrer" target="_blank">
          {shortName}’s own page (new tab)
        </a>
        . Checked on {checked}.
      </p>
    </div>
  );
}
