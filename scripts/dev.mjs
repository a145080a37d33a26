// `npm run dev`: the development server, on loopback only.
import { spawn } from 'node:child_process';

const port = process.env.PORT ?? '3000';
const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '-H', '127.0.0.1', '-p', port], {
  env: { ...process.env, PORT: port, NEXT_TELEMETRY_DISABLED: '1' },
  stdio: 'inherit',
});
child.once('exit', (code) => process.exit(code ?? 0));
