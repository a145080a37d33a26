import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthority, makeSelfSigned, type Authority, type Leaf } from './testing/certificates';
import { failureOf, greeting, ehlo, on, outcomeOf, probe, quit, tlsEhlo } from './testing/probe-scripted';
import { startScriptedServer, type ScriptedServer } from './testing/scripted-server';
import { trustListener } from './trust';

const past = { validFrom: new Date('2020-01-01'), validTo: new Date('2021-01-01') };
const future = { validFrom: new Date('2090-01-01'), validTo: new Date('2091-01-01') };
const elsewhere = { names: ['other.test'], addresses: [] };

let authority: Authority;
let intermediate: Authority;
let server: ScriptedServer | undefined;
beforeAll(async () => {
  authority = await makeAuthority('CN=Outport test authority,O=Outport tests');
  intermediate = await authority.makeIntermediate('CN=Outport test intermediate,O=Outport tests');
});
afterEach(() => server?.stop());

type Given = { readonly leaf: Leaf; readonly trusted?: boolean; readonly host?: string; readonly weak?: boolean };

async function probeWith({ leaf, trusted = true, host, weak = false }: Given) {
  const tls = weak ? { ...leaf, ciphers: 'DEFAULT@SECLEVEL=0' } : leaf;
  const address = host === '::1' ? '::1' : '127.0.0.1';
  const dialogue = [greeting, ehlo, tlsEhlo, quit];
  server = await startScriptedServer({ dialogue, implicitTls: true, tls, address });
  if (trusted) trustListener({ address, port: server.port, authorityPem: authority.pem });
  return probe(on(server.port, 'implicit-tls', host));
}

const withChain = (leaf: Leaf, ...above: string[]): Leaf => ({ ...leaf, cert: [leaf.cert, ...above].join('\n') });

describe('a certificate that is rejected says everything that is wrong with it, the chain before the name', () => {
  test.each<[string, () => Promise<Given>, object]>([
    ['expired', async () => ({ leaf: await authority.issue(past) }), { reasons: ['expired'] }],
    ['not yet valid', async () => ({ leaf: await authority.issue(future) }), { reasons: ['not-yet-valid'] }],
    [
      'self-signed',
      async () => ({ leaf: await makeSelfSigned(), trusted: false }),
      { reasons: ['self-signed'], chainLength: 1 },
    ],
    [
      'an authority nobody knows',
      async () => ({ leaf: await authority.issue(), trusted: false }),
      { reasons: ['unknown-issuer'], chainLength: 1 },
    ],
    [
      'the whole chain of an authority nobody knows',
      async () => ({ leaf: withChain(await intermediate.issue(), intermediate.pem, authority.pem), trusted: false }),
      { reasons: ['unknown-issuer'], chainLength: 3 },
    ],
    ['another name', async () => ({ leaf: await authority.issue(elsewhere) }), { reasons: ['name-mismatch'] }],
    [
      'expired, of an authority nobody knows, for another name',
      async () => ({ leaf: await authority.issue({ ...past, ...elsewhere }), trusted: false }),
      { reasons: ['expired', 'unknown-issuer', 'name-mismatch'] },
    ],
    [
      'self-signed and expired',
      async () => ({ leaf: await makeSelfSigned(past), trusted: false }),
      { reasons: ['expired', 'self-signed'] },
    ],
    [
      'expired for another name, of an authority that is known',
      async () => ({ leaf: await authority.issue({ ...past, ...elsewhere }) }),
      { reasons: ['expired', 'name-mismatch'] },
    ],
    [
      'made for clients',
      async () => ({ leaf: await authority.issue({ purpose: 'client' }) }),
      { reasons: ['other'], cause: 'wrong-purpose' },
    ],
    [
      'made for clients, and expired',
      async () => ({ leaf: await authority.issue({ purpose: 'client', ...past }) }),
      { reasons: ['expired', 'other'], cause: 'wrong-purpose' },
    ],
  ])('%s', async (_name, given, expected) => {
    const failure = failureOf(await probeWith(await given()));
    const { reasons } = expected as { reasons: string[] };
    expect(failure).toMatchObject({ stage: 'tls', secured: false, kind: 'certificate-rejected', reason: reasons[0] });
    expect(failure).toMatchObject(expected);
    expect('cause' in failure).toBe('cause' in expected);
    expect(server?.heard).toEqual([]);
  });
});

describe('a chain without its link', () => {
  test('is told from an unknown authority by where the issuer can be had', async () => {
    const leaf = await intermediate.issue({ issuerUrl: 'http://authority.test/intermediate.crt' });
    expect(failureOf(await probeWith({ leaf }))).toMatchObject({
      reasons: ['unknown-issuer'],
      chainLength: 1,
      cause: 'incomplete-chain',
    });
  });

  test('is told by the organisation of the issuer, when that is one we trust', async () => {
    expect(failureOf(await probeWith({ leaf: await intermediate.issue() }))).toMatchObject({
      reasons: ['unknown-issuer'],
      cause: 'incomplete-chain',
    });
  });

  test('is accepted once the link is there', async () => {
    const leaf = withChain(await intermediate.issue(), intermediate.pem);
    expect(outcomeOf(await probeWith({ leaf }))?.status).toBe('usable');
  });
});

test('a weak key is named where this Node refuses it', async () => {
  const probed = await probeWith({ leaf: await authority.issue({ rsaBits: 1024 }), weak: true });
  const refusesWeakKeys = Number(process.versions.openssl.split('.')[1]) >= 5;
  if (refusesWeakKeys) expect(failureOf(probed)).toMatchObject({ reasons: ['other'], cause: 'weak-key' });
  else expect(outcomeOf(probed)?.status).toBe('usable');
});

describe('a host that is an address', () => {
  test.each(['127.0.0.1', '::1'])('%s is found among the certificate’s addresses', async (host) => {
    const probed = await probeWith({ leaf: await authority.issue(), host });
    expect(outcomeOf(probed)).toMatchObject({ status: 'usable', tls: { certificate: { subject: 'localhost' } } });
  });

  test.each(['127.0.0.1', '::1'])('%s is missing from a certificate that has names only', async (host) => {
    const probed = await probeWith({ leaf: await authority.issue({ addresses: [] }), host });
    expect(failureOf(probed)).toMatchObject({ reasons: ['name-mismatch'], certificate: { altNames: ['localhost'] } });
  });
});
