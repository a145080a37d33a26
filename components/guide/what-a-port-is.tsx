import { PortDrawing } from './port-drawing';

/** Port, in the words of a shop owner, and why it decides whether mail leaves at all. */
export function WhatAPortIs() {
  return (
    <section aria-labelledby="port">
      <h2 id="port">What a port is, and why it matters</h2>
      <p>
        A server is one address with many numbered doors, called ports. The number says what you come for: web pages at
        443, mail at 25, 465, 587 or 2525. Your site hands each message in at one of the mail doors of its provider, and
        the provider carries it to the recipient. The language spoken there is called SMTP.
      </p>
      <PortDrawing />
      <p>Two things go wrong at the door, and neither has to do with your password:</p>
      <ul>
        <li>
          <strong>The way is closed.</strong> Your web host or internet provider lets nothing through to that number.
          Programs then say “SMTP connect() failed” or “Connection timed out”.
        </li>
        <li>
          <strong>The two sides start differently.</strong> One waits for encryption while the other waits for a
          greeting.
        </li>
      </ul>
      <p>
        Whether the way is open depends on where you stand. A port that works from your laptop can be closed at your web
        host. So it has to be tried from the machine that sends the mail.
      </p>
    </section>
  );
}
