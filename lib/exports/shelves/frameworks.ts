import { django } from '../django';
import { djangoMailers } from '../django-mailers';
import type { Format } from '../format';
import { goMail } from '../go-mail';
import { goNetSmtp } from '../go-net-smtp';
import { laravel } from '../laravel';
import { mailkit } from '../mailkit';
import { nodemailer } from '../nodemailer';
import { phpmailer } from '../phpmailer';
import { pythonSmtplib } from '../python-smtplib';
import { rails } from '../rails';
import { springBoot } from '../spring-boot';
import { symfony } from '../symfony';

export const formats: readonly Format[] = [
  nodemailer,
  pythonSmtplib,
  django,
  djangoMailers,
  phpmailer,
  symfony,
  laravel,
  rails,
  springBoot,
  goNetSmtp,
  goMail,
  mailkit,
];
