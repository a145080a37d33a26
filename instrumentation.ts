/** Once per process, before the first request: in local mode the practice server starts and is trusted, alone, on its own ports. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs' || process.env['OUTPORT_MODE'] === 'hosted') return;
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
