import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { gitSendEmail } from './git-send-email';

const patch =
  'From 0000 Mon Sep 17 00:00:00 2001\nFrom: A <a@mail.test>\nSubject: [PATCH] One\n\nText\n---\n x | 1 +\n';

provenBySending(gitSendEmail, {
  needs: ['/usr/lib/git-core/git-send-email'],
  send: (text, { directory, authority }) => {
    writeFileSync(join(directory, '.gitconfig'), text);
    writeFileSync(join(directory, 'one.patch'), patch);
    const args = [
      'send-email',
      '--confirm=never',
      '--suppress-cc=all',
      `--smtp-ssl-cert-path=${authority}`,
      '--to=reader@mail.test',
      'one.patch',
    ];
    return {
      file: 'git',
      args,
      env: { HOME: directory, GIT_CONFIG_NOSYSTEM: '1', GIT_CEILING_DIRECTORIES: directory },
    };
  },
});
