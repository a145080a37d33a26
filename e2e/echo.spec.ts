import { expect, test } from './fixtures';
import { accepted, goToSettings, loginRefused, sendTestEmail } from './journey/message-step';
import { reachOwnMessage } from './journey/own-server';
import { openEverything } from './journey/page-state';
import { settingsWork } from './journey/settings-step';
import { startEchoingServer } from './lab/echoing-server';
import { postTestMessage } from './test-message-route';
import { canary, canaryForms, canaryInPieces } from './watch/canary';

const login = { username: 'shop@mail.test', password: canary };
const sender = 'orders@shop.test';

/** Reply lines without their codes and without what a page writes before them, so that pieces lie next to each other. */
const spoken = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/^.*?←\s*/, '').replace(/^\d{3}[ -](?:\d\.\d\.\d )?/, ''))
    .join('\n');

for (const answer of ['refuses', 'accepts'] as const) {
  test(`a server that ${answer} and says the password back in pieces finds nobody to pass it on`, async ({
    page,
    request,
    certificates,
  }) => {
    const server = await startEchoingServer({ certificate: certificates.good, ...login, answer });
    try {
      await reachOwnMessage(page, { host: 'localhost', port: server.port, ...login, sender });
      await sendTestEmail(page);
      await (answer === 'refuses' ? loginRefused(page) : accepted(page));
      await openEverything(page);
      const shown = await page.getByRole('main').innerText();
      expect(shown).toContain('[hidden]');
      expect(canaryInPieces(spoken(shown))).toEqual([]);
      if (answer === 'accepts') {
        await goToSettings(page);
        await settingsWork(page);
        expect(canaryInPieces(spoken(await page.getByRole('main').innerText()))).toEqual([]);
      }

      const { raw, settled } = await postTestMessage(request, {
        endpoint: { host: 'localhost', port: server.port, security: 'starttls' },
        ...login,
        from: { name: '', address: sender },
        to: sender,
      });
      expect(canaryForms(raw)).toEqual([]);
      const said = settled.transcript.filter(({ from }) => from === 'server').map(({ text }) => text);
      expect(said.length).toBeGreaterThan(20);
      expect(canaryInPieces(spoken(said.join('\n')))).toEqual([]);
      // What the server was told, and so could say back: the script was followed to its end.
      expect(server.heard.filter((line) => line.startsWith('AUTH PLAIN '))).toHaveLength(2);
      expect(server.remaining()).toBe(0);
    } finally {
      await server.stop();
    }
  });
}
