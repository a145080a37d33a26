import { dotenvFormat } from './dotenv';
import type { Format } from './format';
import { nodemailerFormat } from './nodemailer';
import { plainText } from './plain-text';
import { wordpressMuPlugin } from './wordpress-mu-plugin';
import { wpMailSmtp } from './wp-mail-smtp';

/** Every format, in the order they are offered. */
export const formats: readonly Format[] = [wpMailSmtp, wordpressMuPlugin, nodemailerFormat, dotenvFormat, plainText];
