'use client';
import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { reportTitle } from '@/lib/report/facts';
import type { Report } from '@/lib/report/report';
import { readableMoment } from '@/lib/wizard/proof';
import { deleteHosted, keepHosted, type HostedReport } from './hosted-requests';
import { keepReport, keptReports } from './kept-reports';
import { ReportDownloads } from './report-downloads';

type State =
  | { readonly status: 'none' }
  | { readonly status: 'asking' }
  | { readonly status: 'there'; readonly hosted: HostedReport }
  | { readonly status: 'deleted' }
  | { readonly status: 'failed'; readonly sentence: string }
  /** Outport keeps it not; a file can still be taken along. */
  | { readonly status: 'not-kept'; readonly sentence: string };

const failed = 'The report could not be made: the connection to Outport broke. Press again.';

/** The link of a report, and the token that deletes it, which is shown here and never again. */
function Link({ hosted, onDelete }: { readonly hosted: HostedReport; readonly onDelete: () => void }) {
  const { url, expires, deleteToken } = hosted;
  return (
    <div className="notice ok">
      <p>
        Whoever has this link can read the report until {readableMoment(expires)}:{' '}
        <a href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
      </p>
      <p>
        <CopyButton label="the link of the report" text={url} isNamed />
      </p>
      <p>
        Its delete token, shown only now: <code>{deleteToken}</code>
      </p>
      <p>
        <CopyButton label="the delete token" text={deleteToken} isNamed />
      </p>
      <p>
        <button type="button" onClick={onDelete}>
          Delete it now
        </button>
      </p>
    </div>
  );
}

const sentences: Readonly<Record<State['status'], string>> = {
  none: '',
  asking: 'Making the report…',
  there: 'The report is made. Its link stands above.',
  deleted: 'The report is deleted. Nobody can open it any more.',
  failed: '',
  'not-kept': '',
};

/** One press keeps the report on this Outport, at an address that nobody can guess. */
export function HostedReportMaker({ report }: { readonly report: () => Promise<Report | undefined> }) {
  const [state, setState] = useState<State>({ status: 'none' });
  const make = async () => {
    setState({ status: 'asking' });
    const made = await report();
    if (made === undefined) {
      setState({ status: 'none' });
      return;
    }
    const answer = await keepHosted(made);
    if ('problem' in answer) {
      setState({ status: 'not-kept', sentence: answer.problem });
      return;
    }
    const { id, expires } = answer.hosted;
    keptReports.keep({ id, title: reportTitle(made), made: made.made, expires });
    setState({ status: 'there', hosted: answer.hosted });
  };
  const remove = async ({ id, deleteToken }: HostedReport) => {
    const isGone = await deleteHosted(id, deleteToken);
    if (isGone) keptReports.forget(id);
    setState(isGone ? { status: 'deleted' } : { status: 'failed', sentence: 'It was not deleted.' });
  };
  const guarded = (work: Promise<void>) => void work.catch(() => setState({ status: 'failed', sentence: failed }));
  return (
    <>
      {state.status === 'there' ? (
        <Link hosted={state.hosted} onDelete={() => guarded(remove(state.hosted))} />
      ) : (
        <p>
          <button type="button" aria-disabled={state.status === 'asking'} onClick={() => guarded(make())}>
            Make a report with a link
          </button>
        </p>
      )}
      <p role="status" className="hint">
        {'sentence' in state ? state.sentence : sentences[state.status]}
      </p>
      {state.status === 'not-kept' && (
        <ReportDownloads
          report={report}
          onSaid={(sentence) => setState({ status: 'not-kept', sentence })}
          onDone={keepReport}
        />
      )}
    </>
  );
}
