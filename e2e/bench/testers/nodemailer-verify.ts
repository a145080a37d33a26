/** nodemailer's `verify`, port by port, and then `sendMail` on the first that works: what a careful program does by hand. */
import { createTransport } from 'nodemailer';
import { isImplicit, place, type MailHost } from '../bench-place';
import type { TesterTimes } from './tester-times';

function transportAt({ host, addresses: [address] }: MailHost, port: number, auth?: { user: string; pass: string }) {
  // The address, because it would look up IPv4 and IPv6 one after the other; its time limits are its own.
  return createTransport({
    host: address,
    port,
    secure: isImplicit(port),
    requireTLS: !isImplicit(port),
    tls: { servername: host },
    ...(auth === undefined ? {} : { auth }),
  });
}

/** Without a login `verify` ends where the program's probe does: after EHLO inside TLS. */
export async function timeNodemailer(mailHost: MailHost): Promise<TesterTimes> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  let first: { readonly port: number; readonly ms: number } | undefined;
  for (const port of place.ports) {
    const works = await transportAt(mailHost, port)
      .verify()
      .catch(() => false);
    if (works) first ??= { port, ms: elapsed() };
  }
  const fullMs = elapsed();
  if (first === undefined) throw new Error(`nodemailer found no port of ${mailHost.host}.`);
  const auth = { user: place.username, pass: place.password };
  const sending = performance.now();
  await transportAt(mailHost, first.port, auth).sendMail({
    from: place.sender,
    to: place.recipient,
    subject: 'Bench',
    text: 'Bench',
  });
  return { firstMs: first.ms, fullMs, acceptedMs: first.ms + performance.now() - sending };
}
