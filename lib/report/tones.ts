import type { RowTone } from '@/lib/probe/row-status';
import type { ReportedPort } from './report';

/** How a row of the page looks → how its port looks in a report, where nothing runs any more. */
export const tones: Readonly<Record<RowTone, ReportedPort['tone']>> = {
  works: 'works',
  warns: 'warns',
  fails: 'fails',
  muted: 'muted',
  waiting: 'muted',
  running: 'muted',
};
