import { implicitTls, ispdb, type MailDomain } from './mail-domain';

export const easternEurope: readonly MailDomain[] = [
  {
    names: ['abv.bg', 'gyuvetch.bg'],
    servers: [implicitTls('smtp.abv.bg')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['mail.bg'],
    servers: [implicitTls('smtp.mail.bg')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['ukr.net'],
    servers: [implicitTls('smtp.ukr.net')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['i.ua', 'ua.fm', 'email.ua'],
    servers: [implicitTls('smtp.i.ua')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['meta.ua'],
    servers: [implicitTls('smtp.meta.ua')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['rambler.ru'],
    servers: [implicitTls('smtp.rambler.ru')],
    usernameForm: 'address',
    source: ispdb('rambler.ru.xml'),
  },
  {
    names: ['lenta.ru', 'autorambler.ru', 'myrambler.ru', 'ro.ru'],
    servers: [implicitTls('smtp.rambler.ru')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['inbox.lv'],
    servers: [implicitTls('mail.inbox.lv')],
    usernameForm: 'address',
    source: ispdb('inbox.lv.xml'),
  },
  {
    names: ['inbox.eu'],
    servers: [implicitTls('mail.inbox.eu')],
    usernameForm: 'address',
    source: ispdb('inbox.lv.xml'),
  },
  {
    names: ['inbox.lt'],
    servers: [implicitTls('mail.inbox.lt')],
    usernameForm: 'address',
    source: ispdb('inbox.lv.xml'),
  },
  {
    names: ['inbox.la'],
    servers: [implicitTls('mail.inbox.la')],
    usernameForm: 'address',
    source: ispdb('inbox.lv.xml'),
  },
  {
    names: ['mail.ee'],
    servers: [implicitTls('mail.ee')],
    usernameForm: 'address',
    source: ispdb('mail.ee.xml'),
  },
  {
    names: ['mynet.com'],
    servers: [implicitTls('smtp.mynet.com')],
    usernameForm: 'address',
    source: 'memory',
  },
];
