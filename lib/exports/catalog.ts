import { appleMail } from './apple-mail';
import { curl } from './curl';
import { discourse } from './discourse';
import { django } from './django';
import { djangoMailers } from './django-mailers';
import { dotenv } from './dotenv';
import { drupal } from './drupal';
import { easyWpSmtp } from './easy-wp-smtp';
import { eximSmarthost } from './exim-smarthost';
import { fluentSmtp } from './fluent-smtp';
import type { Format } from './format';
import { ghost } from './ghost';
import { gitSendEmail } from './git-send-email';
import { gitlab } from './gitlab';
import { gmailSendAs } from './gmail-send-as';
import { goMail } from './go-mail';
import { grafana } from './grafana';
import { gravitySmtp } from './gravity-smtp';
import { joomla } from './joomla';
import { json } from './json';
import { keycloak } from './keycloak';
import { laravel } from './laravel';
import { magento } from './magento';
import { mailkit } from './mailkit';
import { mastodon } from './mastodon';
import { msmtp } from './msmtp';
import { nextcloud } from './nextcloud';
import { nodemailer } from './nodemailer';
import { outlook } from './outlook';
import { phpmailer } from './phpmailer';
import { plainText } from './plain-text';
import { postSmtp } from './post-smtp';
import { postfix } from './postfix';
import { pythonSmtplib } from './python-smtplib';
import { rails } from './rails';
import { springBoot } from './spring-boot';
import { supabase } from './supabase';
import { suremail } from './suremail';
import { swaks } from './swaks';
import { symfony } from './symfony';
import { thunderbird } from './thunderbird';
import { vaultwarden } from './vaultwarden';
import { wordpressMuPlugin } from './wordpress-mu-plugin';
import { wpMailSmtp } from './wp-mail-smtp';

/** Every format, in the order it is offered. */
export const formats: readonly Format[] = [
  wpMailSmtp,
  easyWpSmtp,
  fluentSmtp,
  postSmtp,
  suremail,
  outlook,
  appleMail,
  thunderbird,
  gmailSendAs,
  gravitySmtp,
  wordpressMuPlugin,
  nodemailer,
  pythonSmtplib,
  django,
  djangoMailers,
  phpmailer,
  symfony,
  laravel,
  rails,
  springBoot,
  goMail,
  mailkit,
  msmtp,
  postfix,
  eximSmarthost,
  curl,
  swaks,
  gitSendEmail,
  nextcloud,
  ghost,
  mastodon,
  vaultwarden,
  magento,
  discourse,
  gitlab,
  grafana,
  keycloak,
  drupal,
  joomla,
  supabase,
  dotenv,
  json,
  plainText,
];
