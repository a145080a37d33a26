import { provenBySending } from '@/e2e/lab/proven-by-sending';
import { swaks } from './swaks';

provenBySending(swaks, {
  needs: ['/usr/bin/swaks'],
  checksName: false,
  send: (text, { authority }) => ({
    file: 'sh',
    args: [],
    input: text.replace('reader@example.com', 'reader@mail.test'),
    env: { SSL_CERT_FILE: authority },
  }),
});
