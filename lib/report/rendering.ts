/** The forms in which a report can be taken along. */
import { reportMarkdown } from './markdown';
import type { Report } from './report';
import { reportFile } from './report-html';

export type Rendering = {
  readonly id: 'html' | 'markdown' | 'json';
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly render: (report: Report) => string;
};

export const renderings: readonly Rendering[] = [
  { id: 'html', name: 'HTML', extension: 'html', mediaType: 'text/html; charset=utf-8', render: reportFile },
  {
    id: 'markdown',
    name: 'Markdown',
    extension: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    render: reportMarkdown,
  },
  {
    id: 'json',
    name: 'JSON',
    extension: 'json',
    mediaType: 'application/json',
    render: (report) => `${JSON.stringify(report, null, 2)}\n`,
  },
];

/** `outport-mail.example.com-2026-11-24.html`; a host name holds nothing that a file name may not, but for the colons of IPv6. */
export function fileName({ host, made }: Report, { extension }: Rendering): string {
  return `outport-${host.replaceAll(':', '-')}-${made.slice(0, 10)}.${extension}`;
}
