import { SMTPServer } from 'smtp-server';
import { expect, test } from './fixtures';
import { accepted, sendTestEmail } from './journey/message-step';
import { chooseAnotherServer, findProvider } from './journey/provider-step';
import { words } from './journey/words';
import { canary } from './watch/canary';

test('a provider is found by a former name, and Enter takes the first that fits', async ({ page }) => {
  await page.goto('/setup/provider');
  const search = page.getByLabel(words.provider.search);
  await search.fill('sendinblue');
  await expect(page.getByRole('radio')).toHaveCount(1);
  await search.press('Enter');
  await expect(page.getByRole('radio', { name: /^Brevo/ })).toBeChecked();
  await page.getByRole('button', { name: words.provider.goUnanswered }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your Brevo account');
});

test('a name that nobody has leads to a server of one’s own', async ({ page }) => {
  await page.goto('/setup/provider');
  await page.getByLabel(words.provider.search).fill('nobody at all');
  await expect(page.getByRole('status').getByText('No provider of that name.')).toBeVisible();
  await page.getByRole('button', { name: 'Use another server by its host name' }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.account.ownHeading })).toBeVisible();
});

test('all providers can be shown, and what was chosen stays in sight', async ({ page }) => {
  await page.goto('/setup/provider');
  await page.getByRole('button', { name: words.provider.showAll }).click();
  await page.getByRole('radio', { name: /^Fastmail/ }).check();
  await page.getByRole('button', { name: 'Show fewer' }).click();
  await expect(page.getByRole('radio', { name: /^Fastmail/ })).toBeChecked();
});

test('Amazon SES asks for its region, and tells a secret key from an SMTP password', async ({ page }) => {
  await findProvider(page, 'Amazon SES');
  await page.getByLabel('Which AWS region is your SES in?').selectOption('Europe (Frankfurt)');
  await page
    .getByLabel(/^SMTP password/)
    .and(page.locator('input'))
    .fill('x'.repeat(40));
  await expect(page.locator('#password-warning')).toContainText('secret');
  await page.getByLabel('SMTP user name').fill('shop@example.com');
  await expect(page.locator('#username-warning')).toBeVisible();
});

test('Postmark’s token is asked for once, and stands in no storage and no snippet', async ({ page }) => {
  await findProvider(page, 'Postmark');
  await expect(page.getByLabel(/user name/i)).toHaveCount(0);
  await page
    .getByLabel(/^Server API token/)
    .and(page.locator('input'))
    .fill(canary);
  await page.getByLabel(words.account.senderAddress).fill('shop@example.com');
  await page.getByRole('button', { name: words.account.go }).click();
  await page.getByRole('button', { name: words.ports.goUntested }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.settings.notTested);
  await expect(page.getByRole('definition').getByText('The same as the password')).toBeVisible();
});

test('Postmark’s host typed under another server asks for no user name either, and goes on', async ({ page }) => {
  await chooseAnotherServer(page);
  await page.getByLabel(words.account.host).fill('smtp.postmarkapp.com');
  await expect(page.getByLabel(/user name/i)).toHaveCount(0);
  await page.getByLabel(words.account.senderAddress).fill('shop@example.com');
  await page.getByRole('button', { name: words.account.go }).click();
  await expect(page.getByRole('list', { name: words.ports.list })).toBeVisible();
});

test('what a password cannot help against is said before one is asked for', async ({ page }) => {
  await findProvider(page, 'Outlook.com');
  const warning = page.getByText('2024');
  await expect(warning.first()).toBeVisible();
});

