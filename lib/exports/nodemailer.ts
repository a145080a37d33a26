import { transportOptions } from '@/lib/settings/transport-options';
import { passwordText, type Format } from './format';
import { commentText } from './php-string';

/** JSON is JavaScript, but for two line separators that were no string characters before ES2019. */
function js(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
}

export const nodemailerFormat: Format = {
  id: 'nodemailer',
  name: 'Node.js (nodemailer)',
  group: 'Code',
  where: 'Where your program makes its transport.',
  fileName: 'mail.js',
  mediaType: 'text/javascript',
  warnings: () => [],
  render(settings, options) {
    const transport = transportOptions({ ...settings, password: passwordText(settings, options) });
    const from = settings.from.name === '' ? settings.from.address : { name: settings.from.name, address: settings.from.address };
    return `// ${commentText(options.proof)}\nimport nodemailer from 'nodemailer';\n\nexport const transport = nodemailer.createTransport(${js(transport)}, ${js({ from })});\n`;
  },
};
