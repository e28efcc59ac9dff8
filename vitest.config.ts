import { defineConfig } from 'vitest/config';

const services = ['test/**/*.integration.test.ts', 'test/contract/**/*.test.ts'];
const journeys = ['test/journeys/**/*.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...services, ...journeys] } },
      {
        test: {
          name: 'services',
          include: services,
          globalSetup: './test/contract/start-services.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'journeys', include: journeys, testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
