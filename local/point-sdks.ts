import { LOCAL_AWS } from './aws.ts';

type Endpoints = { readonly dynamodb: string; readonly sqs: string; readonly eventbridge: string };

/**
 * Points the real AWS clients of this process at the emulators, by the SDK's own environment variables: the functions
 * themselves know nothing of where they run. Without names for other services, a call to one has nowhere to go.
 */
export const pointSdks = ({ dynamodb, sqs, eventbridge }: Endpoints): void => {
  const { region, credentials } = LOCAL_AWS;
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: sqs,
    AWS_ENDPOINT_URL_EVENTBRIDGE: eventbridge,
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9', // nobody answers there
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  delete process.env.AWS_PROFILE;
  delete process.env.AWS_SESSION_TOKEN;
};
