import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

/** `npm start` as a person meets it: real processes on real ports, with the build that everybody else uses. */
type Started = { readonly child: ChildProcess; readonly output: () => string; readonly error: () => string };
const started = new Set<ChildProcess>();

function start(env: Record<string, string>, flags: readonly string[] = [], script = 'scripts/start.mjs'): Started {
  const child = spawn(process.execPath, [...flags, script], {
    env: { ...process.env, NODE_ENV: 'production', OUTPORT_MODE: 'local', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  const said = { output: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.error += text));
  return { child, output: () => said.output, error: () => said.error };
}

afterEach(async () => {
  for (const child of started) if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  started.clear();
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

const readiness = { timeout: 300_000, interval: 20 };
const ready = ({ output }: Started) => expect.poll(output, readiness).toContain('Outport is ready');

/** A process's state and its parent, by Linux's own list: they follow the name, which stands in brackets. */
function processFacts(pid: string): { readonly state: string; readonly parent: number } {
  try {
    const [state = 'Z', parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return { state: 'Z', parent: 0 }; // it ended while we looked
  }
}

const isAlive = (pid: number) => processFacts(String(pid)).state !== 'Z';

function descendants(of: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && processFacts(name).parent === of)
    .map(Number)
    .filter(isAlive);
  return children.flatMap((pid) => [pid, ...descendants(pid)]);
}

/** The practice server's child that holds the silent port, a moment after the start. */
async function silentPort({ child }: Started): Promise<number[]> {
  const below = () => descendants(child.pid ?? 0);
  await expect.poll(below, { timeout: 10_000 }).toHaveLength(1);
  return below();
}

describe('npm start', () => {
  it('builds what changed, and serves', { timeout: readiness.timeout }, async () => {
    await ready(start({ PORT: await freePort() }));
  });

  it('says its address and nothing else the next time, and answers there under its own name only', async () => {
    const port = await freePort();
    const app = start({ PORT: port });
    await ready(app);
    expect(app.output()).toBe(`Outport is ready: http://127.0.0.1:${port}\n`);
    const answer = async (host: string) => {
      const request = get({ host: '127.0.0.1', port, headers: { host } });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      response.resume();
      return response;
    };
    const page = await answer(`127.0.0.1:${port}`);
    expect([page.statusCode, page.headers['x-powered-by']]).toEqual([200, undefined]);
    expect((await answer(`rebound.example.com:${port}`)).statusCode).toBe(403);
    expect(app.error()).toBe('');
  });

  it('listens for this machine alone', { skip: process.platform !== 'linux' }, async () => {
    const port = await freePort();
    await ready(start({ PORT: port }));
    const elsewhere = connect({ host: '127.0.0.2', port: Number(port) });
    await expect(once(elsewhere, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s within a second, and leaves nothing behind',
    { skip: process.platform !== 'linux' },
    async (signal) => {
      const app = start({ PORT: await freePort() });
      await ready(app);
      const below = await silentPort(app);
      const asked = performance.now();
      app.child.kill(signal);
      expect(await once(app.child, 'exit')).toEqual([0, null]);
      expect(performance.now() - asked).toBeLessThan(1000);
      await expect.poll(() => below.filter(isAlive), { timeout: 1000 }).toEqual([]);
      expect(app.error()).toBe('');
    },
  );

  it('leaves nothing behind when it is killed outright', { skip: process.platform !== 'linux' }, async () => {
    const app = start({ PORT: await freePort() });
    await ready(app);
    const below = await silentPort(app);
    app.child.kill('SIGKILL');
    await once(app.child, 'exit');
    await expect.poll(() => below.filter(isAlive), { timeout: 5000 }).toEqual([]);
  });

  it('ends with the npm that runs it', { skip: process.platform !== 'linux' }, async () => {
    const shell = spawn('sh', ['-c', `${process.execPath} scripts/start.mjs; true`], {
      env: { ...process.env, PORT: await freePort(), npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(shell.stdout, 'data');
    const below = descendants(shell.pid ?? 0);
    expect(below.length).toBeGreaterThan(0);
    shell.kill('SIGKILL');
    await expect.poll(() => below.filter(isAlive), { timeout: 5000 }).toEqual([]);
  });

  it('says that hosted mode is experimental, and plays no practice server there', async () => {
    const app = start({
      PORT: await freePort(),
      OUTPORT_MODE: 'hosted',
      OUTPORT_ORIGIN: 'https://outport.example.com',
      OUTPORT_TRUSTED_PROXIES: '1',
    });
    await ready(app);
    expect(app.output()).toMatch(/^Hosted mode is experimental\. Outport is ready: /);
  });

  it('names a taken port and how to choose another', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const app = start({ PORT: String(port) });
    expect(await once(app.child, 'close')).toEqual([1, null]);
    expect(app.error()).toContain(`Port ${String(port)} is taken by another program. Choose another one: PORT=`);
    holder.close();
  });

  const oldNode = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.8'}})`;

  it.each([
    [{ PORT: 'mail' }, [], 'PORT is a whole number from 1 to 65535, not "mail".'],
    [{ OUTPORT_MODE: 'hosted' }, [], 'Hosted mode needs OUTPORT_ORIGIN'],
    [
      { OUTPORT_MODE: 'hosted', OUTPORT_ORIGIN: 'https://example.com' },
      [],
      'Hosted mode needs OUTPORT_TRUSTED_PROXIES',
    ],
    [{}, ['--import', oldNode], 'Outport needs Node 20.20 or newer; this is 18.20.8.'],
  ])('with %j and %j it does not start and says why in one line', async (env, flags, sentence) => {
    const app = start(env, flags);
    expect(await once(app.child, 'close')).toEqual([1, null]);
    expect(app.output()).toBe('');
    expect(app.error()).toContain(sentence);
    expect(app.error().trim().split('\n')).toHaveLength(1);
  });
});
