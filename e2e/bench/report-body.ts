import { buildReport } from '@/lib/report/build-report';
import { sampleRun, sampleSeen } from '@/lib/report/testing/sample-run';

/** The JSON of a report with every part, as a busy Outport keeps many. */
export const reportBody = JSON.stringify(buildReport({ ...sampleRun, webServer: sampleSeen }, false));
