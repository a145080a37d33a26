// What the environment asks for, read once and before anything is installed or built.

const whole = (text, least, most) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most;

/** The same wish in both kinds of shell. */
export const withPort = (port, command = 'start') => {
  const npm = command === 'start' ? 'npm start' : `npm run ${command}`;
  return `PORT=${port} ${npm} (in PowerShell: $env:PORT=${port}; ${npm})`;
};

function isOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text;
}

/** A rule is a sentence that is true when the test is not passed. */
const rules = [
  {
    holds: ({ port }) => whole(port, 1, 65_535),
    sentence: ({ port }) => `PORT is a whole number from 1 to 65535, not "${port}". For example: ${withPort(3001)}`,
  },
  {
    holds: ({ mode }) => mode === 'local' || mode === 'hosted',
    sentence: ({ mode }) => `OUTPORT_MODE is local, which it is when not set, or hosted, not "${mode}".`,
  },
  {
    holds: ({ mode, origin }) => mode === 'local' || isOrigin(origin),
    sentence: () => 'Hosted mode needs OUTPORT_ORIGIN, the address people open, like https://outport.example.com.',
  },
  {
    holds: ({ mode, proxies }) => mode === 'local' || whole(proxies, 1, 99),
    sentence: () => 'Hosted mode needs OUTPORT_TRUSTED_PROXIES, the number of proxies in front of Outport, 1 or more.',
  },
];

/** The environment → `{ port, hosted }`, or `{ problem }`, one sentence on what stands in the way. */
export function readSettings(env) {
  const wish = {
    port: env.PORT || '3000',
    mode: env.OUTPORT_MODE || 'local',
    origin: env.OUTPORT_ORIGIN ?? '',
    proxies: env.OUTPORT_TRUSTED_PROXIES ?? '',
  };
  const broken = rules.find(({ holds }) => !holds(wish));
  if (broken !== undefined) return { problem: broken.sentence(wish) };
  return { port: Number(wish.port), hosted: wish.mode === 'hosted' };
}
