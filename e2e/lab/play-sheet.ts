/** What somebody needs to know to play with the lab: names, addresses, ports, the authority and a command to start with. */
import { hostOf, nameAnswerOf } from './ask';
import type { Internet } from './internet';
import type { Scenario } from './scenario';

function portsOf({ servers, ask }: Scenario): string {
  if (typeof servers === 'string') return `25, 465, 587 (${servers})`;
  const asked = 'probe' in ask ? ask.probe.map(({ port }) => port) : [ask.message.port];
  return [...new Set([...Object.keys(servers ?? {}).map(Number), ...asked])].join(', ');
}

function line(scenario: Scenario, internet: Internet): string {
  const answer = nameAnswerOf(scenario, internet.addressesOf(scenario));
  const addresses = 'A' in answer ? JSON.stringify(answer) : answer.join(' ');
  return `  ${hostOf(scenario)}  port ${portsOf(scenario)}  ${addresses}\n      ${scenario.what}`;
}

/** Everything that is up, as text. */
export function playSheet(
  scenarios: readonly Scenario[],
  internet: Internet,
  { near, authorityFile }: { readonly near: string | undefined; readonly authorityFile: string },
): string {
  const head = [
    'The lab is up.',
    '',
    'Names, ports and addresses:',
    ...scenarios.map((scenario) => line(scenario, internet)),
    '',
  ];
  const authority = `Certificate authority to trust: ${authorityFile}`;
  if (near === undefined) {
    const places = Object.entries(internet.places).map(([place, port]) => `  ${place} is 127.0.0.1:${port}`);
    return [...head, 'Without root it lives on loopback:', ...places, '', authority, 'Ctrl+C takes it down.'].join(
      '\n',
    );
  }
  return [
    ...head,
    authority,
    `Near side, from where Outport looks: network namespace ${near}`,
    '',
    'Outport inside the lab, in another terminal:',
    `  ip netns exec ${near} env NODE_EXTRA_CA_CERTS=${authorityFile} npm start`,
    'One probe through it:',
    `  ip netns exec ${near} curl -sN http://127.0.0.1:3000/api/probe -H 'content-type: application/json' \\`,
    `    -d '{"endpoints":[{"host":"exim-accepts-587.lab.test","port":587,"security":"starttls"}]}'`,
    'By hand:',
    `  ip netns exec ${near} openssl s_client -starttls smtp -connect exim-accepts-587.lab.test:587 -CAfile ${authorityFile}`,
    '',
    'Ctrl+C takes it down.',
  ].join('\n');
}
