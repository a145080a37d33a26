import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAutoconfig } from './autoconfig-xml';

const server = (inside: string, type = 'smtp') => `<outgoingServer type="${type}">${inside}</outgoingServer>`;
const whole =
  '<hostname>smtp.example.com</hostname><port>465</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username>';
const config = (servers: string) =>
  `<clientConfig version="1.1"><emailProvider id="example.com"><domain>example.com</domain>${servers}</emailProvider></clientConfig>`;
const read = (text: string) => readAutoconfig(new TextEncoder().encode(text));
const written = { hostname: 'smtp.example.com', port: '465', socketType: 'SSL', username: '%EMAILADDRESS%' };

describe('a document is read', () => {
  test.each([
    ['as it is', config(server(whole))],
    ['with its declaration', `<?xml version="1.0" encoding="UTF-8"?>\n${config(server(whole))}`],
    ['with a byte order mark', `\ufeff${config(server(whole))}`],
    ['with blanks and comments', config(server(whole.replaceAll('>', '>\n  ').replaceAll('</', '<!-- x -->\n</')))],
    ['with CDATA', config(server(whole.replace('smtp.example.com', '<![CDATA[smtp.example.com]]>')))],
    ['with a character reference', config(server(whole.replace('smtp', '&#115;mtp')))],
    ['beside servers for receiving', config(`<incomingServer type="imap">${whole}</incomingServer>${server(whole)}`)],
    ['beside outgoing servers of other kinds', config(`${server(whole, 'exchange')}${server(whole)}`)],
    ['beside what it does not know', config(server(`${whole}<restriction><hostname>x</hostname></restriction>`))],
    ['its first value first', config(server(`${whole}<hostname>other.example.com</hostname>`))],
  ])('%s', (_how, text) => {
    expect(read(text)).toEqual({ servers: [written] });
  });

  test('with nothing where nothing is said', () => {
    expect(read(config(server('')))).toEqual({ servers: [{ hostname: '', port: '', socketType: '', username: '' }] });
    expect(read(config(''))).toEqual({ servers: [] });
    expect(read(`<clientConfig>${server(whole)}</clientConfig>`)).toEqual({ servers: [] });
  });

  test('up to ten servers', () => {
    const reading = read(config(server(whole).repeat(50)));
    expect('servers' in reading && reading.servers).toHaveLength(10);
  });
});

const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>${config(server(whole.replace('smtp', '&c;')))}`;

describe('a document is refused', () => {
  test.each([
    ['with entities of its own', bomb, 'doctype'],
    [
      'with an outside entity',
      `<!DOCTYPE clientConfig [<!ENTITY x SYSTEM "file:///etc/passwd">]>${config('')}`,
      'doctype',
    ],
    ['with an outside DTD', `<!DOCTYPE clientConfig SYSTEM "https://example.com/x.dtd">${config('')}`, 'doctype'],
    ['with an entity it does not declare', config(server(whole.replace('smtp', '&smtp;'))), 'malformed'],
    ['with an entity of HTML', config(server(whole.replace('smtp', '&eacute;'))), 'malformed'],
    ['that is a page', '<!DOCTYPE html><html><body><br>Not found</body></html>', 'not-a-configuration'],
    ['that is a page without doctype', '<html><body><br></html>', 'not-a-configuration'],
    ['that is JSON', '{"error":"not found"}', 'not-a-configuration'],
    ['that is empty', '', 'not-a-configuration'],
    ['that is a feed', '<rss version="2.0"></rss>', 'not-a-configuration'],
    ['that is cut off', config(server(whole)).slice(0, -20), 'malformed'],
    ['whose elements cross', '<clientConfig><a><b></a></b></clientConfig>', 'malformed'],
    ['with two roots', `${config('')}${config('')}`, 'malformed'],
    ['that is nested without end', `<clientConfig>${'<a>'.repeat(5_000)}`, 'malformed'],
    ['in another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${config('')}`, 'encoding'],
    ['in UTF-7', `<?xml version='1.0' encoding='UTF-7'?>${config('')}`, 'encoding'],
  ])('%s', (_how, text, problem) => {
    expect(read(text)).toEqual({ problem });
  });

  test('whose bytes are not UTF-8', () => {
    expect(readAutoconfig(Buffer.from(config(server('é')), 'latin1'))).toEqual({ problem: 'encoding' });
    expect(readAutoconfig(Buffer.from(`\ufeff${config('')}`, 'utf16le'))).toEqual({ problem: 'encoding' });
  });
});

test('no bytes at all make it throw', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    '&',
    ';',
    '<!',
    '[',
    ']',
    ']]>',
    '<clientConfig>',
    'x',
    '"',
    '=',
    '<?',
    '?>',
    '&constructor;',
    '<__proto__>',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => `<clientConfig>${list.join('')}`),
  );
  fc.assert(
    fc.property(text, (sent) => {
      expect(Object.keys(read(sent))).toHaveLength(1);
    }),
  );
});
