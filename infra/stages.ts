import type { StageName, StageValues } from './stages/stage-schema.ts';

/** The deployments. Replace the made-up values of a stage before its first deployment: docs/runbook.md says how. */
export const STAGES: Readonly<Record<StageName, StageValues>> = {
  dev: {
    account: '111111111111',
    region: 'us-east-1',
    publicHostName: 'limber-dev.example.org',
    program: {
      brand: 'Limber',
      link: 'limber.example/t',
      keywords: { en: ['BACK', 'BACK PAIN', 'BACKPAIN'], es: ['ESPALDA'] },
    },
    twilio: {
      accountSid: 'AC00000000000000000000000000000000',
      messagingServiceSid: 'MG00000000000000000000000000000000',
      secretName: 'limber/dev/twilio',
    },
    carrier: { segmentsPerSecond: 3, segmentsPerDay: 2_000 },
    sendWindow: { from: '08:00', to: '20:00' },
    acceptsMms: false,
    staff: {
      rungs: [
        {
          name: 'nurse on duty',
          incidentEndpoint: 'https://incidents.example.org/limber-dev/nurse',
          email: 'limber-dev-nurse@example.org',
        },
        {
          name: 'lead',
          incidentEndpoint: 'https://incidents.example.org/limber-dev/lead',
          email: 'limber-dev-lead@example.org',
        },
      ],
      lastRungTelephone: '+16125550199',
      ladderMinutes: { now: [5, 10, 15, 15], today: [60, 120, 240] },
      hours: { timeZone: 'America/Chicago', days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' },
    },
    operations: {
      name: 'engineer on duty',
      incidentEndpoint: 'https://incidents.example.org/limber-dev/engineer',
      email: 'limber-dev-engineer@example.org',
    },
    retention: { logDays: 30, backupDays: 35 },
    expectedMembers: 200,
    silenceHours: 0,
    monthlyBudgetDollars: 100,
    runbookUrl: 'https://code.example.org/limber/docs/runbook.md',
  },
  prod: {
    account: '222222222222',
    region: 'us-east-1',
    publicHostName: 'limber.example.org',
    program: {
      brand: 'Limber',
      link: 'limber.example/t',
      keywords: { en: ['BACK', 'BACK PAIN', 'BACKPAIN'], es: ['ESPALDA'] },
    },
    twilio: {
      accountSid: 'AC11111111111111111111111111111111',
      messagingServiceSid: 'MG11111111111111111111111111111111',
      secretName: 'limber/prod/twilio',
    },
    carrier: { segmentsPerSecond: 12, segmentsPerDay: 40_000 },
    sendWindow: { from: '08:00', to: '20:00' },
    acceptsMms: false,
    staff: {
      rungs: [
        {
          name: 'nurse on duty',
          incidentEndpoint: 'https://incidents.example.org/limber/nurse',
          email: 'limber-nurse@example.org',
        },
        {
          name: 'second nurse',
          incidentEndpoint: 'https://incidents.example.org/limber/second-nurse',
          email: 'limber-second-nurse@example.org',
        },
        {
          name: 'lead',
          incidentEndpoint: 'https://incidents.example.org/limber/lead',
          email: 'limber-lead@example.org',
        },
      ],
      lastRungTelephone: '+16125550199',
      ladderMinutes: { now: [5, 10, 15, 15], today: [60, 120, 240] },
      hours: { timeZone: 'America/Chicago', days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' },
    },
    operations: {
      name: 'engineer on duty',
      incidentEndpoint: 'https://incidents.example.org/limber/engineer',
      email: 'limber-engineer@example.org',
    },
    retention: { logDays: 365, backupDays: 90 },
    expectedMembers: 10_000,
    silenceHours: 6,
    monthlyBudgetDollars: 500,
    runbookUrl: 'https://code.example.org/limber/docs/runbook.md',
  },
};
