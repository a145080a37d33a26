import { implicitTls, ispdb, startTls, type MailDomain } from './mail-domain';

export const latinAmericaAndPacific: readonly MailDomain[] = [
  {
    names: ['uol.com.br'],
    servers: [startTls('smtps.uol.com.br')],
    usernameForm: 'local-part',
    source: ispdb('uol.com.br.xml'),
  },
  {
    names: ['bol.com.br'],
    servers: [implicitTls('smtps.bol.com.br'), startTls('smtps.bol.com.br')],
    usernameForm: 'local-part',
    source: ispdb('bol.com.br.xml'),
  },
  {
    names: ['terra.com.br'],
    servers: [startTls('smtp.terra.com.br')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['ig.com.br'],
    servers: [implicitTls('smtp.ig.com.br')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['bigpond.com', 'bigpond.net.au', 'telstra.com', 'bigpond.net'],
    servers: [implicitTls('smtp.telstra.com')],
    usernameForm: 'address',
    source: ispdb('bigpond.com.xml'),
  },
  {
    names: ['optusnet.com.au'],
    servers: [implicitTls('mail.optusnet.com.au')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['iinet.net.au'],
    servers: [implicitTls('mail.iinet.net.au')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['xtra.co.nz'],
    servers: [implicitTls('send.xtra.co.nz')],
    usernameForm: 'address',
    source: ispdb('xtra.co.nz.xml'),
  },
];
