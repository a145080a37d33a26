import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** dependency-cruiser says "no violations" over no modules just as gladly: here it must see every file and every offence. */
type Cruise = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
};

const command = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rules = resolve('.dependency-cruiser.mjs');

/** A folder → what dependency-cruiser says of it under the project's rules. Offences make it exit with their number. */
function cruise(folder: string): Promise<Cruise> {
  const args = [command, '--config', rules, '--output-type', 'json', '.'];
  return new Promise((settle, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      if (stderr === '') settle(JSON.parse(stdout) as Cruise);
      else reject(new Error(stderr));
    });
  });
}

const offences = ({ summary }: Cruise) => summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();

it('every TypeScript file is looked at, and none offends', async () => {
  const seen = await cruise('.');
  const sources = new Set(seen.modules.map(({ source }) => source));
  const files = ['app', 'components', 'lib', 'e2e']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(100);
  expect([...files, 'proxy.ts', 'instrumentation.ts'].filter((file) => !sources.has(file))).toEqual([]);
  expect(offences(seen)).toEqual([]);
});

it('each rule reports what is planted for it, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outport-rules-'));
  const planted: Record<string, string> = {
    // Two steps from a component to the network, the first of them a type only.
    'components/steps/far-step.tsx': `import type { Far } from '@/lib/wizard/far';\nexport type Step = Far;\n`,
    'lib/wizard/far.ts': `import { reach } from '@/lib/network/reach';\nexport type Far = typeof reach;\n`,
    'lib/network/reach.ts': `import net from 'node:net';\nexport const reach = net.connect;\n`,
    // A framework, one step away.
    'lib/smtp/near.ts': `import { shown } from './shown';\nexport const near = shown;\n`,
    'lib/smtp/shown.ts': `import { version } from 'react';\nexport const shown = version;\n`,
    'lib/probe/socket.ts': `import tls from 'tls';\nexport const socket = tls.connect;\n`,
    'app/api/lookup.ts': `import dns from 'node:dns/promises';\nexport const lookup = dns.resolve4;\n`,
    'lib/exports/hen.ts': `import { egg } from './egg';\nexport const hen = (): unknown => egg;\n`,
    'lib/exports/egg.ts': `import { hen } from './hen';\nexport const egg = (): unknown => hen;\n`,
    'lib/settings/alone.ts': 'export const alone = 1;\n',
    'lib/settings/lost.ts': `import { gone } from './gone';\nexport const lost = gone;\n`,
    'node_modules/react/package.json': JSON.stringify({ name: 'react', version: '1.0.0', main: 'index.js' }),
    'node_modules/react/index.js': 'exports.version = 1;\n',
    'package.json': JSON.stringify({ type: 'module', dependencies: { react: '1.0.0' } }),
  };
  try {
    for (const [path, text] of Object.entries(planted)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    cpSync('tsconfig.json', join(folder, 'tsconfig.json'));
    expect(offences(await cruise(folder))).toEqual([
      'every-import-is-found: lib/settings/lost.ts',
      'no-cycle: lib/exports/egg.ts',
      'no-orphan: lib/settings/alone.ts',
      'sockets-in-their-folders-only: app/api/lookup.ts',
      'sockets-in-their-folders-only: lib/probe/socket.ts',
      'the-program-knows-no-framework: lib/smtp/near.ts',
      'the-program-knows-no-framework: lib/smtp/shown.ts',
      'what-people-see-never-reaches-the-network: components/steps/far-step.tsx',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
