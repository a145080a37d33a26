import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asciiPassword, provenBySending } from '@/e2e/lab/proven-by-sending';
import { exportText } from './export-text';
import { django } from './django';
import { djangoMailers } from './django-mailers';
import { hostileProof, hostileSettings } from './testing/sample-settings';

const program = `import django, django.conf, django.core.mail as mail, settings
django.conf.settings.configure(**{name: value for name, value in vars(settings).items() if name.isupper()})
django.setup()
mail.send_mail('Order', 'On its way, grüße.', None, ['reader@mail.test'])`;

provenBySending(django, {
  needs: ['/usr/bin/python3', '/usr/lib/python3/dist-packages/django/__init__.py'],
  password: asciiPassword,
  checksCertificate: false,
  send: (text, { directory }) => {
    writeFileSync(join(directory, 'settings.py'), text);
    return { file: '/usr/bin/python3', args: ['-c', program] };
  },
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('MAILERS says the same as the older settings, read by Python', () => {
  const settings = { ...hostileSettings, password: asciiPassword };
  const options = { includePassword: true, proof: hostileProof };
  const read = (text: string): unknown => {
    const code = `${text}\nimport json; print(json.dumps({n: v for n, v in globals().items() if n.isupper()}))`;
    return JSON.parse(execFileSync('python3', ['-'], { input: code, encoding: 'utf8' }));
  };
  expect(read(exportText(djangoMailers, settings, options))).toEqual({
    MAILERS: {
      default: {
        BACKEND: 'django.core.mail.backends.smtp.EmailBackend',
        OPTIONS: {
          host: 'smtp.example.com',
          port: 587,
          use_tls: true,
          use_ssl: false,
          username: settings.username,
          password: asciiPassword,
          timeout: 15,
        },
      },
    },
    DEFAULT_FROM_EMAIL: `"O'Neil \\"Shop\\" \\\\ $x ?> */ <b>" <o'neil@example.com>`,
    SERVER_EMAIL: "o'neil@example.com",
  });
  expect(read(exportText(django, settings, options))).toMatchObject({
    EMAIL_USE_TLS: true,
    EMAIL_USE_SSL: false,
    EMAIL_HOST_PASSWORD: asciiPassword,
    DEFAULT_FROM_EMAIL: `"O'Neil \\"Shop\\" \\\\ $x ?> */ <b>" <o'neil@example.com>`,
  });
});
