export const BACKUP_POLICY =
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]';

/**
 * Every rule of the packs AwsSolutions, HIPAA.Security and Serverless that is not followed everywhere, with the
 * reason. `npx node infra/checks/list-acknowledgements.ts` lists them with the places where they are used.
 */
export const ACKNOWLEDGEMENTS = {
  'HIPAA.Security-LambdaInsideVPC':
    'The functions speak only to AWS services and to Twilio, over TLS, with one role each. A private network would add a NAT gateway that they all share and take away none of that.',
  'Serverless-SQSRedrivePolicy':
    'This is a failure queue: what lies here waits for a person, and an alarm calls one. A failure queue of its own would only hide it.',
  'Serverless-LambdaEventSourceMappingDestination':
    'A mapping of an SQS queue cannot have a failure destination; the redrive policy of the queue is it, with an alarm.',
  'AwsSolutions-SQS3':
    'This is a failure queue of topics and rules; cdk-nag recognizes only failure queues of queues and functions.',
  'AwsSolutions-IAM5[Resource::*]':
    'X-Ray knows no resources for writing trace segments; the two actions write traces and read nothing.',
  [BACKUP_POLICY]:
    'AWS Backup documents this policy for its role and extends it when the service changes; a copy of ours would one night stop the backups.',
  'AwsSolutions-APIG4':
    'Twilio cannot present a token. The function checks its signature over the whole body and answers 403 without one.',
  'AwsSolutions-SMG4':
    'The key that turns telephone numbers into keys is never rotated: every key in the table would become another. It is made in place, nobody sees it, and one function may read it.',
  'HIPAA.Security-SecretsManagerRotationEnabled':
    'The key that turns telephone numbers into keys is never rotated: every key in the table would become another. It is made in place, nobody sees it, and one function may read it.',
} as const;
export type AcknowledgedRule = keyof typeof ACKNOWLEDGEMENTS;
