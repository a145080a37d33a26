/**
 * What a test needs to hand settings to a real program and see what arrives: an Exim with one account, certificates with
 * and without faults, the authority as a file, and Exim's log read once it is complete.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { SmtpSettings } from '../../lib/settings/smtp-settings';
import { makeLabCertificates, type LabCertificates } from './certificates';
import { startLoginInTheClear, type LoginInTheClear } from './login-in-the-clear';
import { eximSessions } from './exim-sessions';
import { makeScratch } from './scratch-folder.mjs';
import { startExim, type Exim, type EximOptions } from './exim';

// What means something to PHP, a shell, a .env file, a URL or SMTP; blanks at both ends; two scripts.
const username = 'shop@mail.test';
export const labPassword = ` a"b'c\`d $e \${f} \\n\\\\ #g %41 <h> ?> ü 漢 `;

type Fault = 'wrongName' | 'expired';
export type SubmissionLab = {
  /** File with the authority of every certificate here. */
  readonly authority: string;
  /** What it signed, for servers that a test starts itself. */
  readonly certificates: LabCertificates;
  /** A folder for files, gone with the lab. */
  readonly scratch: string;
  /** Starts a server that ends with the test; with a fault its certificate has that. */
  serve(options?: Partial<EximOptions> & { readonly fault?: Fault }): Promise<Exim>;
  /** Starts a server without encryption that asks for the login all the same; it ends with the test. */
  serveLoginInTheClear(): Promise<LoginInTheClear>;
  close(): void;
};

/** Makes certificates; nothing runs until `serve`. */
export async function openSubmissionLab(password = labPassword): Promise<SubmissionLab> {
  const scratch = makeScratch('lab');
  const certificates: LabCertificates = await makeLabCertificates();
  const authority = join(scratch, 'authority.pem');
  writeFileSync(authority, certificates.authority);
  return {
    authority,
    certificates,
    scratch,
    serve: async ({ fault, ...options } = {}) => {
      const { cert, key } = certificates[fault ?? 'good'];
      const server = await startExim({ certificate: cert, key, users: [{ username, password }], ...options });
      onTestFinished(() => server.stop());
      return server;
    },
    serveLoginInTheClear: async () => {
      const server = await startLoginInTheClear();
      onTestFinished(() => server.stop());
      return server;
    },
    close: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

const base = { host: 'localhost', username, password: labPassword };
const from = { name: `O'Neil "Shop" $x`, address: 'shop@mail.test' };

/** Settings for STARTTLS on a port. */
export const starttlsOn = (port: number): SmtpSettings => ({ ...base, from, port, security: 'starttls' });

/** The two ways of encryption, and the settings for a server of the lab in each. */
export const encryptedWays = [
  ['STARTTLS', (server: Exim): SmtpSettings => starttlsOn(server.port)],
  [
    'implicit TLS',
    (server: Exim): SmtpSettings => ({ ...base, from, port: server.implicitPort, security: 'implicit-tls' }),
  ],
] as const;

/** A program was there, and left before it gave a login or a message. */
export async function expectNothingGiven(server: Exim): Promise<void> {
  // One connection to each port was the start waiting for it to answer.
  const waits = server.ports.length + (server.implicitPort === 0 ? 0 : 1);
  const sessions = () => eximSessions(server.log());
  await vi.waitFor(() => expect(sessions()).toMatchObject({ open: 0 }), 5_000);
  expect(sessions().begun).toBeGreaterThan(waits);
  expect(sessions().commands.filter((commands) => /AUTH|MAIL/.test(commands))).toEqual([]);
  expect(server.log()).not.toContain('<=');
  expect(await server.messages()).toEqual([]);
}

/** So many messages were taken over TLS with login, from the sender of the settings; returns them. */
export async function expectSubmitted(server: Exim, count = 1): Promise<readonly string[]> {
  await vi.waitFor(async () => expect(await server.messages()).toHaveLength(count), 5_000);
  expect(server.log()).toMatch(
    /<= shop@mail\.test .*P=(?:utf8)?esmtpsa .*X=TLS1\.[23]:.*A=(login|plain):shop@mail\.test/,
  );
  return server.messages();
}
