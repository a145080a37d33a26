import styles from './port-drawing.module.css';

type Lane = {
  readonly port: number;
  readonly y: number;
  /** How far the message gets in the clear, and from where on it is encrypted. */
  readonly way: 'encrypted' | 'switches' | 'stopped';
};

const lanes: readonly Lane[] = [
  { port: 465, y: 52, way: 'encrypted' },
  { port: 587, y: 100, way: 'switches' },
  { port: 2525, y: 148, way: 'switches' },
  { port: 25, y: 196, way: 'stopped' },
];

const site = { right: 44 };
const wall = { x: 132, gap: 12 };
const switchAt = 214;
const provider = { left: 284 };
const lockRadius = 12;

/** A closed lock of 14 units, its middle at the point given. */
function Lock({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x - 7} ${y - 8})`}>
      <circle className={styles.plate} cx="7" cy="8" r={lockRadius} />
      <path className={styles.shackle} d="M3.5 7V4.5a3.5 3.5 0 0 1 7 0V7" />
      <rect className={styles.lock} x="1" y="7" width="12" height="8" rx="1.5" />
    </g>
  );
}

function Way({ y, way }: Lane) {
  if (way === 'stopped')
    return (
      <>
        <path className={styles.clear} d={`M${site.right} ${y}H${wall.x - 26}`} />
        <path className={styles.cross} d={`m${wall.x - 22} ${y - 6} 12 12m0-12-12 12`} />
        <text x={wall.x + 14} y={y + 5}>
          usually closed
        </text>
      </>
    );
  const lockAt = way === 'encrypted' ? (site.right + wall.x) / 2 : switchAt;
  return (
    <>
      <path
        className={way === 'encrypted' ? styles.encrypted : styles.clear}
        d={`M${site.right} ${y}H${lockAt - lockRadius}`}
      />
      {way === 'switches' && (
        <text x={lockAt} y={y - 16} textAnchor="middle">
          STARTTLS
        </text>
      )}
      <Lock x={lockAt} y={y} />
      <path className={styles.encrypted} d={`M${lockAt + lockRadius} ${y}H${provider.left}`} />
    </>
  );
}

/** The wall of the network between site and provider, open at every lane but the last. */
function wallPath(): string {
  const open = lanes.filter(({ way }) => way !== 'stopped');
  const starts = [24, ...open.map(({ y }) => y + wall.gap)];
  const ends = [...open.map(({ y }) => y - wall.gap), 220];
  return starts.map((start, index) => `M${wall.x} ${start}V${ends[index] ?? start}`).join('');
}

/** Four ways from a site to its provider, and the one from there on. Drawn with tokens only; the description says the same. */
export function PortDrawing() {
  return (
    <figure className={styles.figure}>
      <svg viewBox="0 0 360 292" role="img" aria-labelledby="drawing-title" aria-describedby="drawing-text">
        <title id="drawing-title">Four ways from your site to your provider</title>
        <desc id="drawing-text">
          Your site stands on the left, your provider on the right, and the network of your web host like a wall between
          them. Port 465 passes the wall and is encrypted all the way. Ports 587 and 2525 pass it in the clear and are
          encrypted from STARTTLS on. Port 25 is usually stopped at the wall. From the provider, mail goes on to the
          recipient’s mail server over port 25, between servers.
        </desc>
        <text className={styles.name} x="0" y="14">
          Your site
        </text>
        <text className={styles.name} x={wall.x} y="14" textAnchor="middle">
          Network
        </text>
        <text className={styles.name} x="360" y="14" textAnchor="end">
          Provider
        </text>
        <rect className={styles.house} x="1" y="24" width={site.right - 1} height="196" rx="8" />
        <rect className={styles.house} x={provider.left} y="24" width={359 - provider.left} height="196" rx="8" />
        <path className={styles.glyph} d="M13 118v-14h20v14zM11 104l3-8h18l3 8zM20 118v-7h6v7" />
        <path className={styles.wall} d={wallPath()} />
        {lanes.map((lane) => (
          <g key={lane.port}>
            <Way {...lane} />
            <text className={styles.number} x="322" y={lane.y + 6} textAnchor="middle">
              {lane.port}
            </text>
          </g>
        ))}
        <path className={styles.onward} d="M322 220v26m-6-7 6 7 6-7" />
        <text x="310" y="240" textAnchor="end">
          25, between servers
        </text>
        <rect className={styles.house} x="106" y="252" width="253" height="36" rx="8" />
        <text className={styles.name} x="232.5" y="276" textAnchor="middle">
          Recipient’s mail server
        </text>
      </svg>
      <figcaption>Thick line with a lock: encrypted. Dashed line: anybody on the way can read it.</figcaption>
    </figure>
  );
}
