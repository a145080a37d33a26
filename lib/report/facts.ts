/** A report as labelled facts: what its page, its Markdown and the list of runs say in the same words. */
import type { Security } from '@/lib/smtp/endpoint';
import { readableMoment } from '@/lib/wizard/proof';
import { vantageName } from '@/lib/wizard/vantage-words';
import { fateFacts } from './arrival-facts';
import type { Fact } from './fact';
import type { Report, ReportedPort, ReportedWebServer } from './report';

const securityWords: Readonly<Record<Security, string>> = {
  'implicit-tls': 'implicit TLS',
  starttls: 'STARTTLS',
  cleartext: 'not encrypted',
};

const claims: Readonly<Record<NonNullable<Report['settings']>['claim'], string>> = {
  works: 'The mail server accepted a message with exactly these values',
  connects: 'The port answers with verified encryption; no message was accepted with these values',
  'not-tested': 'Not tested with exactly these values',
};

/** It works, and nobody saw the server say so. */
const arrivedAnyhow = 'A message with exactly these values arrived, although the mail server’s answer to it was lost';

const logins: Readonly<Record<NonNullable<Report['settings']>['login'], string>> = {
  none: 'None',
  username: 'By user name and password',
  'password-is-username': 'The password is the user name too',
};

/** `465, implicit TLS`. */
export function portName({ port, security, plays }: Pick<ReportedPort, 'port' | 'security' | 'plays'>): string {
  return `${port}, ${securityWords[security]}${plays === undefined ? '' : ` (plays ${plays})`}`;
}

/** From where and when the web server's ports were tried. */
export function webServerMoment({ at }: ReportedWebServer): string {
  return `Tried from the web server on ${readableMoment(at)}, by its own clock.`;
}

/** What a row came to: `Works, TLS 1.3`. */
export function portResult({ word, detail }: Pick<ReportedPort, 'word' | 'detail'>): string {
  return detail === '' ? word : `${word}, ${detail}`;
}

/** The report in a few words, for a title and a list. */
export function reportTitle({ host, message, ports, settings }: Report): string {
  if (message?.arrival !== undefined) return `${host}: message arrived through port ${message.port}`;
  if (message?.status === 'accepted') return `${host}: message accepted on port ${message.port}`;
  if (message?.status === 'failed') return `${host}: message not accepted on port ${message.port}`;
  if (ports.length === 0) return settings === undefined ? host : `${host}: port ${settings.port}, not tested`;
  const working = ports.filter(({ tone }) => tone === 'works').length;
  return `${host}: ${working} of ${ports.length} ports work`;
}

/** What was tested, from where and when. */
export function runFacts({ made, vantage, provider, host, testedAt, ports, masked }: Report): readonly Fact[] {
  return [
    { label: 'Mail server', value: host },
    ...(provider === undefined ? [] : [{ label: 'Provider', value: provider }]),
    { label: 'Tried from', value: vantageName[vantage] },
    {
      label: 'Ports tried',
      value:
        ports.length === 0
          ? 'Not part of this report'
          : testedAt === undefined
            ? `${ports.length}`
            : `${ports.length}, on ${readableMoment(testedAt)}`,
    },
    { label: 'Report made', value: readableMoment(made) },
    {
      label: 'Names',
      value: masked ? 'User names and the first part of addresses are hidden' : 'User names and addresses are shown',
    },
  ];
}

/** The one message that was sent, if one was. */
export function messageFacts(message: NonNullable<Report['message']>): readonly Fact[] {
  const { host, from, to, when, queueId, messageId } = message;
  return [
    ...fateFacts(message),
    { label: 'Through', value: `${host}, port ${portName(message)}` },
    { label: 'From', value: from },
    { label: 'To', value: to },
    { label: 'When', value: readableMoment(when) },
    ...(queueId === undefined ? [] : [{ label: 'Queue id', value: queueId }]),
    ...(messageId === undefined ? [] : [{ label: 'Message-ID', value: messageId }]),
  ];
}

/** The settings, without the password. */
export function settingsFacts(settings: NonNullable<Report['settings']>, message: Report['message']): readonly Fact[] {
  const { host, port, security, login, username, from, fromName, claim } = settings;
  return [
    { label: 'Server', value: host },
    { label: 'Port', value: String(port) },
    { label: 'Encryption', value: securityWords[security] },
    { label: 'Login', value: logins[login] },
    ...(username === undefined ? [] : [{ label: 'User name', value: username }]),
    { label: 'Sender', value: fromName === undefined ? from : `${fromName} <${from}>` },
    {
      label: 'Proof',
      value: claim === 'works' && message?.status === 'outcome-unknown' ? arrivedAnyhow : claims[claim],
    },
  ];
}
