const pureLibraries =
  'node_modules/(zod|temporal-polyfill|temporal-spec|temporal-utils|sms-segments-calculator|grapheme-splitter)/';
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

/** The import rule of the architecture: DESIGN, "Folders". */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('domain-is-pure', 'domain imports itself and pure libraries', '^functions/domain/', [
      '^functions/domain/',
      pureLibraries,
    ]),
    only('ports-name-domain-only', 'ports speak the domain', '^functions/ports\\.ts$', [
      '^functions/domain/',
    ]),
    only('use-cases-see-domain-and-ports', 'use cases see domain and ports', '^functions/use-cases/', [
      '^functions/use-cases/',
      '^functions/domain/',
      '^functions/ports\\.ts$',
      pureLibraries,
    ]),
    {
      name: 'adapters-see-ports-and-domain',
      severity: 'error',
      from: { path: '^functions/adapters/' },
      to: { path: '^(functions/(lambdas|use-cases|runtime)|infra|local|console)/' },
    },
    {
      name: 'lambdas-call-use-cases',
      severity: 'error',
      from: { path: '^functions/lambdas/' },
      to: { path: '^(functions/adapters|infra|local|console)/' },
    },
    {
      name: 'only-adapters-and-runtime-use-sdks',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/(adapters|runtime)/' },
      to: { path: 'node_modules/(@aws-sdk/|twilio/)' },
    },
    {
      name: 'the-product-knows-no-test-bed',
      severity: 'error',
      from: { path: '^(functions|infra|console)/' },
      to: { path: '^(local|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
