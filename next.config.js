/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These reach for files or optional parts of themselves at run time; Node loads them as they are.
  serverExternalPackages: ['nodemailer', 'smtp-server', 'mailparser', '@peculiar/x509', 'libsql', 'pg'],
  devIndicators: false,
  // `npm run types` looks at the types, of the tests too; who only starts Outport does not wait for that.
  typescript: { ignoreBuildErrors: true },
};

export default config;
