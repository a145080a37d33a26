'use client';
import { useId, useState, type SyntheticEvent } from 'react';
import fieldStyles from '@/components/form/field.module.css';
import type { Trust } from '@/lib/arrival/arrival-facts';
import { mostCharacters, pasteProblems } from '@/lib/arrival/message-source';
import type { ArrivalReading, ReadArrival, SentMessage } from '@/lib/arrival/read-arrival';
import type { Provider } from '@/lib/providers/provider';
import fields from '@/components/form/field.module.css';
import styles from './source-reader.module.css';
import { SourceResult } from './source-result';

type Props = {
  readonly sent: SentMessage;
  readonly provider: Provider | undefined;
  /** What was read before, so that it is still there when the person comes back to this step. */
  readonly before: ReadArrival | undefined;
  readonly onRead: (reading: ReadArrival) => void;
};

const menus = [
  ['Gmail', 'three dots at the message > Show original > Copy to clipboard'],
  ['Outlook', 'three dots at the message > View > View message source'],
  ['Yahoo', 'three dots > View raw message'],
  ['Apple Mail', 'View > Message > Raw Source'],
  ['Thunderbird', 'View > Message Source'],
] as const;

const notLoaded = 'The part of Outport that reads a source could not be fetched. Look whether Outport still runs.';

const trustWords: Readonly<Record<Trust, string>> = {
  trusted: 'trusted',
  'not-trusted': 'not trusted',
  'not-checked': 'trust not known',
};

/** The result in one line, for whoever does not see the rest appear. */
function announced(reading: ArrivalReading): string {
  if (reading.status !== 'read') return 'That was another mail.';
  if (reading.isOurs && !reading.hasArrived) return 'That is the test email as it was sent.';
  const { trust, findings } = reading;
  const count = findings.length === 1 ? 'one finding' : `${findings.length === 0 ? 'no' : findings.length} findings`;
  return `Source read: ${trustWords[trust]}, ${count}.`;
}

function Menus() {
  return (
    <>
      <p className="hint">Where mail programs usually show it:</p>
      <dl className={styles.menus}>
        {menus.map(([program, menu]) => (
          <div key={program}>
            <dt>{program}</dt>
            <dd>{menu}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A field for the source of the mail; what it says is worked out in this tab, and the text goes nowhere. */
export function SourceReader({ sent, provider, before, onRead }: Props) {
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [reading, setReading] = useState<ArrivalReading | undefined>(before);
  const [isOpenAtFirst] = useState(before !== undefined);
  const [trouble, setTrouble] = useState<string>();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    import('@/lib/arrival/read-arrival').then(
      ({ readArrival }) => {
        const read = readArrival(pasted, sent, provider);
        setReading(read);
        if (read.status === 'read') onRead(read);
        setTrouble(read.status === 'not-read' ? pasteProblems[read.problem] : undefined);
      },
      () => setTrouble(notLoaded),
    );
  };
  const describedBy = [`${id}-hint`, ...(trouble === undefined ? [] : [`${id}-error`])].join(' ');
  return (
    <details className="disclosure" open={isOpenAtFirst}>
      <summary>It is in spam, late, or you want to know whether it is trusted</summary>
      <form method="post" noValidate onSubmit={submit}>
        <div
          className={
            trouble === undefined ? fieldStyles.field : `${fieldStyles.field ?? ''} ${fieldStyles.wrong ?? ''}`
          }
        >
          <label htmlFor={id}>Source of the mail</label>
          <div className="hint" id={`${id}-hint`}>
            <p>Paste all of it. It is read in this tab: not sent, not kept. A report you make says what it showed.</p>
          </div>
          {trouble !== undefined && (
            <p className={fieldStyles.error} id={`${id}-error`} role="alert">
              <span className="visually-hidden">Error: </span>
              {trouble}
            </p>
          )}
          <textarea
            id={id}
            className={fields.text}
            rows={6}
            spellCheck={false}
            autoComplete="off"
            maxLength={mostCharacters + 1}
            aria-invalid={trouble !== undefined}
            aria-describedby={describedBy}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </div>
        <button type="submit">Read the source</button>
      </form>
      {reading?.status !== 'read' && <Menus />}
      <p role="status" className="visually-hidden">
        {reading !== undefined && trouble === undefined && announced(reading)}
      </p>
      {reading !== undefined && trouble === undefined && <SourceResult reading={reading} />}
    </details>
  );
}
