import { expect, test } from './fixtures';

const ports = ['465', '587', '2525', '25'];

test('the answer stands first, and every port in it leads to its section', async ({ page }) => {
  await page.goto('/ports');
  const answer = page.getByRole('region', { name: 'The short answer' });
  await expect(answer.getByRole('link', { name: /^Port \d/ })).toHaveText(ports.map((port) => `Port ${port}`));
  for (const port of ports) {
    await page.goto(`/ports#${port}`);
    await expect(page.getByRole('heading', { name: new RegExp(`^${port}:`) })).toBeInViewport();
  }
});

test('the contents list names sections that are there', async ({ page }) => {
  await page.goto('/ports');
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  await expect(links).not.toHaveCount(0);
  for (const link of await links.all()) {
    const target = (await link.getAttribute('href')) ?? '';
    await expect(page.locator(`main h2${target}`)).toBeVisible();
  }
});

test('the drawing says in words what it shows', async ({ page }) => {
  await page.goto('/ports');
  const drawing = page.getByRole('img', { name: 'Four ways from your site to your provider' });
  for (const port of ports) await expect(drawing).toHaveAccessibleDescription(new RegExp(`\\b${port}\\b`));
});

test('the drawing is seen where the system forces its own colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('/ports');
  const colours = await page.getByRole('img', { name: /^Four ways/ }).evaluate((drawing) => {
    const ink = getComputedStyle(document.body).color;
    return [...drawing.querySelectorAll('path, rect, circle, text')].map((shape) => {
      const { stroke, fill } = getComputedStyle(shape);
      return stroke === ink || fill === ink;
    });
  });
  expect(colours).not.toContain(false);
});

test('every network in the list names its source', async ({ page }) => {
  await page.goto('/ports');
  const networks = page.getByRole('region', { name: 'Who blocks what' }).getByRole('listitem');
  await expect(networks).not.toHaveCount(0);
  for (const network of await networks.all())
    await expect(network.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
});

test('no page is served with a style attribute, which the policy would refuse', async ({ request }) => {
  for (const address of ['/', '/ports', '/setup/provider'])
    expect(await (await request.get(address)).text()).not.toMatch(/<[^>]+\sstyle="/);
});
