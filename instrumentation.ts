/**
 * Once per process, before the first request: a deployment that is not understood ends it with a sentence; in local
 * mode the practice server starts and is trusted, alone, on its own ports.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { readDeployment } = await import('@/lib/network/deployment');
  const reading = readDeployment(process.env);
  if ('problem' in reading) {
    process.stderr.write(`${reading.problem}\n`);
    process.exit(1);
  }
  if (reading.deployment.mode === 'local') await startPractice();
  else await checkLimits();
}

async function checkLimits(): Promise<void> {
  const { readLimits } = await import('@/lib/store/limits');
  const reading = readLimits(process.env);
  if ('limits' in reading) return;
  process.stderr.write(`${reading.problem}\n`);
  process.exit(1);
}

async function startPractice(): Promise<void> {
  const [{ startPracticeServer }, { trustListener }, { reportUnexpected }] = await Promise.all([
    import('@/lib/practice/practice-server'),
    import('@/lib/network/trust'),
    import('@/app/api/report-unexpected'),
  ]);
  try {
    const { ports, authorityPem } = await startPracticeServer();
    for (const { port } of ports) trustListener({ address: '127.0.0.1', port, authorityPem });
  } catch (error) {
    reportUnexpected(error); // Outport works without it
  }
}
