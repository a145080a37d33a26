import { describe, expect, test } from 'vitest';
import { parseAuthenticationResults } from './authentication-results';
import { parseDkimSignature } from './dkim-signature';
import { alignment, operatorOf, organisationalDomain } from './organisation';

describe('Authentication-Results', () => {
  test('of Gmail: comments, quoted strings and versions are no words of their own', () => {
    const { writer, verdicts } = parseAuthenticationResults(
      'mx.google.com 1; dkim=pass header.i=@shop.example header.s=k1 header.b="a;b"; spf=pass (google.com: domain of a;b (x) designates 1.2.3.4) smtp.mailfrom="prvs=1=orders@shop.example"; dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=shop.example',
    );
    expect(writer).toBe('mx.google.com');
    expect(verdicts).toEqual([
      { method: 'dkim', result: 'pass', domain: 'shop.example', selector: 'k1', policy: undefined, remark: '' },
      expect.objectContaining({ method: 'spf', result: 'pass', domain: 'shop.example' }),
      expect.objectContaining({ method: 'dmarc', result: 'pass', policy: 'reject', domain: 'shop.example' }),
    ]);
  });

  test('of Microsoft: no name in front, and a recipient’s domain between the verdicts of old', () => {
    const { writer, verdicts } = parseAuthenticationResults(
      'spf=pass (sender IP is 198.51.100.24) smtp.mailfrom=shop.example; hotmail.example; dkim=test (signature was verified) header.d=shop.example;hotmail.example; dmarc=bestguesspass action=none header.from=shop.example;compauth=pass reason=109',
    );
    expect(writer).toBeUndefined();
    expect(verdicts.map(({ method, result }) => `${method}=${result}`)).toEqual([
      'spf=pass',
      'dkim=test',
      'dmarc=bestguesspass',
    ]);
  });

  test('of Yahoo: a comment without a blank before it', () => {
    const [verdict] = parseAuthenticationResults(
      'atlas206.free.mail.ne1.yahoo.com; dmarc=pass(p=NONE,sp=QUARANTINE) header.from=shop.example;',
    ).verdicts;
    expect(verdict).toMatchObject({ result: 'pass', policy: 'none', domain: 'shop.example' });
  });

  test('of ARC: the instance is not the writer', () => {
    expect(parseAuthenticationResults('i=2; mx.microsoft.com 1; spf=pass smtp.mailfrom=a.example').writer).toBe(
      'mx.microsoft.com',
    );
  });

  test('with methods we do not know has no verdicts', () => {
    expect(parseAuthenticationResults('bimi.icloud.com; bimi=none; iprev=pass policy.iprev=1.2.3.4').verdicts).toEqual(
      [],
    );
    expect(parseAuthenticationResults('mail.example; none').verdicts).toEqual([]);
  });

  test('of null envelope senders speaks of the HELO name', () => {
    expect(parseAuthenticationResults('a.example; spf=pass smtp.helo=out.shop.example').verdicts[0]?.domain).toBe(
      'out.shop.example',
    );
  });
});

test('a DKIM signature tells its signer, whatever its blanks, and nothing where a required tag is missing', () => {
  expect(parseDkimSignature('v=1; a=ED25519-sha256; d=Shop.Example ; s=k 1; b=a=b==')).toEqual({
    domain: 'shop.example',
    selector: 'k1',
    algorithm: 'ed25519-sha256',
  });
  expect(parseDkimSignature('v=1; d=shop.example')).toBeUndefined();
});

test.each([
  ['mail.shop.example.co.uk', 'example.co.uk'],
  ['shop.example', 'shop.example'],
  ['a.github.io', 'a.github.io'],
  ['co.uk', 'co.uk'],
  ['Shop.Example.', 'shop.example'],
])('the organisation of %s is %s', (domain, organisation) => {
  expect(organisationalDomain(domain)).toBe(organisation);
});

test.each([
  ['mail.shop.example', 'shop.example', 'relaxed'],
  ['SHOP.example', 'shop.example', 'same'],
  ['shop.example.net', 'shop.example', 'none'],
  ['a.github.io', 'b.github.io', 'none'],
  ['a.co.uk', 'b.co.uk', 'none'],
  [undefined, 'shop.example', 'none'],
] as const)('%s beside %s is aligned: %s', (authenticated, from, expected) => {
  expect(alignment(authenticated, from)).toBe(expected);
});

test('servers of one provider are of one operator, and addresses and bare names of none', () => {
  expect(operatorOf('st43p00im.me.com')).toBe(operatorOf('dmarc.icloud.com'));
  expect(operatorOf('VI1PR04MB0001.eurprd04.prod.outlook.com')).toBe('outlook.com');
  expect(operatorOf('mail.own.example')).toBe('own.example');
  for (const name of ['10.217.150.12', '2002:a05:6a10::', 'p44-mailgateway', '', undefined])
    expect(operatorOf(name)).toBeUndefined();
});
