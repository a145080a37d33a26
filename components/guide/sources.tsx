import { RfcLink } from './rfc-link';

const pages = [
  {
    name: 'IANA, service names and port numbers',
    href: 'https://www.iana.org/assignments/service-names-port-numbers/',
    says: 'who a number belongs to',
  },
  {
    name: 'Amazon SES, connecting to an SMTP endpoint',
    href: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-connect.html',
    says: '2465 and 2587',
  },
  {
    name: 'SMTP2GO, SMTP relay',
    href: 'https://developers.smtp2go.com/docs/smtp-relay',
    says: '8025, 8465 and 443',
  },
  {
    name: 'Twilio SendGrid, integrating with the SMTP API',
    href: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api',
    says: '2525',
  },
  {
    name: 'Microsoft, sending from an application with Microsoft 365',
    href: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
    says: '465 is not available',
  },
] as const;

/** Where the page has its facts from, beside what is linked in its sentences. */
export function Sources() {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <p>
        The standards are linked where they are named. Why 465 is preferred, and how it was lost and given back, stands
        in <RfcLink number={8314} section="3.3" /> and <RfcLink number={8314} section="7.3" />; that 25 may not insist
        on encryption in <RfcLink number={3207} section="4" />. The networks’ own pages are linked under{' '}
        <a href="#blocked">Who blocks what</a>. Beside these:
      </p>
      <ul>
        {pages.map(({ name, href, says }) => (
          <li key={href}>
            <a href={href}>{name}</a>: {says}
          </li>
        ))}
      </ul>
    </section>
  );
}
