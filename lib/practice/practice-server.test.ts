import net from 'node:net';
import nodemailer from 'nodemailer';
import { beforeAll, describe, expect, test } from 'vitest';
import { Mailbox } from './mailbox';
import { practiceServer, startPracticeServer, type PracticeServer } from './practice-server';

let practice: PracticeServer;
beforeAll(async () => {
  practice = await startPracticeServer();
});

function transport(plays: number, password = practice.login.password) {
  const port = practice.ports.find((entry) => entry.plays === plays);
  if (port === undefined) throw new Error(`nothing plays ${plays}`);
  return nodemailer.createTransport({
    host: 'localhost',
    port: port.port,
    secure: port.security === 'implicit-tls',
    requireTLS: true,
    auth: { user: practice.login.username, pass: password },
    tls: { ca: practice.authorityPem },
  });
}

const mail = { from: 'shop@example.test', to: 'owner@example.test', subject: 'Practice', text: 'Hello' };

describe('the practice server', () => {
  test.each([465, 587, 2525])(
    'takes a message on the port that plays %i over verified TLS, and it stands in the inbox',
    async (plays) => {
      const sent = await transport(plays).sendMail({ ...mail, subject: `By ${plays}` });
      expect(sent.response).toMatch(/^250 2\.0\.0 Ok: queued as /);
      expect(practice.mailbox.list()[0]).toMatchObject({ subject: `By ${plays}`, to: 'owner@example.test' });
    },
  );

  test('puts on top of a message from whom, how and when it came, as every server does', async () => {
    await transport(465).sendMail(mail);
    expect(practice.mailbox.list()[0]?.source).toMatch(
      /^Return-Path: <shop@example\.test>\r\nDelivered-To: owner@example\.test\r\nReceived: from \S+ \(\[127\.0\.0\.1\]\)\r\n by practice\.outport\.localhost with ESMTPSA; \w{3}, \d+ \w{3} \d{4} [\d:]{8} \+0000\r\n/,
    );
  });

  test('refuses a wrong password', async () => {
    await expect(transport(587, 'wrong').sendMail(mail)).rejects.toMatchObject({ responseCode: 535 });
  });

  test('starts once, also when it is asked for twice at a time', async () => {
    const [one, two] = await Promise.all([startPracticeServer(), startPracticeServer()]);
    expect(one).toBe(two);
    expect(practiceServer()).toBe(one);
  });

  test('refuses a message over 1 MB and keeps none of it', async () => {
    const before = practice.mailbox.list().length;
    await expect(transport(587).sendMail({ ...mail, text: 'x'.repeat(1_500_000) })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(practice.mailbox.list()).toHaveLength(before);
  });

  test('refuses the recipient after the hundredth', async () => {
    const to = Array.from({ length: 101 }, (_, index) => `r${index}@example.test`);
    const sent = await transport(587).sendMail({ ...mail, to });
    expect(sent.rejected).toEqual(['r100@example.test']);
  });

  test('refuses a login before TLS', async () => {
    const port = practice.ports.find(({ plays }) => plays === 587)?.port ?? 0;
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = net.connect(port, '127.0.0.1');
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.split('\n').length === 2) socket.write('EHLO test.example\r\n');
        if (/^250 /m.test(text) && !text.includes('538')) socket.write('AUTH PLAIN AHByYWN0aWNlAHg=\r\n');
        if (/^538 /m.test(text)) {
          socket.destroy();
          resolve(text);
        }
      });
    });
    expect(said).toContain('STARTTLS');
    expect(said).not.toMatch(/^(235|334|535) /m);
  });

  test.skipIf(process.platform === 'win32')(
    'plays a silent port 25: a connection is neither taken nor refused',
    async () => {
      const port = practice.ports.find(({ plays }) => plays === 25)?.port ?? 0;
      const socket = net.connect(port, '127.0.0.1');
      const fate = await Promise.race([
        new Promise<string>((resolve) =>
          socket.once('connect', () => resolve('connected')).once('error', () => resolve('refused')),
        ),
        new Promise<string>((resolve) => setTimeout(() => resolve('silence'), 600)),
      ]);
      socket.destroy();
      expect(fate).toBe('silence');
    },
  );

  test('keeps the newest 50 messages', async () => {
    const mailbox = new Mailbox();
    for (let number = 1; number <= 51; number += 1)
      await mailbox.deliver(Buffer.from(`Subject: ${number}\r\n\r\nx`), ['a@b.test']);
    expect(mailbox.list()).toHaveLength(50);
    expect(mailbox.list()[0]?.subject).toBe('51');
  });
});
