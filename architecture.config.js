// Who may import whom, as data: ESLint enforces it, architecture.test.ts proves that ESLint does, ARCHITECTURE.md explains it.

/** Folders that run alike in browser and server. */
export const pure = [
  'smtp',
  'providers',
  'hosts',
  'settings',
  'probe',
  'diagnosis',
  'arrival',
  'discovery',
  'exports',
  'vantage',
  'wizard',
  'report',
];

/** A row may import these folders, besides itself. */
export const folders = {
  smtp: [],
  providers: ['smtp'],
  hosts: [],
  settings: ['smtp'],
  probe: ['smtp', 'providers'],
  diagnosis: ['smtp', 'providers', 'hosts', 'probe'],
  arrival: ['providers', 'probe', 'diagnosis'],
  exports: ['smtp', 'settings'],
  vantage: ['smtp', 'probe'],
  wizard: ['smtp', 'providers', 'probe', 'settings', 'discovery'],
  report: ['smtp', 'probe', 'diagnosis', 'arrival', 'wizard'],
  discovery: ['smtp', 'providers'],
  network: ['smtp', 'probe', 'settings', 'discovery', 'arrival'],
  practice: ['smtp', 'providers', 'settings'],
  store: [],
  components: pure,
  app: [...pure, 'components'],
  api: [
    'smtp',
    'providers',
    'probe',
    'settings',
    'wizard',
    'discovery',
    'report',
    'vantage',
    'network',
    'practice',
    'store',
  ],
  'report-pages': ['wizard', 'report', 'network', 'store', 'api'],
  'arrival-pages': ['report', 'store', 'api'],
  'practice-pages': ['smtp', 'providers', 'probe', 'settings', 'wizard', 'components', 'practice'],
  entry: ['app', 'api', 'network', 'practice', 'store'],
  e2e: [],
};

/** A row may import these packages. Node's own modules are listed apart. */
export const packages = {
  smtp: ['zod'],
  providers: ['zod'],
  hosts: [],
  settings: ['zod'],
  probe: ['zod'],
  diagnosis: ['zod'],
  arrival: ['tldts'],
  exports: ['zod'],
  vantage: ['zod'],
  wizard: ['zod'],
  discovery: ['zod'],
  report: ['zod'],
  network: ['zod', 'nodemailer', 'ipaddr.js', 'sax', 'server-only', '@peculiar/x509', 'reflect-metadata'],
  practice: ['zod', 'smtp-server', 'mailparser', 'server-only', '@peculiar/x509', 'reflect-metadata'],
  store: ['kysely', 'libsql', 'pg', 'server-only'],
  components: ['zod', 'react', 'next', 'react-hook-form'],
  app: ['react', 'next'],
  api: ['zod', 'next'],
  'report-pages': ['zod', 'next'],
  'arrival-pages': ['next'],
  'practice-pages': ['react', 'next'],
  entry: ['next'],
  e2e: [
    '@playwright/test',
    'axe-core',
    'smtp-server',
    'vitest',
    'zod',
    'nodemailer',
    'vite',
    '@peculiar/x509',
    'reflect-metadata',
  ],
};

/** Rows that may use Node's own modules. */
export const onNode = ['network', 'practice', 'store', 'e2e'];

/** Where each row lives; the more specific stands first. */
export const places = {
  api: 'app/api',
  'practice-pages': 'app/practice',
  'report-pages': 'app/r',
  'arrival-pages': 'app/a',
  app: 'app',
  components: 'components',
  e2e: 'e2e',
  ...Object.fromEntries([...pure, 'network', 'practice', 'store'].map((name) => [name, `lib/${name}`])),
};
