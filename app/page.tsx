import Link from 'next/link';

export default function StartPage() {
  return (
    <main id="main">
      <h1>Find the mail port that works</h1>
      <p className="lede">
        Your site or program must hand its mail to a provider, through a port that your network lets through. Outport
        tries every port from here, sends one real test email, and gives you settings that are proven, in the words of
        the program they go into.
      </p>
      <h2>What to have at hand</h2>
      <ul>
        <li>Who sends your email, or your mail server’s host name</li>
        <li>The user name, and the password, app password or API key</li>
        <li>An inbox you can open, to see the test email</li>
      </ul>
      <p>
        It takes about three minutes. Your password stays in this tab’s memory, is sent once, to your mail server, when
        you press Send, and is never stored.
      </p>
      <p>No account yet? Choose the practice server on the first page and try everything with it.</p>
      <div className="actions">
        <Link className="button-secondary" href="/ports">
          Read about ports
        </Link>
        <Link className="button-primary" href="/setup/provider">
          Start
        </Link>
      </div>
    </main>
  );
}
