import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { pythonCannot } from './python';
import { singleQuoted } from './quote';
import { senderText } from './sender';

/** `starttls` fails where it is not offered; without a context given to it Python checks no certificate. */
export const pythonSmtplib: Format = {
  id: 'python-smtplib',
  name: 'Python',
  group: 'Frameworks and languages',
  steps: [
    'Save this as mailer.py beside your program; it needs nothing but Python.',
    'Import send from it and give it the recipient, the subject and the text.',
  ],
  fileName: 'mailer.py',
  mediaType: 'text/x-python',
  proven: 'sent',
  cannot: pythonCannot,
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const place = `${singleQuoted(settings.host)}, ${settings.port}, timeout=15`;
    const implicit = settings.security === 'implicit-tls';
    const lines: readonly string[] = [
      `# ${commentLine(proof)}`,
      'import smtplib',
      'import ssl',
      'from email.message import EmailMessage',
      '',
      '',
      'def send(to, subject, text):',
      '    message = EmailMessage()',
      `    message['From'] = ${singleQuoted(senderText(settings.from))}`,
      "    message['To'] = to",
      "    message['Subject'] = subject",
      '    message.set_content(text)',
      '    context = ssl.create_default_context()',
      `    with ${implicit ? `smtplib.SMTP_SSL(${place}, context=context)` : `smtplib.SMTP(${place})`} as server:`,
      ...(settings.security === 'starttls' ? ['        server.starttls(context=context)'] : []),
      ...(login ? [`        server.login(${singleQuoted(login.username)}, ${singleQuoted(login.password)})`] : []),
      '        server.send_message(message)',
    ];
    return `${lines.join('\n')}\n`;
  },
};
