import { implicitTls, ispdb, startTls, type MailDomain } from './mail-domain';

export const italyIberia: readonly MailDomain[] = [
  {
    names: ['libero.it', 'iol.it', 'blu.it', 'inwind.it', 'giallo.it'],
    servers: [implicitTls('smtp.libero.it')],
    usernameForm: 'address',
    source: ispdb('libero.it.xml'),
  },
  {
    names: ['virgilio.it'],
    servers: [implicitTls('out.virgilio.it')],
    usernameForm: 'address',
    source: ispdb('virgilio.it.xml'),
  },
  {
    names: ['tiscali.it'],
    servers: [implicitTls('smtp.tiscali.it')],
    usernameForm: 'address',
    source: ispdb('tiscali.it.xml'),
  },
  {
    names: ['tim.it'],
    servers: [startTls('smtp.tim.it')],
    usernameForm: 'address',
    source: ispdb('tim.it.xml'),
  },
  {
    names: ['alice.it'],
    servers: [startTls('out.alice.it')],
    usernameForm: 'address',
    source: ispdb('alice.it.xml'),
  },
  {
    names: ['fastwebnet.it'],
    servers: [startTls('smtp.fastwebnet.it')],
    usernameForm: 'address',
    source: ispdb('fastwebnet.it.xml'),
  },
  {
    names: ['email.it'],
    servers: [implicitTls('out.email.it')],
    usernameForm: 'address',
    source: ispdb('email.it.xml'),
  },
  {
    names: ['aruba.it'],
    mx: { suffixes: ['aruba.it'], source: 'memory' },
    servers: [implicitTls('smtps.aruba.it')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['pec.it', 'arubapec.it', 'mypec.eu', 'gigapec.it', 'ingpec.eu'],
    mx: { suffixes: ['pec.aruba.it'], source: 'memory' },
    servers: [implicitTls('smtps.pec.aruba.it')],
    usernameForm: 'address',
    source: ispdb('arubapec.it.xml'),
  },
  {
    names: ['poste.it'],
    servers: [implicitTls('relay.poste.it')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['postecert.it'],
    servers: [implicitTls('mail.postecert.it')],
    usernameForm: 'address',
    source: ispdb('postecert.it.xml'),
  },
  {
    names: ['sapo.pt', 'sapo.cv', 'sapo.ao', 'sapo.mz', 'sapo.tl', 'meo.pt'],
    servers: [implicitTls('smtp.sapo.pt')],
    usernameForm: 'address',
    source: ispdb('sapo.pt.xml'),
  },
];
