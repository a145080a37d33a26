/** The profile is read back by Python's own reader of property lists. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { appleProfileFor } from './apple-profile';
import { exportText } from './export-text';
import {
  hostilePassword,
  hostileProof,
  hostileSettings,
  receivingSettings,
  withoutLogin,
} from './testing/sample-settings';

const python = '/usr/bin/python3';
const program = 'import sys, json, plistlib; print(json.dumps(plistlib.load(sys.stdin.buffer, fmt=plistlib.FMT_XML)))';
type Profile = { readonly PayloadContent: readonly Record<string, unknown>[] } & Record<string, unknown>;

const formatFor = (settings: SmtpSettings) => {
  const format = appleProfileFor(settings);
  if (format === undefined) throw new Error(`no profile for ${settings.host}`);
  return format;
};
const read = (settings: SmtpSettings, includePassword = true): Profile =>
  JSON.parse(
    execFileSync(python, ['-c', program], {
      input: exportText(formatFor(settings), settings, { includePassword, proof: hostileProof }),
      encoding: 'utf8',
    }),
  ) as Profile;
const hostile: SmtpSettings = { ...hostileSettings, host: 'smtp.gmail.com', port: 465, security: 'implicit-tls' };
const uuid = /^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/;

describe.skipIf(spawnSync(python, ['--version']).status !== 0)('a profile', () => {
  test('holds both servers, and every value as it is', () => {
    const { PayloadContent, ...outer } = read(hostile);
    expect(outer).toEqual({
      PayloadType: 'Configuration',
      PayloadVersion: 1,
      PayloadUUID: expect.stringMatching(uuid) as string,
      PayloadIdentifier: expect.stringMatching(/^outport\.[0-9a-f-]{36}$/) as string,
      PayloadDisplayName: "Mail for o'neil@example.com",
      PayloadDescription: 'Accepted ?> */ --> by mail.test on 2026-11-24',
    });
    expect(PayloadContent).toEqual([
      {
        PayloadType: 'com.apple.mail.managed',
        PayloadVersion: 1,
        PayloadUUID: expect.stringMatching(uuid) as string,
        PayloadIdentifier: expect.stringMatching(/^outport\.[0-9a-f-]{36}$/) as string,
        PayloadDisplayName: 'Mail account',
        EmailAccountType: 'EmailTypeIMAP',
        EmailAccountDescription: "o'neil@example.com",
        EmailAccountName: hostile.from.name,
        EmailAddress: "o'neil@example.com",
        IncomingMailServerHostName: 'imap.gmail.com',
        IncomingMailServerPortNumber: 993,
        IncomingMailServerUseSSL: true,
        IncomingMailServerAuthentication: 'EmailAuthPassword',
        IncomingMailServerUsername: hostile.username,
        IncomingPassword: hostilePassword,
        OutgoingMailServerHostName: 'smtp.gmail.com',
        OutgoingMailServerPortNumber: 465,
        OutgoingMailServerUseSSL: true,
        OutgoingMailServerAuthentication: 'EmailAuthPassword',
        OutgoingMailServerUsername: hostile.username,
        OutgoingPasswordSameAsIncomingPassword: true,
      },
    ]);
  });

  test('has no password at all while that is switched off, so that the device asks for it', () => {
    const [account = {}] = read(hostile, false).PayloadContent;
    expect(Object.keys(account).filter((key) => key.endsWith('Password') && !key.includes('SameAs'))).toEqual([]);
    expect(account).toMatchObject({ OutgoingMailServerUsername: hostile.username });
  });

  test('is named alike for the same account, whatever its password, and otherwise for another', () => {
    const names = (settings: SmtpSettings) => {
      const { PayloadUUID, PayloadContent } = read(settings);
      return [PayloadUUID, ...PayloadContent.map((entry) => entry['PayloadUUID'])];
    };
    const first = names(receivingSettings);
    expect(new Set(first).size).toBe(2);
    expect(names({ ...receivingSettings, password: 'another' })).toEqual(first);
    const other = { ...receivingSettings, from: { ...receivingSettings.from, address: 'other@example.com' } };
    expect(new Set([...first, ...names(other)]).size).toBe(4);
  });

  test('reads iCloud’s mail for the name alone', () => {
    const [account] = read({ ...receivingSettings, host: 'smtp.mail.me.com' }).PayloadContent;
    expect(account).toMatchObject({
      IncomingMailServerUsername: 'shop',
      OutgoingMailServerUsername: 'shop@example.com',
    });
  });
});

describe('a profile is offered', () => {
  test('only where the server that receives is known and somebody logs in', () => {
    expect(appleProfileFor(receivingSettings)).toBeDefined();
    for (const host of ['smtp.sendgrid.net', 'smtp.office365.com', 'mail.example.com'])
      expect(appleProfileFor({ ...receivingSettings, host })).toBeUndefined();
    expect(appleProfileFor(withoutLogin(receivingSettings))).toBeUndefined();
    expect(appleProfileFor({ ...receivingSettings, port: 25, security: 'cleartext' })).toBeUndefined();
    const { username: _name, ...rest } = receivingSettings;
    expect(appleProfileFor({ ...rest, usernameIsPassword: true })).toBeUndefined();
  });

  test('with "usually" where the server that receives is general knowledge', () => {
    const told = (host: string) =>
      formatFor({ ...receivingSettings, host })
        .warnings({ ...receivingSettings, host })
        .join(' ');
    expect(told('smtp.hostinger.com')).toContain('Mail is usually received from imap.hostinger.com, port 993');
    expect(told('smtp.gmail.com')).toContain('Mail is received from imap.gmail.com, port 993, as Thunderbird’s list');
  });

  test('unless XML cannot hold the login', () => {
    expect(formatFor(receivingSettings).cannot?.({ ...receivingSettings, password: 'a\ufffe' })).toContain('XML');
    expect(formatFor(receivingSettings).cannot?.(hostile)).toBeUndefined();
  });
});
