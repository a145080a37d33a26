/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These reach for files or optional parts of themselves at run time; Node loads them as they are.
  serverExternalPackages: ['nodemailer', 'smtp-server', 'mailparser', '@peculiar/x509'],
  devIndicators: false,
};

export default config;
