import { afterEach, expect, test } from 'vitest';
import { startScriptedServer, type Line, type ScriptedServer } from '@/lib/network/testing/scripted-server';
import { makeIssuer, issue } from './authority';
import { goodbye, hangUp, implicit, loggedIn, say, secured, silence, takesMessage } from './dialogue';
import { credentials, envelope } from './job';
import { unseen } from './judge';
import { bearWitness, type WitnessTask } from './witness';

let server: ScriptedServer | undefined;
afterEach(() => server?.stop());

async function witness(
  says: readonly Line[],
  task: Partial<WitnessTask> = {},
  implicitTls = false,
): Promise<readonly string[]> {
  const identity = await issue(await makeIssuer('some authority'), { names: ['some.lab.test'] });
  const running = await startScriptedServer({ dialogue: says, tls: identity, implicitTls });
  server = running;
  return bearWitness({
    endpoint: {
      host: 'some.lab.test',
      port: 587,
      security: implicitTls ? 'implicit-tls' : 'starttls',
      ...credentials,
      ...envelope,
    },
    sends: false,
    witness: { patience: 300 },
    addresses: ['198.18.0.1'],
    placeOf: () => ({ address: '127.0.0.1', port: running.port }),
    ...task,
  });
}

test('a witness writes down a whole message over STARTTLS', async () => {
  const saw = await witness([...secured(), ...loggedIn, ...takesMessage(), ...goodbye], { sends: true });
  const sees = [
    '198.18.0.1: connected',
    '> STARTTLS',
    'TLS: TLSv1.3',
    'name: fits',
    /^< 235/,
    '> [message]',
    /^< 250 2\.0\.0/,
    /^< 221/,
  ];
  expect(unseen(sees, saw)).toEqual([]);
  expect(saw.join()).not.toContain(credentials.password);
});

test('a witness sees that a certificate is not vouched for', async () => {
  const saw = await witness([...implicit(), ...goodbye], {}, true);
  expect(saw).toContain('certificate: UNABLE_TO_VERIFY_LEAF_SIGNATURE');
});

test('a witness tells silence, an end and a closed port apart', async () => {
  expect((await witness([silence])).at(-1)).toBe('silence');
  await server?.stop();
  expect((await witness([say('220 mail'), hangUp])).slice(-2)).toEqual(['< (unfinished) 220 mail', 'closed']);
  expect((await witness([silence], { placeOf: () => ({ address: '127.0.0.1', port: 1 }) })).at(-1)).toBe(
    '198.18.0.1: ECONNREFUSED',
  );
});

test('a witness stops reading a flood', async () => {
  expect((await witness([{ repeat: '220-more\r\n' }])).at(-1)).toBe('flood');
});
