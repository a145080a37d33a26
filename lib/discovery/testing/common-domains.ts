import { ispdb, type Source } from '../mail-domains/mail-domain';

/**
 * The hundred mail domains that are met most, and the server each sends through. Which they are is the judgement of the
 * people of this project; the servers stand on the page cited, and not on what the program says of itself.
 */
type Row = { readonly domains: string; readonly host: string; readonly source: Source };

const rows: readonly Row[] = [
  { domains: 'gmail.com googlemail.com', host: 'smtp.gmail.com', source: ispdb('googlemail.com.xml') },
  {
    domains:
      'hotmail.com outlook.com live.com msn.com hotmail.co.uk hotmail.fr hotmail.it hotmail.es hotmail.de outlook.fr outlook.de live.co.uk live.fr live.nl',
    host: 'smtp-mail.outlook.com',
    source: ispdb('hotmail.com.xml'),
  },
  {
    domains:
      'yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.com.br yahoo.co.in yahoo.ca yahoo.com.au yahoo.com.mx cox.net',
    host: 'smtp.mail.yahoo.com',
    source: ispdb('yahoo.com.xml'),
  },
  { domains: 'yahoo.co.jp', host: 'smtp.mail.yahoo.co.jp', source: ispdb('yahoo.co.jp.xml') },
  { domains: 'icloud.com me.com mac.com', host: 'smtp.mail.me.com', source: ispdb('me.com.xml') },
  { domains: 'aol.com', host: 'smtp.aol.com', source: ispdb('aol.com.xml') },
  { domains: 'verizon.net', host: 'smtp.aol.com', source: ispdb('verizon.net.xml') },
  { domains: 'zoho.com', host: 'smtp.zoho.com', source: ispdb('zoho.com.xml') },
  { domains: 'mail.com', host: 'smtp.mail.com', source: ispdb('mail.com.xml') },
  { domains: 'gmx.de gmx.net gmx.at', host: 'mail.gmx.net', source: ispdb('gmx.net.xml') },
  { domains: 'gmx.com', host: 'mail.gmx.com', source: ispdb('gmx.com.xml') },
  { domains: 'web.de', host: 'smtp.web.de', source: ispdb('web.de.xml') },
  { domains: 't-online.de', host: 'securesmtp.t-online.de', source: ispdb('t-online.de.xml') },
  { domains: 'arcor.de', host: 'smtp.vodafonemail.de', source: ispdb('vodafonemail.de.xml') },
  { domains: 'posteo.de', host: 'posteo.de', source: ispdb('posteo.de.xml') },
  { domains: 'bluewin.ch', host: 'smtpauths.bluewin.ch', source: ispdb('bluewin.ch.xml') },
  { domains: 'orange.fr wanadoo.fr', host: 'smtp.orange.fr', source: ispdb('orange.fr.xml') },
  { domains: 'free.fr', host: 'smtp.free.fr', source: ispdb('free.fr.xml') },
  { domains: 'laposte.net', host: 'smtp.laposte.net', source: ispdb('laposte.net.xml') },
  { domains: 'sfr.fr', host: 'smtp.sfr.fr', source: ispdb('sfr.fr.xml') },
  { domains: 'libero.it', host: 'smtp.libero.it', source: ispdb('libero.it.xml') },
  { domains: 'virgilio.it', host: 'out.virgilio.it', source: ispdb('virgilio.it.xml') },
  { domains: 'tiscali.it', host: 'smtp.tiscali.it', source: ispdb('tiscali.it.xml') },
  { domains: 'alice.it', host: 'out.alice.it', source: ispdb('alice.it.xml') },
  { domains: 'skynet.be', host: 'relay.proximus.be', source: ispdb('skynet.be.xml') },
  { domains: 'ziggo.nl', host: 'smtp.ziggo.nl', source: ispdb('ziggo.nl.xml') },
  { domains: 'planet.nl', host: 'smtp.kpnmail.nl', source: ispdb('kpnmail.nl.xml') },
  { domains: 'btinternet.com', host: 'mail.btinternet.com', source: ispdb('btinternet.com.xml') },
  { domains: 'sky.com', host: 'smtp.tools.sky.com', source: ispdb('sky.com.xml') },
  { domains: 'virginmedia.com', host: 'smtp.virginmedia.com', source: ispdb('virginmedia.com.xml') },
  { domains: 'comcast.net', host: 'smtp.comcast.net', source: ispdb('comcast.net.xml') },
  { domains: 'att.net sbcglobal.net bellsouth.net', host: 'smtp.mail.att.net', source: ispdb('att.net.xml') },
  { domains: 'charter.net', host: 'mobile.charter.net', source: ispdb('charter.net.xml') },
  { domains: 'earthlink.net', host: 'smtpauth.earthlink.net', source: ispdb('earthlink.net.xml') },
  { domains: 'rr.com', host: 'mail.twc.com', source: ispdb('rr.com.xml') },
  { domains: 'sympatico.ca', host: 'smtphm.sympatico.ca', source: ispdb('bell.net.xml') },
  { domains: 'bigpond.com', host: 'smtp.telstra.com', source: ispdb('bigpond.com.xml') },
  { domains: 'xtra.co.nz', host: 'send.xtra.co.nz', source: ispdb('xtra.co.nz.xml') },
  { domains: 'uol.com.br', host: 'smtps.uol.com.br', source: ispdb('uol.com.br.xml') },
  { domains: 'bol.com.br', host: 'smtps.bol.com.br', source: ispdb('bol.com.br.xml') },
  { domains: 'seznam.cz', host: 'smtp.seznam.cz', source: ispdb('seznam.cz.xml') },
  { domains: 'wp.pl', host: 'smtp.wp.pl', source: ispdb('wp.pl.xml') },
  { domains: 'o2.pl', host: 'poczta.o2.pl', source: ispdb('o2.pl.xml') },
  { domains: 'onet.pl', host: 'smtp.poczta.onet.pl', source: ispdb('onet.pl.xml') },
  { domains: 'mail.ru bk.ru list.ru inbox.ru', host: 'smtp.mail.ru', source: ispdb('mail.ru.xml') },
  { domains: 'rambler.ru', host: 'smtp.rambler.ru', source: ispdb('rambler.ru.xml') },
  { domains: 'qq.com', host: 'smtp.qq.com', source: ispdb('qq.com.xml') },
  { domains: '163.com', host: 'smtp.163.com', source: ispdb('163.com.xml') },
  { domains: '126.com', host: 'smtp.126.com', source: ispdb('126.com.xml') },
  { domains: 'naver.com', host: 'smtp.naver.com', source: ispdb('naver.com.xml') },
  { domains: 'daum.net', host: 'smtp.daum.net', source: ispdb('daum.net.xml') },
  { domains: 'rediffmail.com', host: 'smtp.rediffmail.com', source: ispdb('rediffmail.com.xml') },
  { domains: 'yandex.com', host: 'smtp.yandex.com', source: ispdb('yandex.ru.xml') },
  { domains: 'yandex.ru ya.ru', host: 'smtp.yandex.ru', source: 'memory' },
  { domains: 'proton.me', host: 'smtp.protonmail.ch', source: 'memory' },
  { domains: 'fastmail.com', host: 'smtp.fastmail.com', source: 'memory' },
  { domains: 'freenet.de', host: 'mx.freenet.de', source: 'memory' },
  { domains: 'hanmail.net', host: 'smtp.daum.net', source: 'memory' },
  { domains: 'interia.pl', host: 'poczta.interia.pl', source: 'memory' },
  { domains: 'abv.bg', host: 'smtp.abv.bg', source: 'memory' },
  { domains: 'ukr.net', host: 'smtp.ukr.net', source: 'memory' },
  { domains: 'terra.com.br', host: 'smtp.terra.com.br', source: 'memory' },
];

/** One entry for each domain. */
export const commonDomains = rows.flatMap(({ domains, host, source }) =>
  domains.split(' ').map((domain) => ({ domain, host, source })),
);
