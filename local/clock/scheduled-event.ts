import { randomUUID } from 'node:crypto';
import type { ScheduledEvent } from 'aws-lambda';
import type { Instant } from '../../functions/domain/time.ts';
import { LOCAL_AWS } from '../aws.ts';

/** What EventBridge hands to a function on a schedule. */
export const scheduledEvent = (now: Instant): ScheduledEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: LOCAL_AWS.accountId,
  time: `${now.slice(0, 19)}Z`,
  region: LOCAL_AWS.region,
  resources: [],
  detail: {},
});
