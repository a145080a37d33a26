'use client';
import { download } from '@/components/ui/download';
import type { Rendering } from '@/lib/report/rendering';
import type { Report } from '@/lib/report/report';
import styles from './report.module.css';

type Id = Rendering['id'];
const names: readonly (readonly [Id, string])[] = [
  ['html', 'HTML'],
  ['markdown', 'Markdown'],
  ['json', 'JSON'],
];

type Props = {
  /** What tells these buttons from those of another report, for who does not see them side by side. */
  readonly of?: string;
  readonly report: () => Promise<Report | undefined>;
  readonly onSaid: (said: string) => void;
  readonly onDone?: (report: Report) => void;
};

const failed =
  'The report could not be made: a part of Outport did not load. Check that it still runs, then press again.';

/** A report as a file, in each of its forms. The code that writes them is fetched at the first press. */
export function ReportDownloads({ of, report, onSaid, onDone }: Props) {
  const take = async (id: Id) => {
    const [made, { renderings, fileName }] = await Promise.all([report(), import('@/lib/report/rendering')]);
    const rendering = renderings.find((candidate) => candidate.id === id);
    if (made === undefined || rendering === undefined) return;
    download(fileName(made, rendering), rendering.mediaType, rendering.render(made));
    onSaid(`The ${rendering.name} file is in your downloads.`);
    onDone?.(made);
  };
  return (
    <div className={styles.tools}>
      {names.map(([id, name]) => (
        <button key={id} type="button" onClick={() => void take(id).catch(() => onSaid(failed))}>
          Download {name}
          {of !== undefined && <span className="visually-hidden"> of {of}</span>}
        </button>
      ))}
    </div>
  );
}
