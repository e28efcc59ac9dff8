import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { FunctionEntry } from '../../functions/what-runs.ts';
import { LOCAL_AWS } from '../aws.ts';

/** The context that Lambda hands to a function, with the time that the list of functions gives it. */
export const lambdaContext = ({ name, timeoutSeconds }: FunctionEntry): Context => {
  const endsAt = performance.now() + timeoutSeconds * 1000;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${LOCAL_AWS.region}:${LOCAL_AWS.accountId}:function:${name}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, endsAt - performance.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
};
