import { transportOptions } from '@/lib/settings/transport-options';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';

// Controls, both line separators and unpaired surrogates, which no UTF-8 file can hold.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu;

function javaScriptString(text: string): string {
  const quoted = text.replace(/[\\']/g, (character) => `\\${character}`);
  return `'${quoted.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}'`;
}

/** A value → JavaScript source, objects one property a line. */
function source(value: unknown, indent: string): string {
  if (typeof value === 'string') return javaScriptString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([name, part]) => `${inner}${name}: ${source(part, inner)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

/** A transport of nodemailer as an ES module; the sender stands in the message defaults. */
export const nodemailer: Format = {
  id: 'nodemailer',
  name: 'Nodemailer',
  group: 'Frameworks and languages',
  steps: [
    'Save this as mailer.mjs in a Node.js project that has nodemailer installed.',
    'Import transport from it and call transport.sendMail.',
  ],
  fileName: 'mailer.mjs',
  mediaType: 'text/javascript',
  proven: 'sent',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const transport = transportOptions(settings);
    const defaults = { from: { name: settings.from.name, address: settings.from.address } };
    return `// ${commentLine(proof)}
import nodemailer from 'nodemailer';

export const transport = nodemailer.createTransport(${source(transport, '')}, ${source(defaults, '')});
`;
  },
};
