// What one import cannot show: paths through several files, cycles, and files that nothing reaches.
// dependency-rules.test.ts plants each offence and sees it reported.

const sockets = '^(node:)?(net|tls|dgram|dns|http|https|http2)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    {
      name: 'what-people-see-never-reaches-the-network',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/(network|practice|store)/', reachable: true },
    },
    {
      name: 'the-program-knows-no-framework',
      severity: 'error',
      from: { path: '^lib/', pathNot: '[.]test[.]ts$' },
      to: { path: '(^|/)node_modules/(next|react|react-dom)/', reachable: true },
    },
    {
      name: 'sockets-in-their-folders-only',
      severity: 'error',
      from: { pathNot: ['^lib/(network|practice|store)/', '^e2e/', '^scripts/', '[.]test[.]ts$'] },
      to: { path: sockets, dependencyTypes: ['core'] },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      // Next, the tools and node --import call these by their names.
      from: {
        orphan: true,
        pathNot: [
          '^app/(error|not-found)[.]tsx$',
          '^([.]dependency-cruiser|knip[.]config|next[.]config|scripts/end-with-parent)[.]m?js$',
        ],
      },
      to: {},
    },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^([.](next|outport)/|next-env[.]d[.]ts$)', '[.](css|svg)$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a type from a forbidden folder is knowledge of it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: false,
  },
};

export default configuration;
