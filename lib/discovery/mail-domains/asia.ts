import { implicitTls, ispdb, type MailDomain } from './mail-domain';

export const asia: readonly MailDomain[] = [
  {
    names: ['naver.com'],
    servers: [implicitTls('smtp.naver.com')],
    usernameForm: 'address',
    source: ispdb('naver.com.xml'),
  },
  {
    names: ['daum.net'],
    servers: [implicitTls('smtp.daum.net')],
    usernameForm: 'address',
    source: ispdb('daum.net.xml'),
  },
  {
    names: ['hanmail.net'],
    servers: [implicitTls('smtp.daum.net')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['kakao.com'],
    servers: [implicitTls('smtp.kakao.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['nate.com'],
    servers: [implicitTls('smtp.mail.nate.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['sina.com', 'sina.cn'],
    servers: [implicitTls('smtp.sina.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['sohu.com'],
    servers: [implicitTls('smtp.sohu.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['139.com'],
    servers: [implicitTls('smtp.139.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['189.cn'],
    servers: [implicitTls('smtp.189.cn')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['aliyun.com'],
    servers: [implicitTls('smtp.aliyun.com')],
    usernameForm: 'address',
    source: 'memory',
  },
  {
    names: ['yahoo.co.jp'],
    servers: [implicitTls('smtp.mail.yahoo.co.jp')],
    usernameForm: 'local-part',
    source: ispdb('yahoo.co.jp.xml'),
  },
  {
    names: ['ocn.ne.jp', 'ocn.ad.jp'],
    servers: [implicitTls('smtp.ocn.ne.jp')],
    usernameForm: 'address',
    source: ispdb('ocn.ne.jp.xml'),
  },
  {
    names: ['biglobe.ne.jp'],
    servers: [implicitTls('mail.biglobe.ne.jp')],
    usernameForm: 'address',
    source: ispdb('biglobe.ne.jp.xml'),
  },
  {
    names: ['nifty.com'],
    servers: [implicitTls('smtp.nifty.com')],
    usernameForm: 'local-part',
    source: 'memory',
  },
  {
    names: ['rediffmail.com'],
    servers: [implicitTls('smtp.rediffmail.com')],
    usernameForm: 'address',
    source: ispdb('rediffmail.com.xml'),
  },
];
