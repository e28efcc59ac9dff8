import { describe, expect, it } from 'vitest';
import { DELIVERY_ATTRIBUTES } from '../../infra/grants.ts';
import { createDynamoTextRepository } from '../../functions/adapters/dynamodb/text-repository.ts';
import { ENV, SETTINGS_OF, type Setting } from '../../functions/runtime/env-names.ts';
import { FUNCTIONS, QUEUES } from '../../functions/what-runs.ts';
import { type Resource, synthesize } from './synthesize.ts';

const { ofType } = synthesize('dev');
