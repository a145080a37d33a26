/** Internet providers at home and in offices. */
import type { HostNote } from './host-note';

const kind = 'internet-provider';
const checked = '2026-11-23';

export const internetProviders: readonly HostNote[] = [
  {
    id: 'telekom-germany',
    name: 'Deutsche Telekom (Germany)',
    kind,
    ports: { 25: 'varies', 465: 'open', 587: 'varies', 2525: 'open' },
    unblock:
      'In the router (Speedport) add the mail server to the list of permitted ones, or switch that list off. Use 465, which is not filtered.',
    source:
      'https://www.telekom.de/hilfe/festnetz-internet-tv/sicherheit/sicherheitsteam/keine-moeglichkeit-eine-e-mail-zu-senden-wegen-portsperre',
    confidence: 'documented',
    checked,
  },
];
