import { easyWpSmtp } from '../easy-wp-smtp';
import { fluentSmtp } from '../fluent-smtp';
import type { Format } from '../format';
import { gravitySmtp } from '../gravity-smtp';
import { postSmtp } from '../post-smtp';
import { suremail } from '../suremail';
import { wordpressMuPlugin } from '../wordpress-mu-plugin';
import { wpMailSmtp } from '../wp-mail-smtp';

export const formats: readonly Format[] = [
  wpMailSmtp,
  easyWpSmtp,
  fluentSmtp,
  postSmtp,
  suremail,
  gravitySmtp,
  wordpressMuPlugin,
];
