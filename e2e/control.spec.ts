/** A silent port: whether the network or the server is silent is asked only when the person wants to know. */
import { expect, test } from './fixtures';
import { reachOwnPorts } from './journey/own-server';
import { portsSettled } from './journey/ports-step';
import { ownAddress } from './lab/own-address';
import { startSilentPorts } from './lab/silent-ports';

type Asked = {
  readonly endpoints: readonly { readonly host: string; readonly port: number; readonly security: string }[];
};

/** What a network that drops the port makes of it. The real providers are out of a test's reach. */
function silence({ endpoints }: Asked): string {
  const named = endpoints.map((endpoint) => ({
    id: `${endpoint.host}:${endpoint.port}/${endpoint.security}`,
    ...endpoint,
  }));
  const failure = { stage: 'connect', secured: false, kind: 'timed-out', afterMs: 5000, bytes: 0 };
  const events = [
    { event: 'planned', at: 0, endpoints: named },
    ...named.map(({ id }) => ({
      event: 'endpoint-settled',
      at: 5001,
      endpoint: id,
      outcome: { status: 'failed', failure },
      transcript: [],
    })),
    { event: 'finished', at: 5002, attempts: [] },
  ];
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

test('where other providers are silent on the port too, the network is named, and the hosts known for it', async ({
  page,
}) => {
  const elsewhere: string[] = [];
  await page.route('**/api/probe', async (route) => {
    const asked = route.request().postDataJSON() as Asked;
    if (asked.endpoints.every(({ host }) => host === ownAddress)) return route.continue();
    elsewhere.push(...asked.endpoints.map(({ host, port }) => `${host}:${port}`));
    return route.fulfill({ contentType: 'application/x-ndjson', body: silence(asked) });
  });
  const silent = await startSilentPorts(ownAddress, [25, 465, 587, 2525]);
  try {
    await reachOwnPorts(page, { host: ownAddress, username: 'shop', sender: 'shop@mail.test' });
    await portsSettled(page);
    expect(elsewhere, 'nobody else is asked by itself').toEqual([]);
    await page.getByRole('button', { name: 'Try port 465 elsewhere' }).click();
    await expect(page.getByRole('heading', { name: 'This network closes port 465' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /are known to close/ })).toBeVisible();
    expect(elsewhere).toEqual(['smtp.sendgrid.net:465', 'smtp.mailgun.org:465', 'smtp.gmail.com:465']);
  } finally {
    await silent.stop();
  }
});