test('Mailpit: no login, a port without encryption that is called so, and a message that is kept', async ({ page }) => {
  const taken: string[] = [];
  // As Mailpit is without a certificate: on this port, in the clear, no login.
  const catcher = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      stream.on('data', (chunk: Buffer) => taken.push(chunk.toString())).on('end', () => done());
    },
  });
  await new Promise<void>((resolve) => catcher.listen(1025, 'localhost', resolve));
  await findProvider(page, 'Mailpit');
  await expect(page.getByRole('checkbox', { name: words.account.noLogin })).toBeChecked();
  await expect(page.getByText('keeps every message')).toBeVisible();
  await expect(page.getByLabel(words.account.username)).toHaveCount(0);
  await page.getByLabel(words.account.senderAddress).fill('shop@example.com');
  await page.getByRole('button', { name: words.account.go }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Port 1025 answers, without encryption');
  await expect(page.getByText('nothing crosses a network')).toBeVisible();
  await expect(page.getByText('No mail server runs on this computer')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'I know what is exposed' }).check();
  await page.getByRole('button', { name: 'Use port 1025 without encryption' }).click();
  await sendTestEmail(page);
  await accepted(page);
  expect(taken.join('')).toContain('shop@example.com');
  await expect(page.getByText('It is kept there and goes no further.')).toBeVisible();
  await expect(page.getByText('Open localhost:8025')).toBeVisible();
  await new Promise<void>((resolve) => catcher.close(() => resolve()));
});

test('a host of one’s own is asked for, and what is wrong with it stands beside the field', async ({ page }) => {
  await findProvider(page, 'OVH');
  await page.getByRole('radio', { name: /^Email Pro/ }).check();
  const host = page.getByLabel('Server of your Email Pro service');
  await page.getByLabel('Email address').fill('shop@example.com');
  await page.getByRole('button', { name: words.account.go }).click();
  await expect(page.getByRole('alert').filter({ hasText: words.problem })).toBeVisible();
  await expect(host).toHaveAttribute('aria-invalid', 'true');
  await host.fill('pro1.mail.ovh.net');
  await expect(host).not.toHaveAttribute('aria-invalid', 'true');
});

test('going back keeps what was typed, another provider keeps the sender', async ({ page }) => {
  await findProvider(page, 'Brevo');
  await page.getByLabel('SMTP login').fill('0a1b2c001@smtp-brevo.com');
  await page.getByLabel(words.account.senderName).fill('Corner Shop');
  await page.getByRole('button', { name: words.back, exact: true }).click();
  await page.getByRole('button', { name: /^Continue with Brevo/ }).click();
  await expect(page.getByLabel('SMTP login')).toHaveValue('0a1b2c001@smtp-brevo.com');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your Brevo account');
  await findProvider(page, 'Mailgun');
  await expect(page.getByLabel(words.account.senderName)).toHaveValue('Corner Shop');
  await expect(page.getByLabel('SMTP user name')).toHaveValue('');
});

test('a typed host of a known provider brings its knowledge, and its own questions when asked', async ({ page }) => {
  await chooseAnotherServer(page);
  await page.getByLabel(words.account.host).fill('smtp.eu.mailgun.org');
  await page.getByLabel(words.account.senderName).fill('Corner Shop');
  await expect(page.getByText('This is a server of Mailgun')).toBeVisible();
  await page.getByRole('button', { name: 'Ask Mailgun’s own questions instead' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your Mailgun account');
  await expect(page.getByRole('radio', { name: /^European Union/ })).toBeChecked();
  await expect(page.getByLabel(words.account.senderName)).toHaveValue('Corner Shop');
});

test('what was chosen before the scripts came is still chosen when they are here', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/setup/provider', { waitUntil: 'commit' });
  await page.getByRole('radio', { name: words.provider.sendgrid }).check();
  release();
  await expect(page.getByRole('button', { name: words.provider.go('SendGrid') })).toBeVisible();
});

test('a provider is told as data that no cache keeps past a newer Outport, and nobody’s is not found', async ({
  request,
}) => {
  const known = await request.get('/providers/postmark');
  expect(known.headers()).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'application/json' });
  expect(await known.json()).toMatchObject({ id: 'postmark', username: { kind: 'password' } });
  expect((await request.get('/providers/nobody')).status()).toBe(404);
});
