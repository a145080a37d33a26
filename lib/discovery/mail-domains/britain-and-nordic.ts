import { implicitTls, ispdb, startTls, type MailDomain } from './mail-domain';

export const britainAndNordic: readonly MailDomain[] = [
  {
    names: ['btinternet.com', 'btopenworld.com', 'talk21.com'],
    servers: [implicitTls('mail.btinternet.com')],
    usernameForm: 'address',
    source: ispdb('btinternet.com.xml'),
  },
  {
    names: ['sky.com'],
    servers: [implicitTls('smtp.tools.sky.com')],
    usernameForm: 'address',
    source: ispdb('sky.com.xml'),
  },
  {
    names: ['virginmedia.com'],
    servers: [implicitTls('smtp.virginmedia.com')],
    usernameForm: 'address',
    source: ispdb('virginmedia.com.xml'),
  },
  {
    names: ['ntlworld.com'],
    servers: [implicitTls('smtp.ntlworld.com')],
    usernameForm: 'address',
    source: ispdb('ntlworld.com.xml'),
  },
  {
    names: ['blueyonder.co.uk'],
    servers: [implicitTls('smtp.blueyonder.co.uk')],
    usernameForm: 'address',
    source: ispdb('blueyonder.co.uk.xml'),
  },
  {
    names: ['virgin.net'],
    servers: [implicitTls('smtp.virgin.net')],
    usernameForm: 'address',
    source: ispdb('virgin.net.xml'),
  },
  {
    names: ['talktalk.net', 'tiscali.co.uk'],
    servers: [startTls('smtp.talktalk.net')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['plus.com', 'plus.net'],
    servers: [startTls('relay.plus.net')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['mail.dk'],
    servers: [startTls('asmtp.mail.dk')],
    usernameForm: 'address',
    source: ispdb('mail.dk.xml'),
  },
  {
    names: ['mail.jubii.dk'],
    servers: [implicitTls('smtp.jubii.dk')],
    usernameForm: 'address',
    source: ispdb('mail.jubii.dk.xml'),
  },
  {
    names: ['online.no'],
    servers: [startTls('smtp.online.no')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['telia.com'],
    servers: [implicitTls('mailout.telia.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['runbox.com'],
    mx: { suffixes: ['runbox.com'], source: 'memory' },
    servers: [implicitTls('mail.runbox.com'), startTls('mail.runbox.com')],
    usernameForm: 'address',
    source: 'memory',
  },
];
